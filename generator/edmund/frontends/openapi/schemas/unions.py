"""What tells the variants of a union apart: decided here, once, by a table of rules in order.

A mapping that the description has; a member with one value each; the kind of JSON; a member that a variant
must have and no other one knows. What none of them tells apart stays raw JSON, which fits all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from edmund.surface.json_kinds import JsonKind, json_kinds
from edmund.surface.types import (
    AnyJson,
    Discriminator,
    EnumType,
    Literal,
    Named,
    NamedType,
    Nullable,
    Primitive,
    PropertyType,
    Rule,
    StructuredType,
    Type,
    UnionType,
)

__all__ = ["decide", "simplified"]

_TEXT: Final = frozenset(
    {
        "Edm.String",
        "Edm.Guid",
        "Edm.Date",
        "Edm.DateTimeOffset",
        "Edm.TimeOfDay",
        "Edm.Duration",
        "Edm.Binary",
        "Edm.Stream",
    }
)


def simplified(
    variants: Sequence[Type], named: Mapping[str, NamedType]
) -> tuple[tuple[Type, ...], bool]:
    """The variants without those that another one includes, and whether null is one of them.

    Text of several formats is text; numbers are one kind of number; an enumeration, always open, includes text.
    """
    null = any(isinstance(each, Nullable) for each in variants)
    plain = [each.type if isinstance(each, Nullable) else each for each in variants]
    found: list[Type] = []
    for each in plain:
        if each not in found:
            found.append(each)
    if any(isinstance(each, AnyJson) for each in found):
        return (AnyJson(),), True
    texts = [each for each in found if _is_text(each)]
    enums = [each for each in found if _is_text_enum(each, named)]
    numbers = [
        each
        for each in found
        if isinstance(each, Primitive) and json_kinds(each, named) == {JsonKind.NUMBER}
    ]
    replaced: dict[int, Type | None] = {}
    if enums and texts:
        replaced.update({id(each): None for each in texts})
    elif len(texts) > 1:
        _merge(texts, replaced, "Edm.String")
    if len(numbers) > 1:
        _merge(numbers, replaced, _widest(numbers))
    merged: list[Type] = []
    for each in found:
        kept = replaced.get(id(each), each)
        if kept is not None and kept not in merged:
            merged.append(kept)
    return tuple(merged), null


def _merge(types: Sequence[Type], replaced: dict[int, Type | None], name: str) -> None:
    same = types[0] if all(each == types[0] for each in types) else Primitive(name)
    for index, each in enumerate(types):
        replaced[id(each)] = same if index == 0 else None


def _widest(numbers: Sequence[Type]) -> str:
    names = {each.name for each in numbers if isinstance(each, Primitive)}
    for name in ("Edm.Decimal", "Edm.Double", "Edm.Single"):
        if name in names:
            return "Edm.Double" if name == "Edm.Single" else name
    return "Edm.Int64"


def _is_text(type_: Type) -> bool:
    return isinstance(type_, Primitive) and type_.name in _TEXT


def _is_text_enum(type_: Type, named: Mapping[str, NamedType]) -> bool:
    found = named.get(type_.name) if isinstance(type_, Named) else None
    return isinstance(found, EnumType) and json_kinds(type_, named) == {JsonKind.STRING}


def decide(union: UnionType, named: Mapping[str, NamedType]) -> UnionType:
    """The union with the rule that tells its variants apart; one with a discriminator keeps it.

    `named` are all named types, whose structured ones have their properties.
    """
    if union.discriminator is not None and union.discriminator.mapping:
        return replace(union, rule=Rule.DISCRIMINATOR)
    if len(union.variants) < 2:
        return replace(union, rule=Rule.JSON_KIND)
    kinds = [json_kinds(each, named) for each in union.variants]
    if _disjoint(kinds):
        return replace(union, rule=Rule.JSON_KIND)
    objects = [
        each for each, kind in zip(union.variants, kinds, strict=True) if JsonKind.OBJECT in kind
    ]
    rest = [kind for kind in kinds if JsonKind.OBJECT not in kind]
    if not _disjoint([frozenset({JsonKind.OBJECT}), *rest]):
        return replace(union, rule=Rule.NONE)
    members = [_members(each, named) for each in objects]
    if any(each is None for each in members):
        return replace(union, rule=Rule.NONE)
    known = [each for each in members if each is not None]
    names = [each.name for each in objects if isinstance(each, Named)]
    told = _by_value(known, names, named)
    if told is not None:
        return replace(union, rule=Rule.LITERAL, discriminator=told)
    own = _by_member(known, names)
    if own is not None:
        return replace(union, rule=Rule.MEMBER, telling=own)
    return replace(union, rule=Rule.NONE)


def _disjoint(kinds: Sequence[frozenset[JsonKind]]) -> bool:
    return sum(map(len, kinds)) == len(frozenset().union(*kinds))


Members = Mapping[str, PropertyType]


def _members(type_: Type, named: Mapping[str, NamedType]) -> Members | None:
    """All properties of a structured type; None when it is none."""
    at = named.get(type_.name) if isinstance(type_, Named) else None
    if not isinstance(at, StructuredType):
        return None
    found: dict[str, PropertyType] = {}
    seen: set[str] = set()
    while isinstance(at, StructuredType) and at.name not in seen:
        seen.add(at.name)
        for member in at.properties:
            found.setdefault(member.name, member)
        at = named.get(at.base) if at.base is not None else None
    return found


def _by_value(
    members: Sequence[Members], names: Sequence[str], named: Mapping[str, NamedType]
) -> Discriminator | None:
    """A member that every variant must have, each with values of its own."""
    for name, first in members[0].items():
        if not first.required:
            continue
        mapping: dict[str, str] = {}
        count = 0
        for each, type_name in zip(members, names, strict=True):
            member = each.get(name)
            values = () if member is None or not member.required else _values(member.type, named)
            for value in values:
                mapping[value] = type_name
            count += len(values)
            if not values:
                break
        else:
            if len(mapping) == count:
                return Discriminator(name, tuple(mapping.items()))
    return None


def _values(type_: Type, named: Mapping[str, NamedType]) -> tuple[str, ...]:
    """The texts that a member can be; none when it can be more than it says."""
    if isinstance(type_, Literal) and isinstance(type_.value, str):
        return (type_.value,)
    found = named.get(type_.name) if isinstance(type_, Named) else None
    if isinstance(found, EnumType) and all(isinstance(m.value, str) for m in found.members):
        return tuple(str(member.value) for member in found.members)
    return ()


def _by_member(
    members: Sequence[Members], names: Sequence[str]
) -> tuple[tuple[str, str], ...] | None:
    """For each variant a member that it must have and no other one has; one may do without."""
    told: list[tuple[str, str]] = []
    without = 0
    for index, (each, type_name) in enumerate(zip(members, names, strict=True)):
        others = {name for at, other in enumerate(members) if at != index for name in other}
        own = next((m.name for m in each.values() if m.required and m.name not in others), None)
        if own is None:
            without += 1
        else:
            told.append((own, type_name))
    return tuple(told) if without <= 1 and told else None
