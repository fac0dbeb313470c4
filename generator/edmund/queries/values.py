"""What an expression gives, as far as operators and functions care; and what may be compared with what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from edmund.queries.expressions import Expression, Literal, LiteralKind
from edmund.queries.functions import ValueKind
from edmund.surface.types import (
    EnumType,
    ListOf,
    Named,
    Nullable,
    Primitive,
    StructuredType,
    Type,
    Types,
)

__all__ = ["ANYTHING", "Value", "comparison_hint", "fits", "of_literal", "of_type"]


@dataclass(frozen=True, slots=True)
class Value:
    """`name` is the type's, where it has one; `item` what a collection holds."""

    kind: ValueKind
    name: str | None = None
    item: Value | None = None

    def __str__(self) -> str:
        if self.item is not None:
            return "a collection"
        if self.kind in (ValueKind.STRUCTURED, ValueKind.ENUMERATION) and self.name:
            return f"a value of {self.name}"
        return self.kind.value


ANYTHING: Final = Value(ValueKind.ANY)

_PRIMITIVES: Final[Mapping[str, ValueKind]] = {
    "Edm.Boolean": ValueKind.BOOLEAN,
    "Edm.String": ValueKind.STRING,
    "Edm.Date": ValueKind.DATE,
    "Edm.DateTimeOffset": ValueKind.TIMESTAMP,
    "Edm.DateTime": ValueKind.TIMESTAMP,
    "Edm.TimeOfDay": ValueKind.TIME,
    "Edm.Time": ValueKind.DURATION,
    "Edm.Duration": ValueKind.DURATION,
    "Edm.Guid": ValueKind.GUID,
    "Edm.Binary": ValueKind.BINARY,
    "Edm.Stream": ValueKind.STREAM,
    **dict.fromkeys(
        (
            *("Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64"),
            *("Edm.Decimal", "Edm.Double", "Edm.Single"),
        ),
        ValueKind.NUMBER,
    ),
}
_LITERALS: Final[Mapping[LiteralKind, ValueKind]] = {
    LiteralKind.NULL: ValueKind.ANY,
    LiteralKind.BOOLEAN: ValueKind.BOOLEAN,
    LiteralKind.STRING: ValueKind.STRING,
    LiteralKind.INTEGER: ValueKind.NUMBER,
    LiteralKind.LONG: ValueKind.NUMBER,
    LiteralKind.DECIMAL: ValueKind.NUMBER,
    LiteralKind.DOUBLE: ValueKind.NUMBER,
    LiteralKind.SINGLE: ValueKind.NUMBER,
    LiteralKind.DATE: ValueKind.DATE,
    LiteralKind.TIMESTAMP: ValueKind.TIMESTAMP,
    LiteralKind.DATETIME: ValueKind.TIMESTAMP,
    LiteralKind.TIME_OF_DAY: ValueKind.TIME,
    LiteralKind.DURATION: ValueKind.DURATION,
    LiteralKind.GUID: ValueKind.GUID,
    LiteralKind.BINARY: ValueKind.BINARY,
    LiteralKind.ENUMERATION: ValueKind.ENUMERATION,
    LiteralKind.GEOGRAPHY: ValueKind.SHAPE,
    LiteralKind.GEOMETRY: ValueKind.SHAPE,
}
_MOMENTS: Final = frozenset({ValueKind.DATE, ValueKind.TIMESTAMP})
# What the literals of 4.01 write in quotes, with or without a prefix (ABNF, `durationLiteral`, `enumLiteral`).
_QUOTED: Final = frozenset({ValueKind.ENUMERATION, ValueKind.DURATION, ValueKind.BINARY})
_UNQUOTED: Final[Mapping[ValueKind, str]] = {
    ValueKind.NUMBER: "numbers are written without quotes",
    ValueKind.BOOLEAN: "true and false are written without quotes",
    ValueKind.DATE: "dates are written without quotes: 2026-01-31",
    ValueKind.TIMESTAMP: "dates and times are written without quotes: 2026-01-31T12:00:00Z",
    ValueKind.TIME: "times of day are written without quotes: 12:30:00",
    ValueKind.GUID: "GUIDs are written without quotes",
}


def of_type(type_: Type, types: Types) -> Value:
    """What a value of `type_` is."""
    if isinstance(type_, Nullable):
        return of_type(type_.type, types)
    if isinstance(type_, ListOf):
        return Value(ValueKind.COLLECTION, None, of_type(type_.item, types))
    if isinstance(type_, Primitive):
        if type_.name.startswith(("Edm.Geography", "Edm.Geometry")):
            return Value(ValueKind.SHAPE, type_.name)
        return Value(_PRIMITIVES.get(type_.name, ValueKind.ANY), type_.name)
    if isinstance(type_, Named):
        found = types.by_name.get(type_.name)
        if isinstance(found, EnumType):
            return Value(ValueKind.ENUMERATION, type_.name)
        if isinstance(found, StructuredType) and not found.opaque:
            return Value(ValueKind.STRUCTURED, type_.name)
    return ANYTHING


def of_literal(literal: Literal) -> Value:
    """What a literal is; null may be anything."""
    return Value(_LITERALS[literal.kind], literal.type_name)


def fits(left: Value, right: Value, given: Expression | None = None) -> bool:
    """Whether two values may be compared. `given` is what gives one of them: literals in quotes are of several types."""
    if ValueKind.ANY in (left.kind, right.kind):
        return True
    if left.item is not None and right.item is not None:
        return fits(left.item, right.item)
    if {left.kind, right.kind} <= _MOMENTS:
        return True
    if isinstance(given, Literal) and given.kind is LiteralKind.STRING:
        other = left if right.kind is ValueKind.STRING else right
        return other.kind is ValueKind.STRING or other.kind in _QUOTED
    return left.kind is right.kind


def comparison_hint(value: Value, given: Expression) -> str | None:
    """How a literal for `value` is written, where `given` is one in quotes."""
    if isinstance(given, Literal) and given.kind is LiteralKind.STRING:
        return _UNQUOTED.get(value.kind)
    if value.kind is ValueKind.STRING and isinstance(given, Literal):
        return f"texts are written in quotes: '{given.text[:60]}'"
    return None
