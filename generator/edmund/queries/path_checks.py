"""Resolves paths of expressions: each segment against the type that the ones before it lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from edmund.queries.expressions import (
    Alias,
    AnnotationName,
    Arguments,
    Count,
    Expression,
    Filtered,
    Name,
    Path,
    Quantifier,
    Segment,
    Variable,
    VariableName,
)
from edmund.queries.findings import NO_SUCH_NAME, NOT_THE_TYPE, Findings
from edmund.queries.functions import FUNCTIONS, ValueKind
from edmund.queries.scope import KnownTypes, Names, Scope
from edmund.queries.values import ANYTHING, Value, of_type
from edmund.suggestions import did_you_mean, near_names

__all__ = ["PathChecker", "Resolved"]

_NUMBER = Value(ValueKind.NUMBER)
_BOOLEAN = Value(ValueKind.BOOLEAN)
Check = Callable[[Expression, Scope], Value]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a path gives, and the path of properties from the item, casts left out; None for what is no property."""

    value: Value
    properties: str | None
    at: int | None


class PathChecker:
    """`check` checks an expression within a path and gives its value."""

    def __init__(self, known: KnownTypes, findings: Findings, check: Check) -> None:
        self._known = known
        self._findings = findings
        self._check = check

    def resolve(self, path: Path, scope: Scope) -> Resolved:
        """What a path leads to; what it does not is told once, and gives anything."""
        first, *rest = path.segments
        at = getattr(first, "at", None)
        value, names = self._first(first, rest, scope)
        previous = first
        for index, segment in enumerate(rest):
            following = rest[index + 1] if index + 1 < len(rest) else None
            if isinstance(segment, Name) and names is not None and "." not in segment.text:
                names = (*names, segment.text)
            elif isinstance(segment, AnnotationName | Alias | Variable):
                names = None
            if isinstance(segment, Quantifier):
                value = self._quantifier(value, segment, scope, names)
            else:
                value = self._next(value, segment, previous, following, scope)
            previous = segment
        return Resolved(value, "/".join(names) if names else None, at)

    # --- The first segment

    def _first(self, segment: Segment, rest: list[Segment], scope: Scope) -> tuple[Value, Names]:
        if isinstance(segment, Variable):
            if segment.name is VariableName.ROOT:
                return ANYTHING, None
            value = scope.this if segment.name is VariableName.THIS else scope.item
            return value, ()
        if isinstance(segment, Alias):
            return self._alias(segment, scope), None
        if isinstance(segment, Count):
            return _NUMBER, None
        if not isinstance(segment, Name):
            return ANYTHING, None
        if segment.text in scope.variables:
            variable = scope.variables[segment.text]
            return variable.value, variable.path
        if segment.text in scope.computed:
            return scope.computed[segment.text], None
        following = rest[0] if rest else None
        value = self._member(scope.item, segment, following, scope)
        return value, () if "." in segment.text else (segment.text,)

    def _alias(self, alias: Alias, scope: Scope) -> Value:
        if alias.name not in scope.aliases:
            message = f"nothing gives '@{alias.name}' a value"
            hint = did_you_mean(f"@{name}" for name in near_names(alias.name, scope.aliases, 1))
            self._findings.add(NO_SUCH_NAME, message, alias.at, hint)
        return scope.aliases.get(alias.name, ANYTHING)

    # --- Those after it

    def _next(
        self,
        value: Value,
        segment: Name | Variable | Alias | AnnotationName | Arguments | Filtered | Count,
        previous: Segment,
        following: Segment | None,
        scope: Scope,
    ) -> Value:
        if isinstance(segment, AnnotationName | Alias | Variable):
            return ANYTHING
        if isinstance(segment, Arguments):
            for argument in segment.values:
                self._check(argument.value, scope)
            is_key = value.item is not None and not self._is_function(previous)
            return value.item if is_key and value.item is not None else value
        if isinstance(segment, Filtered):
            item = self._item(value, "$filter", None)
            self._condition(segment.condition, scope, item)
            return value
        if isinstance(segment, Count):
            item = self._item(value, "$count", segment.at)
            if segment.condition is not None:
                self._condition(segment.condition, scope, item)
            return _NUMBER
        return self._member(value, segment, following, scope)

    def _quantifier(self, value: Value, segment: Quantifier, scope: Scope, names: Names) -> Value:
        item = self._item(value, segment.kind.value, segment.at)
        if segment.condition is not None and segment.variable is not None:
            inner = scope.with_variable(segment.variable, item, names)
            self._check_boolean(segment.condition, inner, segment.at)
        return _BOOLEAN

    def _condition(self, condition: Expression, scope: Scope, item: Value) -> None:
        self._check_boolean(condition, scope.nested(item), None)

    def _check_boolean(self, condition: Expression, scope: Scope, at: int | None) -> None:
        found = self._check(condition, scope)
        if found.kind not in (ValueKind.ANY, ValueKind.BOOLEAN):
            self._findings.add(NOT_THE_TYPE, f"a condition is needed here, not {found}", at)

    def _item(self, value: Value, what: str, at: int | None) -> Value:
        if value.item is not None:
            return value.item
        if value.kind is not ValueKind.ANY:
            self._findings.add(NOT_THE_TYPE, f"'{what}' is for collections, not for {value}", at)
        return ANYTHING

    def _is_function(self, segment: Segment) -> bool:
        return isinstance(segment, Name) and "." in segment.text

    def _member(self, value: Value, name: Name, following: Segment | None, scope: Scope) -> Value:
        """What `name` is on a value: a property, a cast, a function of the service."""
        if value.kind is ValueKind.ANY:
            return ANYTHING
        if "." in name.text:
            return self._qualified(value, name, following)
        if value.item is not None:
            cast = self._cast(value.item, name.text)
            if cast is not None:
                return Value(ValueKind.COLLECTION, None, cast)
            if isinstance(following, Arguments):
                return ANYTHING
            hint = f"any(x:x/{name.text} ...) or all(x:x/{name.text} ...) ask its items"
            message = f"'{name.text}' is asked of a collection"
            self._findings.add(NOT_THE_TYPE, message, name.at, hint)
            return ANYTHING
        if value.kind is not ValueKind.STRUCTURED or value.name is None:
            message = f"'{name.text}' is asked of {value}, which has no properties"
            self._findings.add(NO_SUCH_NAME, message, name.at)
            return ANYTHING
        member = self._known.members(value.name).get(name.text)
        if member is not None:
            return self._known.value(member)
        cast = self._cast(value, name.text)
        if cast is not None:
            return cast
        self._unknown(value.name, name, following)
        return ANYTHING

    def _unknown(self, type_name: str, name: Name, following: Segment | None) -> None:
        if isinstance(following, Arguments):
            close = near_names(name.text, FUNCTIONS, 1)
            message = f"there is no function '{name.text}'"
            self._findings.add(NO_SUCH_NAME, message, name.at, did_you_mean(close))
            return
        message = f"{type_name} has no property '{name.text}'"
        hint = did_you_mean(self._known.near(type_name, name.text))
        if self._known.lineage.is_open(type_name):
            self._findings.add_unlikely(f"{type_name} declares no '{name.text}'", name.at, hint)
            return
        self._findings.add(NO_SUCH_NAME, message, name.at, hint)

    def _qualified(self, value: Value, name: Name, following: Segment | None) -> Value:
        resolved = self._known.resolved(name.text)
        overloads = self._known.types.operations_by_name.get(resolved, ())
        if isinstance(following, Arguments) and overloads:
            returned = overloads[0].returns
            return ANYTHING if returned is None else of_type(returned, self._known.types)
        held = value if value.item is None else value.item
        cast = self._cast(held, name.text)
        if cast is not None:
            return cast if value.item is None else Value(ValueKind.COLLECTION, None, cast)
        if self._known.structured(name.text) is not None:
            message = f"{held.name or held} is never a {resolved}"
            self._findings.add(NOT_THE_TYPE, message, name.at)
        elif isinstance(following, Arguments):
            message = f"the service has no function '{name.text}'"
            self._findings.add(NO_SUCH_NAME, message, name.at)
        else:
            known = (t.name for t in self._known.types.types)
            message = f"the service has no type '{name.text}'"
            hint = did_you_mean(near_names(resolved, known, 1))
            self._findings.add(NO_SUCH_NAME, message, name.at, hint)
        return ANYTHING

    def _cast(self, value: Value, name: str) -> Value | None:
        if value.kind is not ValueKind.STRUCTURED or value.name is None:
            return None
        found = self._known.derived_called(value.name, name)
        return None if found is None else Value(ValueKind.STRUCTURED, found)
