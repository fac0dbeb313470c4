"""Which members an object has from the start, because its type leaves no choice: what a caller need not write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.surface.lineage import Lineage
from edmund.surface.types import (
    Discriminator,
    EnumType,
    JsonScalar,
    Literal,
    Named,
    Nullable,
    Primitive,
    StructuredType,
    Type,
    Types,
    UnionType,
)

__all__ = ["SaidMembers", "said_members"]

SaidMembers = Mapping[str, JsonScalar]


def said_members(types: Types) -> Mapping[str, SaidMembers]:
    """By structured type, the JSON values of the members that new objects of it have without being asked.

    A required member of one value has it. The member of a discriminator has the one value that means the type; where
    several do, or two discriminators disagree, the caller says which. Inherited members are included.
    """
    lineage = Lineage(types)
    unions = [t.discriminator for t in types.types if isinstance(t, UnionType) and t.discriminator]
    told: dict[str, list[Discriminator]] = {}
    for discriminator in unions:
        for name in dict.fromkeys(name for _, name in discriminator.mapping):
            told.setdefault(name, []).append(discriminator)
    found: dict[str, SaidMembers] = {}
    for type_ in types.types:
        if isinstance(type_, StructuredType):
            own = next(
                (a.discriminator for a in lineage.upwards(type_.name) if a.discriminator), None
            )
            by = [*((own,) if own else ()), *told.get(type_.name, ())]
            found[type_.name] = _said(type_, by, types, lineage)
    return found


def _said(
    type_: StructuredType, discriminators: list[Discriminator], types: Types, lineage: Lineage
) -> SaidMembers:
    members = lineage.members(type_.name)
    found = {
        member.name: member.type.value
        for member in members.values()
        if member.required and isinstance(member.type, Literal)
    }
    claims: dict[str, set[str]] = {}
    for discriminator in discriminators:
        values = [value for value, name in discriminator.mapping if name == type_.name]
        if values:
            claims.setdefault(discriminator.property, set()).update(values)
    for name, said in claims.items():
        if len(said) == 1 and name not in found:
            (text,) = said
            member = members.get(name)
            spelled = () if member is None else tuple(_spelled(text, member.type, types))
            found[name] = spelled[0] if spelled else text
    return found


def _spelled(text: str, type_: Type, types: Types) -> Iterator[JsonScalar]:
    """The values of the type that a discriminator's mapping, whose keys are text, calls `text`."""
    plain = type_.type if isinstance(type_, Nullable) else type_
    if isinstance(plain, Literal):
        yield plain.value
    elif isinstance(plain, Named):
        enum = types.by_name.get(plain.name)
        if isinstance(enum, EnumType):
            yield from (m.value for m in enum.members if _written(m.value) == text)
    elif isinstance(plain, Primitive):
        if plain.name == "Edm.Boolean" and text in ("true", "false"):
            yield text == "true"
        elif plain.name.startswith("Edm.Int") and text.removeprefix("-").isdecimal():
            yield int(text)


def _written(value: JsonScalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)
