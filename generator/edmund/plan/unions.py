"""How a value of a union is read: which variant it is of, by what, and what each variant is called.

A reader goes by the kind of JSON first. Where several variants have that kind, they are objects, and the value of
the union's member decides (`values`), or which member is there at all (`member`), or else the one variant that
has neither is what is left. What fits no variant, or more than one, stays raw JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from edmund.surface.json_kinds import JsonKind, json_kinds
from edmund.surface.types import (
    AnyJson,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Rule,
    Type,
    Types,
    UnionType,
)

__all__ = ["PlannedUnion", "PlannedVariant", "planned_union", "variant_name"]


@dataclass(frozen=True, slots=True)
class PlannedVariant:
    """One variant. `name` is its raw name, to be spelled and told from the others by the language."""

    type: Type
    name: str
    kinds: frozenset[JsonKind]
    values: tuple[str, ...] = ()
    member: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedUnion:
    """`property` is the member whose value tells objects apart; None where no value does."""

    variants: tuple[PlannedVariant, ...]
    rule: Rule
    property: str | None = None


def planned_union(union: UnionType, types: Types) -> PlannedUnion:
    """The plan for one union of `types`."""
    told = union.discriminator if union.rule in (Rule.DISCRIMINATOR, Rule.LITERAL) else None
    values: dict[int, list[str]] = {}
    for value, name in () if told is None else told.mapping:
        at = _variant_of(name, union, types)
        if at is not None:
            values.setdefault(at, []).append(value)
    members = {name: member for member, name in union.telling}
    variants = tuple(
        PlannedVariant(
            variant,
            variant_name(variant),
            json_kinds(variant, types.by_name),
            tuple(values.get(at, ())),
            members.get(variant.name) if isinstance(variant, Named) else None,
        )
        for at, variant in enumerate(union.variants)
    )
    return PlannedUnion(variants, union.rule, None if told is None else told.property)


def variant_name(type_: Type) -> str:
    """What a type without a name of its own is called after: `CatList`, `StringMap`, `Int64`."""
    if isinstance(type_, Named | Primitive):
        return type_.name.rpartition(".")[2]
    if isinstance(type_, ListOf):
        return f"{variant_name(type_.item)}List"
    if isinstance(type_, MapOf):
        return f"{variant_name(type_.value)}Map"
    if isinstance(type_, Nullable):
        return variant_name(type_.type)
    if isinstance(type_, AnyJson):
        return "Json"
    assert isinstance(type_, Literal)
    return str(type_.value)


def _variant_of(name: str, union: UnionType, types: Types) -> int | None:
    """The variant with the type called `name`: itself, the nearest that it derives from, or a union with it."""
    for above in _lineage(name, types):
        for at, variant in enumerate(union.variants):
            if isinstance(variant, Named) and variant.name == above:
                return at
    for at, variant in enumerate(union.variants):
        if isinstance(variant, Named) and name in _inside(variant.name, types, frozenset()):
            return at
    return None


def _lineage(name: str, types: Types) -> list[str]:
    found = [name]
    type_ = types.structured(name)
    while type_ is not None and type_.base is not None and type_.base not in found:
        found.append(type_.base)
        type_ = types.structured(type_.base)
    return found


def _inside(name: str, types: Types, seen: frozenset[str]) -> frozenset[str]:
    """The names of all variants of the union called `name`, those of unions among them included."""
    found = types.by_name.get(name)
    if not isinstance(found, UnionType) or name in seen:
        return frozenset()
    names = frozenset(each.name for each in found.variants if isinstance(each, Named))
    return reduce(lambda all_, one: all_ | _inside(one, types, seen | {name}), names, names)
