"""Inheritance: what a type has from its ancestors, and which types descend from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from edmund.model.edm import PRIMITIVE_TYPES
from edmund.model.elements import (
    Model,
    NavigationProperty,
    Property,
    PropertyRef,
    StructuredType,
    TypeKind,
)

__all__ = ["Lineage"]

_UNIVERSAL = 100
_Member = TypeVar("_Member", Property, NavigationProperty)


class Lineage:
    """Answers about inheritance in one Model, remembered. Names are qualified type names.

    The model is free of inheritance cycles, as `resolve_model` guarantees. A name that is no structured type
    of the model has no ancestors, no members and no descendants.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        self._entity_count = sum(t.kind is TypeKind.ENTITY for t in model.types)
        self._order = {t.name: at for at, t in enumerate(model.types)}
        self._properties: dict[str, tuple[Property, ...]] = {}
        self._navigation: dict[str, tuple[NavigationProperty, ...]] = {}
        self._descendants: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, tuple[PropertyRef, ...]] = {}
        self._open: dict[str, bool] = {}
        self._streams: dict[str, bool] = {}

    def upwards(self, name: str) -> Iterator[StructuredType]:
        """The type and its ancestors, nearest first."""
        at = self._model.structured(name)
        while at is not None:
            yield at
            at = None if at.base is None else self._model.structured(at.base)

    def unknown(self, name: str, known: Mapping[str, object]) -> Iterator[StructuredType]:
        """The type and its ancestors of which nothing is in `known` yet, base first; none for other names.

        What a type inherits is made from what its base has: a chain of bases takes time by its length.
        """
        found: list[StructuredType] = []
        for at in self.upwards(name):
            if at.name in known:
                break
            found.append(at)
        return reversed(found)

    def base(self, name: str) -> str | None:
        """The type that `name` derives from, if the model has it."""
        declared = self._model.structured(name)
        if declared is None or declared.base is None:
            return None
        return declared.base if self._model.structured(declared.base) is not None else None

    def ancestors(self, name: str) -> tuple[StructuredType, ...]:
        """The types that `name` derives from, nearest first; without the type itself."""
        return tuple(self.upwards(name))[1:]

    def properties(self, name: str) -> tuple[Property, ...]:
        """Inherited and own properties, base first; one redefined keeps the base's place."""
        known = self._properties
        for at in self.unknown(name, known):
            known[at.name] = _overlaid(known.get(at.base or "", ()), at.properties)
        return known.get(name, ())

    def navigation_properties(self, name: str) -> tuple[NavigationProperty, ...]:
        """Inherited and own navigation properties, base first."""
        known = self._navigation
        for at in self.unknown(name, known):
            known[at.name] = _overlaid(known.get(at.base or "", ()), at.navigation_properties)
        return known.get(name, ())

    def key(self, name: str) -> tuple[PropertyRef, ...]:
        """The key, own or inherited; empty when there is none (section 6.5)."""
        for at in self.unknown(name, self._keys):
            self._keys[at.name] = at.key or self._keys.get(at.base or "", ())
        return self._keys.get(name, ())

    def is_open(self, name: str) -> bool:
        """Whether the type or an ancestor is open: openness is inherited (section 6.3)."""
        for at in self.unknown(name, self._open):
            self._open[at.name] = at.open or self._open.get(at.base or "", False)
        return self._open.get(name, False)

    def has_stream(self, name: str) -> bool:
        """Whether the type or an ancestor is a media entity type (section 6.4)."""
        for at in self.unknown(name, self._streams):
            self._streams[at.name] = at.has_stream or self._streams.get(at.base or "", False)
        return self._streams.get(name, False)

    def descendants(self, name: str) -> tuple[str, ...]:
        """The types that derive from `name`, at any distance, in document order."""
        known = self._descendants.get(name)
        if known is None:
            derived = self._model.derived_by_name
            found: list[str] = []
            pending = list(derived.get(name, ()))
            while pending:
                at = pending.pop()
                found.append(at)
                pending.extend(derived.get(at, ()))
            found.sort(key=self._order.__getitem__)
            known = self._descendants[name] = tuple(found)
        return known

    def is_universal(self, name: str) -> bool:
        """Whether `name` is what a service calls "anything": the root of half of all entity types.

        That a navigation property leads to such a type (Graph's `entity`) says nothing about the types to
        expect. In a model of few types half of them may well be meant, so it takes a hundred.
        """
        declared = self._model.structured(name)
        if declared is None or declared.kind is not TypeKind.ENTITY or declared.base is not None:
            return False
        count = len(self.descendants(name))
        return count >= _UNIVERSAL and 2 * count >= self._entity_count

    def is_assignable(self, name: str, base: str) -> bool:
        """Whether a value of type `name` may stand where `base` is asked for.

        Edm's abstract types take what they stand for (section 3.4).
        """
        if base in (name, "Edm.Untyped"):
            return True
        if base == "Edm.PrimitiveType":
            found = self._model.types_by_name.get(name)
            return name in PRIMITIVE_TYPES or (
                found is not None and not isinstance(found, StructuredType)
            )
        declared = self._model.structured(name)
        if declared is None:
            return False
        if base == "Edm.EntityType":
            return declared.kind is TypeKind.ENTITY
        if base == "Edm.ComplexType":
            return declared.kind is TypeKind.COMPLEX
        return any(at.name == base for at in self.upwards(name))


def _overlaid(inherited: tuple[_Member, ...], own: tuple[_Member, ...]) -> tuple[_Member, ...]:
    """Inherited members, then own ones; one redefined keeps its place."""
    if not own:
        return inherited
    found = {member.name: member for member in inherited}
    found.update((member.name, member) for member in own)
    return tuple(found.values())
