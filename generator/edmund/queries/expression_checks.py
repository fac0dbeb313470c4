"""Checks expressions against types: what is unknown, and what an operator or a function cannot take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from edmund.queries.expressions import (
    Arithmetic,
    ArithmeticOperator,
    Array,
    Call,
    Case,
    Comparison,
    ComparisonOperator,
    Expression,
    Has,
    In,
    JsonObject,
    Literal,
    LiteralKind,
    Logical,
    Negate,
    Not,
    Path,
    TypeTest,
    TypeTestKind,
    ValueList,
)
from edmund.queries.findings import NO_SUCH_NAME, NOT_THE_TYPE, Findings
from edmund.queries.functions import FUNCTIONS, Overload, ValueKind
from edmund.queries.path_checks import PathChecker
from edmund.queries.scope import KnownTypes, Scope
from edmund.queries.values import ANYTHING, Value, comparison_hint, fits, of_literal, of_type
from edmund.suggestions import did_you_mean, near_names
from edmund.surface.type_parts import type_of

__all__ = ["ExpressionChecker", "Use"]

_BOOLEAN: Final = Value(ValueKind.BOOLEAN)
_NUMBER: Final = Value(ValueKind.NUMBER)
_UNORDERED: Final = frozenset(
    {ValueKind.STRUCTURED, ValueKind.COLLECTION, ValueKind.STREAM, ValueKind.SHAPE}
)
_ORDERING: Final = frozenset(
    {
        ComparisonOperator.GT,
        ComparisonOperator.GE,
        ComparisonOperator.LT,
        ComparisonOperator.LE,
    }
)
_N, _D, _T, _S = ValueKind.NUMBER, ValueKind.DATE, ValueKind.TIMESTAMP, ValueKind.DURATION
# URL Conventions 4.01, sections 5.1.1.2.1 to 5.1.1.2.6.
_Signature = tuple[ValueKind, ValueKind, ValueKind]
_ARITHMETIC: Final[Mapping[ArithmeticOperator, tuple[_Signature, ...]]] = {
    ArithmeticOperator.ADD: ((_N, _N, _N), (_T, _S, _T), (_S, _S, _S), (_D, _S, _D)),
    ArithmeticOperator.SUB: (
        *((_N, _N, _N), (_T, _S, _T), (_S, _S, _S)),
        *((_D, _S, _D), (_T, _T, _S), (_D, _D, _S)),
    ),
    ArithmeticOperator.MUL: ((_N, _N, _N), (_S, _N, _S), (_N, _S, _S)),
    ArithmeticOperator.DIV: ((_N, _N, _N), (_S, _N, _S)),
    ArithmeticOperator.DIVBY: ((_N, _N, _N), (_S, _N, _S)),
    ArithmeticOperator.MOD: ((_N, _N, _N),),
}


@dataclass(frozen=True, slots=True)
class Use:
    """A property that a query asks for, by its path from the item, and in what: `eq`, `startswith`, None alone."""

    path: str
    operation: str | None
    at: int | None


class ExpressionChecker:
    """Gives the value of each expression; `uses` and `functions` are what was met on the way."""

    def __init__(self, known: KnownTypes, findings: Findings) -> None:
        self.uses: list[Use] = []
        self.functions: list[tuple[str, int | None]] = []
        self._known = known
        self._findings = findings
        self._paths = PathChecker(known, findings, self.value)
        self._operation: str | None = None
        self._by_class: Mapping[type, Callable[[Any, Scope], Value]] = {
            Literal: self._literal,
            Path: self._path,
            Logical: self._logical,
            Not: lambda e, scope: self.condition(e.operand, scope),
            Comparison: self._comparison,
            In: self._in,
            Has: self._has,
            Arithmetic: self._arithmetic,
            Negate: self._negate,
            Call: self._call,
            TypeTest: self._type_test,
            Case: self._case,
            Array: self._array,
            JsonObject: self._object,
        }

    def value(self, expression: Expression, scope: Scope) -> Value:
        """What an expression gives; what is wrong in it is told."""
        return self._by_class[type(expression)](expression, scope)

    def condition(self, expression: Expression, scope: Scope) -> Value:
        """As `value`, for what has to hold or not."""
        found = self._in_operation(None, expression, scope)
        if found.kind not in (ValueKind.ANY, ValueKind.BOOLEAN):
            at = _place(expression)
            self._findings.add(NOT_THE_TYPE, f"a condition is needed here, not {found}", at)
        return _BOOLEAN

    def _in_operation(self, operation: str | None, expression: Expression, scope: Scope) -> Value:
        before, self._operation = self._operation, operation
        found = self.value(expression, scope)
        self._operation = before
        return found

    # --- Operands

    def _literal(self, literal: Literal, scope: Scope) -> Value:
        if literal.kind is LiteralKind.ENUMERATION and literal.type_name is not None:
            name = self._known.resolved(literal.type_name)
            if self._known.types.enumeration(name) is None:
                self._unknown_type(name, literal.at)
                return ANYTHING
            value = Value(ValueKind.ENUMERATION, name)
            self._members(value, literal)
            return value
        return of_literal(literal)

    def _path(self, path: Path, scope: Scope) -> Value:
        resolved = self._paths.resolve(path, scope)
        if resolved.properties is not None:
            self.uses.append(Use(resolved.properties, self._operation, resolved.at))
        return resolved.value

    def _logical(self, expression: Logical, scope: Scope) -> Value:
        for operand in expression.operands:
            self.condition(operand, scope)
        return _BOOLEAN

    # --- Comparisons

    def _comparison(self, expression: Comparison, scope: Scope) -> Value:
        operator = expression.operator
        left = self._in_operation(operator.value, expression.left, scope)
        right = self._in_operation(operator.value, expression.right, scope)
        if operator in _ORDERING:
            for one in (left, right):
                if one.kind in _UNORDERED:
                    message = f"'{operator.value}' cannot order {one}"
                    self._findings.add(NOT_THE_TYPE, message, expression.at)
                    return _BOOLEAN
        self._compared(left, right, expression.left, expression.right, expression.at)
        return _BOOLEAN

    def _compared(
        self, left: Value, right: Value, one: Expression, other: Expression, at: int | None
    ) -> None:
        given = one if isinstance(one, Literal) else other
        if not fits(left, right, given):
            value = right if given is one else left
            message = f"{left} cannot be compared with {right}"
            self._findings.add(NOT_THE_TYPE, message, at, comparison_hint(value, given))
            return
        for value, literal in ((left, other), (right, one)):
            if value.kind is ValueKind.ENUMERATION and isinstance(literal, Literal):
                self._members(value, literal)

    def _members(self, value: Value, literal: Literal) -> None:
        """Tells members that the enumeration does not have; numbers are members that nobody declared."""
        enumeration = self._known.types.enumeration(value.name or "")
        if enumeration is None or literal.kind not in (
            LiteralKind.STRING,
            LiteralKind.ENUMERATION,
        ):
            return
        known = [member.name for member in enumeration.members]
        if not known:
            return
        for name in literal.text.split(","):
            plain = name.strip()
            if plain not in known and not plain.removeprefix("-").isdecimal():
                message = f"{enumeration.name} has no member '{plain[:60]}'"
                hint = did_you_mean(near_names(plain, known, 1))
                self._findings.add(NO_SUCH_NAME, message, literal.at, hint)

    def _in(self, expression: In, scope: Scope) -> Value:
        left = self._in_operation("in", expression.left, scope)
        right = expression.right
        if isinstance(right, ValueList):
            for literal in right.values:
                value = self._literal(literal, scope)
                self._compared(left, value, expression.left, literal, literal.at)
            return _BOOLEAN
        value = self._in_operation("in", right, scope)
        if value.item is None:
            if value.kind is not ValueKind.ANY:
                message = f"'in' needs a collection on its right, not {value}"
                self._findings.add(NOT_THE_TYPE, message, expression.at)
        elif not fits(left, value.item):
            message = f"{left} is never in a collection of {value.item}"
            self._findings.add(NOT_THE_TYPE, message, expression.at)
        return _BOOLEAN

    def _has(self, expression: Has, scope: Scope) -> Value:
        left = self._in_operation("has", expression.left, scope)
        right = self._in_operation("has", expression.right, scope)
        if left.kind not in (ValueKind.ANY, ValueKind.ENUMERATION):
            message = f"'has' is for enumerations, not for {left}"
            self._findings.add(NOT_THE_TYPE, message, expression.at)
        else:
            self._compared(left, right, expression.left, expression.right, expression.at)
        return _BOOLEAN

    # --- Arithmetic and functions

    def _arithmetic(self, expression: Arithmetic, scope: Scope) -> Value:
        operator = expression.operator
        left = self._in_operation(operator.value, expression.left, scope)
        right = self._in_operation(operator.value, expression.right, scope)
        for one, other, gives in _ARITHMETIC[operator]:
            if left.kind in (one, ValueKind.ANY) and right.kind in (other, ValueKind.ANY):
                known = ValueKind.ANY not in (left.kind, right.kind)
                return Value(gives) if known else ANYTHING
        message = f"'{operator.value}' cannot take {left} and {right}"
        self._findings.add(NOT_THE_TYPE, message, expression.at)
        return ANYTHING

    def _negate(self, expression: Negate, scope: Scope) -> Value:
        found = self.value(expression.operand, scope)
        if found.kind not in (ValueKind.ANY, ValueKind.NUMBER, ValueKind.DURATION):
            at = _place(expression.operand)
            self._findings.add(NOT_THE_TYPE, f"'-' cannot take {found}", at)
            return ANYTHING
        return found

    def _call(self, expression: Call, scope: Scope) -> Value:
        function = FUNCTIONS[expression.function.casefold()]
        self.functions.append((function.name, expression.at))
        values = [self._in_operation(function.name, a, scope) for a in expression.arguments]
        overloads = [o for o in function.overloads if len(o.takes) == len(values)]
        for overload in overloads:
            if all(map(_takes, overload.takes, values)):
                return self._given(overload, values)
        wanted = " or ".join(
            ", ".join(kind.value for kind in overload.takes) for overload in overloads
        )
        given = ", ".join(map(str, values))
        message = f"'{function.name}' takes {wanted}, not {given}"
        self._findings.add(NOT_THE_TYPE, message, expression.at)
        kinds = {overload.gives for overload in overloads}
        return Value(kinds.pop()) if len(kinds) == 1 else ANYTHING

    def _given(self, overload: Overload, values: list[Value]) -> Value:
        if overload.gives is ValueKind.COLLECTION:
            return values[0]
        return Value(overload.gives)

    def _type_test(self, expression: TypeTest, scope: Scope) -> Value:
        if expression.operand is not None:
            self._in_operation(expression.kind.value, expression.operand, scope)
        name = expression.type_name
        item = name.removeprefix("Collection(").removesuffix(")")
        if item.startswith("Edm."):
            found = of_type(type_of(item), self._known.types)
        else:
            structured = self._known.structured(item)
            enumeration = self._known.types.enumeration(self._known.resolved(item))
            if structured is not None:
                found = Value(ValueKind.STRUCTURED, structured)
            elif enumeration is not None:
                found = Value(ValueKind.ENUMERATION, enumeration.name)
            else:
                self._unknown_type(self._known.resolved(item), expression.at)
                found = ANYTHING
        if expression.kind is TypeTestKind.ISOF:
            return _BOOLEAN
        return found if item == name else Value(ValueKind.COLLECTION, None, found)

    def _unknown_type(self, name: str, at: int | None) -> None:
        close = near_names(name, (type_.name for type_ in self._known.types.types), 1)
        message = f"the service has no type '{name}'"
        self._findings.add(NO_SUCH_NAME, message, at, did_you_mean(close))

    def _case(self, expression: Case, scope: Scope) -> Value:
        found = ANYTHING
        for branch in expression.branches:
            self.condition(branch.condition, scope)
            found = self.value(branch.value, scope)
        return found

    def _array(self, expression: Array, scope: Scope) -> Value:
        values = [self.value(one, scope) for one in expression.values]
        item = values[0] if values and all(v == values[0] for v in values) else ANYTHING
        return Value(ValueKind.COLLECTION, None, item)

    def _object(self, expression: JsonObject, scope: Scope) -> Value:
        for member in expression.members:
            self.value(member.value, scope)
        return ANYTHING


def _takes(kind: ValueKind, value: Value) -> bool:
    return value.kind in (kind, ValueKind.ANY) or kind is ValueKind.ANY


def _place(expression: Expression) -> int | None:
    """Where an expression stands, as far as one of its parts says."""
    if isinstance(expression, Path):
        return getattr(expression.segments[0], "at", None)
    return getattr(expression, "at", None)
