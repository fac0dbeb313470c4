"""What an object that a caller makes has from the start: properties that can have one value only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.surface.lineage import Lineage
from edmund.surface.shapes import JsonScalar
from edmund.surface.types import (
    Discriminator,
    Literal,
    Rule,
    StructuredType,
    Types,
    UnionType,
)

__all__ = ["Presets", "presets_of"]

Presets = Mapping[str, JsonScalar]
"""Values by the property's name in JSON."""


def presets_of(types: Types) -> dict[str, Presets]:
    """The presets of each structured type that has some, by the type's name; those of its bases are not repeated.

    A required property of a literal type is set to it, one that tells types apart to the value that tells this one,
    where all that say so give the type exactly one and the type has the property or takes any.
    """
    lineage = Lineage(types)
    told: dict[str, dict[str, set[str]]] = {}
    for discriminator in _discriminators(types):
        for value, name in discriminator.mapping:
            told.setdefault(name, {}).setdefault(discriminator.property, set()).add(value)
    found: dict[str, Presets] = {}
    for type_ in types.types:
        if isinstance(type_, StructuredType):
            own = {
                **_only_values(type_.name, told.get(type_.name, {}), lineage),
                **dict(_literals(type_)),
            }
            if own:
                found[type_.name] = own
    return found


def _discriminators(types: Types) -> Iterator[Discriminator]:
    for type_ in types.types:
        if isinstance(type_, StructuredType) and type_.discriminator is not None:
            yield type_.discriminator
        if isinstance(type_, UnionType) and type_.rule is Rule.DISCRIMINATOR:
            assert type_.discriminator is not None
            yield type_.discriminator


def _only_values(name: str, told: Mapping[str, set[str]], lineage: Lineage) -> Presets:
    takes_any = lineage.is_open(name) or any(
        at.additional is not None for at in lineage.upwards(name)
    )
    members = lineage.members(name)
    return {
        member: next(iter(values))
        for member, values in told.items()
        if len(values) == 1 and (takes_any or member in members)
    }


def _literals(type_: StructuredType) -> Iterator[tuple[str, JsonScalar]]:
    for member in type_.properties:
        if member.writing.required_on_create and isinstance(member.type, Literal):
            yield member.name, member.type.value
