"""Gives JSON values their types in the algebra: what a value is by the description, kept as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from edmund.plan.unions import PlannedUnion, PlannedVariant, planned_union
from edmund.samples.tree import (
    AnyJson,
    Entries,
    Enumeration,
    File,
    Items,
    Member,
    Null,
    Scalar,
    Structure,
    Value,
    Variant,
)
from edmund.surface.json_kinds import JsonKind, kind_of
from edmund.surface.lineage import Lineage
from edmund.surface.types import (
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    StructuredType,
    Type,
    UnionType,
)

__all__ = ["Binding", "json_kind"]

_OF_LITERALS = {
    JsonKind.STRING: "Edm.String",
    JsonKind.BOOLEAN: "Edm.Boolean",
    JsonKind.NUMBER: "Edm.Double",
}


def json_kind(value: object) -> JsonKind:
    """The kind of a parsed JSON value."""
    if isinstance(value, Mapping):
        return JsonKind.OBJECT
    if isinstance(value, list | tuple):
        return JsonKind.ARRAY
    if value is None or isinstance(value, str | bool | int | float | Decimal):
        return kind_of(value)
    return JsonKind.STRING  # a file


class Binding:
    """Binds values to the types of one surface, whose `lineage` is given."""

    def __init__(self, lineage: Lineage) -> None:
        self._lineage = lineage
        self._unions: dict[str, PlannedUnion] = {}

    def value(self, value: object, type_: Type) -> Value:
        """`value` as one of `type_`; what does not fit stays JSON."""
        if isinstance(value, File):
            return value
        if value is None:
            return Null()
        match type_:
            case Nullable(inner):
                return self.value(value, inner)
            case ListOf(item) if isinstance(value, list | tuple):
                return Items(item, tuple(self.value(each, item) for each in value))
            case MapOf(item) if isinstance(value, Mapping):
                entries = tuple((name, self.value(each, item)) for name, each in value.items())
                return Entries(item, entries)
            case Primitive(name) if not isinstance(value, list | tuple | Mapping):
                return Scalar(name, value)
            case Literal(literal) if value == literal and not isinstance(value, list | Mapping):
                kind = json_kind(value)
                is_whole = isinstance(value, int) and not isinstance(value, bool)
                return Scalar("Edm.Int64" if is_whole else _OF_LITERALS[kind], value)
            case Named(name):
                return self._named(value, name)
            case _:
                return AnyJson(value)

    def _named(self, value: object, name: str) -> Value:
        match self._lineage.types.by_name.get(name):
            case EnumType() as found:
                return self._member(value, found)
            case UnionType() as found:
                return self._variant(value, found)
            case StructuredType(opaque=False) if isinstance(value, Mapping):
                return self._object(value, name)
            case _:
                return AnyJson(value)

    def _member(self, value: object, type_: EnumType) -> Value:
        names: set[str] = set()
        for member in type_.members:
            is_it = type(member.value) is type(value) and member.value == value
            if is_it and member.name not in names:  # `1` and `"1"` have one name
                return Enumeration(type_.name, str(value), (member.name,))
            names.add(member.name)
        return AnyJson(value)

    def _variant(self, value: object, union: UnionType) -> Value:
        planned = self._unions.get(union.name)
        if planned is None:
            planned = self._unions[union.name] = planned_union(union, self._lineage.types)
        at = _variant_at(value, planned)
        if at is None:
            return AnyJson(value)
        return Variant(union.name, at, self.value(value, planned.variants[at].type))

    def _object(self, value: Mapping[str, object], declared: str) -> Structure:
        name = self._type_of(value, declared)
        members = self._lineage.members(name)
        found: list[Member] = []
        for wire, each in value.items():
            member = members.get(wire)
            if member is None:
                found.append(Member(wire, AnyJson(each)))
            else:
                bound = self.value(each, member.type)
                found.append(Member(wire, bound, member.type, member.secret))
        return Structure(name, tuple(found), declared)

    def _type_of(self, value: Mapping[str, object], declared: str) -> str:
        """The type that the discriminator of the declared one, or of a base, names."""
        for above in self._lineage.upwards(declared):
            if above.discriminator is None:
                continue
            said = value.get(above.discriminator.property)
            for text, name in above.discriminator.mapping:
                if text == said and self._lineage.is_assignable(name, declared):
                    return name
        return declared


def _variant_at(value: object, union: PlannedUnion) -> int | None:
    """The one variant that a value is of, by the rule of the union; None where it stays raw."""
    kind = json_kind(value)
    able = [at for at, variant in enumerate(union.variants) if kind in variant.kinds]
    if len(able) < 2 or not isinstance(value, Mapping):
        return able[0] if len(able) == 1 else None
    if union.property is not None:
        said = value.get(union.property)
        return _one([at for at in able if said in union.variants[at].values])
    with_member = [at for at in able if union.variants[at].member in value]
    if with_member:
        return _one(with_member)
    return _one([at for at in able if _tells_nothing(union.variants[at])])


def _tells_nothing(variant: PlannedVariant) -> bool:
    return variant.member is None


def _one(found: list[int]) -> int | None:
    return found[0] if len(found) == 1 else None
