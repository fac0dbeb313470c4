"""The canonical text of expressions: one text for each value, which reads back as that value.

Texts are not percent-encoded. Parentheses are written where precedence (URL Conventions 4.01, section 5.1.1.17)
demands them, around operands of `not`, and where a reader would have to look the precedence up.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping
from typing import Any, Final

from edmund.queries.dialect import V401, Dialect
from edmund.queries.expressions import (
    Alias,
    AnnotationName,
    Argument,
    Arguments,
    Arithmetic,
    ArithmeticOperator,
    Array,
    Call,
    Case,
    Comparison,
    Count,
    Expression,
    Filtered,
    Has,
    In,
    JsonObject,
    Literal,
    LiteralKind,
    Logical,
    LogicalOperator,
    Name,
    Negate,
    Not,
    Path,
    Quantifier,
    Segment,
    TypeTest,
    ValueList,
    Variable,
)

__all__ = ["json_text", "print_expression", "quoted"]

_OR, _AND, _COMPARISON, _ADDITION, _PRODUCT, _UNARY, _PRIMARY = range(7)
_PRODUCTS: Final = frozenset(
    {
        ArithmeticOperator.MUL,
        ArithmeticOperator.DIV,
        ArithmeticOperator.DIVBY,
        ArithmeticOperator.MOD,
    }
)
_NUMBERS: Final = frozenset(
    {
        LiteralKind.INTEGER,
        LiteralKind.LONG,
        LiteralKind.DECIMAL,
        LiteralKind.DOUBLE,
        LiteralKind.SINGLE,
    }
)
_PREFIXES: Final[Mapping[LiteralKind, str]] = {
    LiteralKind.DURATION: "duration",
    LiteralKind.BINARY: "binary",
    LiteralKind.GEOGRAPHY: "geography",
    LiteralKind.GEOMETRY: "geometry",
}
# OData 2.0, Overview, section 6; the same in 3.0.
_OLD_PREFIXES: Final[Mapping[LiteralKind, str]] = {
    **_PREFIXES,
    LiteralKind.DATETIME: "datetime",
    LiteralKind.TIMESTAMP: "datetimeoffset",
    LiteralKind.DURATION: "time",
    LiteralKind.GUID: "guid",
}
_OLD_SUFFIXES: Final[Mapping[LiteralKind, str]] = {
    LiteralKind.LONG: "L",
    LiteralKind.DECIMAL: "m",
    LiteralKind.DOUBLE: "d",
    LiteralKind.SINGLE: "f",
}


def print_expression(expression: Expression, dialect: Dialect = V401) -> str:
    """The text of an expression. Raises `ValueError` for a literal that the dialect has no way of writing."""
    return _Printer(dialect).text(expression)


def quoted(text: str) -> str:
    """A text as a literal: in single quotes, those within doubled."""
    return "'" + text.replace("'", "''") + "'"


def json_text(text: str) -> str:
    """A text as JSON."""
    return json.dumps(text, ensure_ascii=False)


class _Printer:
    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._by_class: Mapping[type, Callable[[Any], str]] = {
            Literal: self._literal,
            Path: self._path,
            Logical: self._logical,
            Not: lambda e: f"not {self._within(e.operand, _PRIMARY)}",
            Comparison: lambda e: self._binary(e.left, e.operator.value, e.right, _ADDITION),
            In: self._in,
            Has: lambda e: self._binary(e.left, "has", e.right, _PRIMARY),
            Arithmetic: self._arithmetic,
            Negate: self._negate,
            Call: self._call,
            TypeTest: self._type_test,
            Case: self._case,
            Array: lambda e: "[" + ",".join(map(self._in_json, e.values)) + "]",
            JsonObject: lambda e: (
                "{"
                + ",".join(f"{json_text(m.name)}:{self._in_json(m.value)}" for m in e.members)
                + "}"
            ),
        }

    def text(self, expression: Expression) -> str:
        return self._by_class[type(expression)](expression)

    def _within(self, expression: Expression, level: int) -> str:
        """An operand where what binds less than `level` needs parentheses."""
        text = self.text(expression)
        return text if _level(expression) >= level else f"({text})"

    def _binary(self, left: Expression, operator: str, right: Expression, level: int) -> str:
        return f"{self._within(left, level)} {operator} {self._within(right, level)}"

    def _logical(self, expression: Logical) -> str:
        # One of the same kind keeps its parentheses: it was grouped on purpose.
        level = _level(expression) + 1
        return f" {expression.operator.value} ".join(
            self._within(operand, level) for operand in expression.operands
        )

    def _in(self, expression: In) -> str:
        left = self._within(expression.left, _PRIMARY)
        right = expression.right
        if isinstance(right, ValueList):
            return f"{left} in ({','.join(map(self._literal, right.values))})"
        return f"{left} in {self._within(right, _PRIMARY)}"

    def _arithmetic(self, expression: Arithmetic) -> str:
        level = _level(expression)
        left = self._within(expression.left, level)
        return f"{left} {expression.operator.value} {self._within(expression.right, level + 1)}"

    def _negate(self, expression: Negate) -> str:
        operand = expression.operand
        text = self._within(operand, _PRIMARY)
        # A number would become a negative one, and a text of it cannot be told from a name.
        return f"-({text})" if isinstance(operand, Literal) else f"-{text}"

    def _call(self, expression: Call) -> str:
        name, arguments = expression.function, expression.arguments
        if name == "contains" and self._dialect.is_old:
            # OData 2.0 and 3.0 have it with the arguments the other way round.
            name, arguments = "substringof", arguments[::-1]
        return f"{name}({','.join(map(self.text, arguments))})"

    def _type_test(self, expression: TypeTest) -> str:
        name = expression.type_name
        if self._dialect.is_old:
            name = quoted(name)
        operand = expression.operand
        given = name if operand is None else f"{self.text(operand)},{name}"
        return f"{expression.kind.value}({given})"

    def _case(self, expression: Case) -> str:
        branches = []
        for branch in expression.branches:
            condition, value = self.text(branch.condition), self.text(branch.value)
            # `10:20` would be a time of day.
            space = " " if condition[-1:].isdigit() and value[:1].isdigit() else ""
            branches.append(f"{condition}{space}:{value}")
        return f"case({','.join(branches)})"

    def _in_json(self, expression: Expression) -> str:
        if isinstance(expression, Literal) and expression.kind is LiteralKind.STRING:
            return json_text(expression.text)
        return self.text(expression)

    # --- Literals

    def _literal(self, literal: Literal) -> str:
        kind, text = literal.kind, literal.text
        if kind is LiteralKind.NULL:
            return "null"
        if kind is LiteralKind.STRING:
            return quoted(text)
        if kind is LiteralKind.ENUMERATION:
            bare = self._dialect.bare_enumerations or literal.type_name is None
            return quoted(text) if bare else f"{literal.type_name}{quoted(text)}"
        if self._dialect.is_old:
            if kind is LiteralKind.BINARY:
                padded = text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4)
                return f"X{quoted(urlsafe_b64decode(padded).hex().upper())}"
            prefix = _OLD_PREFIXES.get(kind)
            if prefix is None and text[-1:].isdigit():
                text += _OLD_SUFFIXES.get(kind, "")
        elif kind is LiteralKind.DATETIME:
            raise ValueError("since 4.0 OData has no date and time without an offset")
        else:
            prefix = _PREFIXES.get(kind)
        return text if prefix is None else f"{prefix}{quoted(text)}"

    # --- Paths

    def _path(self, path: Path) -> str:
        parts: list[str] = []
        for segment in path.segments:
            if parts and not isinstance(segment, Arguments):
                parts.append("/")
            parts.append(self._segment(segment))
        return "".join(parts)

    def _segment(self, segment: Segment) -> str:
        if isinstance(segment, Name):
            return segment.text
        if isinstance(segment, Variable):
            return segment.name.value
        if isinstance(segment, Alias):
            return f"@{segment.name}"
        if isinstance(segment, AnnotationName):
            return f"@{segment.term}"
        if isinstance(segment, Arguments):
            return f"({','.join(map(self._argument, segment.values))})"
        if isinstance(segment, Filtered):
            return f"$filter({self.text(segment.condition)})"
        if isinstance(segment, Count):
            if segment.condition is None:
                return "$count"
            return f"$count($filter={self.text(segment.condition)})"
        return self._quantifier(segment)

    def _quantifier(self, segment: Quantifier) -> str:
        if segment.condition is None:
            return f"{segment.kind.value}()"
        return f"{segment.kind.value}({segment.variable}:{self.text(segment.condition)})"

    def _argument(self, argument: Argument) -> str:
        value = self.text(argument.value)
        return value if argument.name is None else f"{argument.name}={value}"


def _level(expression: Expression) -> int:
    """How closely an expression's operator binds, the loosest first."""
    if isinstance(expression, Logical):
        return _OR if expression.operator is LogicalOperator.OR else _AND
    if isinstance(expression, Comparison | In | Has | Not):
        # `not` binds more closely, but `not a eq b` is easily taken for something else.
        return _COMPARISON
    if isinstance(expression, Arithmetic):
        return _PRODUCT if expression.operator in _PRODUCTS else _ADDITION
    if isinstance(expression, Negate):
        return _UNARY
    return _PRIMARY
