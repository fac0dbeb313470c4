"""Which kinds of JSON the values of a type have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from edmund.surface.shapes import JsonScalar
from edmund.surface.types import (
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Named,
    NamedType,
    Nullable,
    Primitive,
    Type,
    UnionType,
)

__all__ = ["JsonKind", "json_kinds", "kind_of"]


class JsonKind(Enum):
    STRING = "string"
    NUMBER = "number"
    BOOLEAN = "boolean"
    OBJECT = "object"
    ARRAY = "array"
    NULL = "null"


_ALL: Final = frozenset(JsonKind)
_OF_PRIMITIVES: Final = {
    "Edm.Boolean": JsonKind.BOOLEAN,
    **dict.fromkeys(
        (
            "Edm.String",
            "Edm.Guid",
            "Edm.Date",
            "Edm.DateTimeOffset",
            "Edm.TimeOfDay",
            "Edm.Duration",
            "Edm.Binary",
            "Edm.Stream",
        ),
        JsonKind.STRING,
    ),
}


def kind_of(value: JsonScalar) -> JsonKind:
    """The kind of one value."""
    if value is None:
        return JsonKind.NULL
    if isinstance(value, bool):
        return JsonKind.BOOLEAN
    return JsonKind.STRING if isinstance(value, str) else JsonKind.NUMBER


def json_kinds(type_: Type, named: Mapping[str, NamedType]) -> frozenset[JsonKind]:
    """The kinds of the values of `type_`; `named` are the types that have names.

    An enumeration's are those of its members. A union that is one of its own variants adds nothing there.
    """
    if isinstance(type_, Nullable):
        return json_kinds(type_.type, named) | {JsonKind.NULL}
    if isinstance(type_, ListOf):
        return frozenset({JsonKind.ARRAY})
    if isinstance(type_, MapOf):
        return frozenset({JsonKind.OBJECT})
    if isinstance(type_, Literal):
        return frozenset({kind_of(type_.value)})
    if isinstance(type_, Primitive):
        return frozenset({_OF_PRIMITIVES.get(type_.name, JsonKind.NUMBER)})
    return _of_named(type_.name, named) if isinstance(type_, Named) else _ALL


def _of_named(name: str, named: Mapping[str, NamedType]) -> frozenset[JsonKind]:
    found = named.get(name)
    if isinstance(found, EnumType):
        return frozenset(kind_of(member.value) for member in found.members)
    if not isinstance(found, UnionType):
        return frozenset({JsonKind.OBJECT})
    inside = {**named, name: EnumType("")}
    return frozenset().union(*(json_kinds(variant, inside) for variant in found.variants))
