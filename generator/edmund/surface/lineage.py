"""Inheritance between named types: what a type has from its ancestors, and which types descend from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from edmund.edm import PRIMITIVE_TYPES
from edmund.surface.types import EnumType, PropertyType, StructuredType, Types

__all__ = ["Lineage"]


class Lineage:
    """Answers about inheritance among `types`, remembered.

    Types derive from each other without cycles, as front ends guarantee. A name that is no structured type has
    no ancestors, no members and no descendants.
    """

    def __init__(self, types: Types) -> None:
        self._types = types
        self._members: dict[str, Mapping[str, PropertyType]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._open: dict[str, bool] = {}
        self._streams: dict[str, bool] = {}
        self._order = {type_.name: at for at, type_ in enumerate(types.types)}

    @property
    def types(self) -> Types:
        """The types that are asked about."""
        return self._types

    def upwards(self, name: str) -> Iterator[StructuredType]:
        """The type and its ancestors, nearest first."""
        at = self._types.structured(name)
        while at is not None:
            yield at
            at = self._types.structured(at.base)

    def ancestors(self, name: str) -> tuple[StructuredType, ...]:
        """The types that `name` derives from, nearest first; without the type itself."""
        return tuple(self.upwards(name))[1:]

    def members(self, name: str) -> Mapping[str, PropertyType]:
        """Inherited and own properties by name, those that lead to other resources last.

        Within either sort the base's come first; one redefined keeps the base's place. They say what holds for
        the type called `name`.
        """
        known = self._members.get(name)
        if known is None:
            known = {}
            for at in self._unknown(name, self._members):
                known = self._members[at.name] = _inherited(
                    at, self._members.get(at.base or "", {})
                )
        return known

    def _unknown(self, name: str, known: Mapping[str, object]) -> Iterator[StructuredType]:
        """The type and its ancestors of which nothing is in `known` yet, base first.

        What a type inherits is made from what its base has: a chain of bases takes time by its length.
        """
        found: list[StructuredType] = []
        for at in self.upwards(name):
            if at.name in known:
                break
            found.append(at)
        return reversed(found)

    def key(self, name: str) -> tuple[str, ...]:
        """The key, own or inherited; empty when there is none."""
        for at in self._unknown(name, self._keys):
            self._keys[at.name] = at.key or self._keys.get(at.base or "", ())
        return self._keys.get(name, ())

    def is_open(self, name: str) -> bool:
        """Whether the type or an ancestor is open: openness is inherited."""
        for at in self._unknown(name, self._open):
            self._open[at.name] = at.open or self._open.get(at.base or "", False)
        return self._open.get(name, False)

    def has_stream(self, name: str) -> bool:
        """Whether resources of the type are also files."""
        for at in self._unknown(name, self._streams):
            self._streams[at.name] = at.has_stream or self._streams.get(at.base or "", False)
        return self._streams.get(name, False)

    def descendants(self, name: str) -> tuple[str, ...]:
        """The types that derive from `name`, at any distance, in the order of the description."""
        derived = self._types.derived_by_name
        found: list[str] = []
        pending = list(derived.get(name, ()))
        while pending:
            at = pending.pop()
            found.append(at)
            pending.extend(derived.get(at, ()))
        return tuple(sorted(found, key=self._order.__getitem__))

    def is_assignable(self, name: str, base: str) -> bool:
        """Whether a value of type `name` may stand where `base` is asked for.

        EDM's abstract types take what they stand for (CSDL XML 4.01, section 3.4).
        """
        if base in (name, "Edm.Untyped"):
            return True
        found = self._types.by_name.get(name)
        if base == "Edm.PrimitiveType":
            known = name in PRIMITIVE_TYPES or name in self._types.defined
            return known or isinstance(found, EnumType)
        if not isinstance(found, StructuredType):
            return False
        if base in ("Edm.EntityType", "Edm.ComplexType"):
            return found.identity is (base == "Edm.EntityType")
        return any(at.name == base for at in self.upwards(name))


def _inherited(
    type_: StructuredType, inherited: Mapping[str, PropertyType]
) -> Mapping[str, PropertyType]:
    """The members of a type by name, out of those of its base."""
    if not type_.properties and not type_.inherited_writing:
        return inherited
    found = dict(inherited)
    for name, writing in type_.inherited_writing:
        if name in found:
            found[name] = replace(found[name], writing=writing)
    found.update((member.name, member) for member in type_.properties)
    if not inherited:
        return found  # Properties are declared before what leads to other resources.
    return {m.name: m for m in sorted(found.values(), key=_is_navigation)}


def _is_navigation(member: PropertyType) -> bool:
    return member.navigation
