"""What URL segments lead to from where, for choosing parts of a model by path.

Coarser than the surface: no calls, no options, only which elements of the model a segment uses. Steps
are found as they are asked for, so that a narrow path in a large model stays cheap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from edmund.model.elements import Model, Operation, StructuredType, TypeReference
from edmund.model.lineage import Lineage

__all__ = ["ROOT", "Addressing", "Place", "PlaceKind", "Step", "StepKind"]


class PlaceKind(Enum):
    ROOT = "root"
    COLLECTION = "collection"
    SINGLE = "single"
    END = "end"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a URL path has led: `type_name` is what is there.

    `referenced` tells that it belongs to another place: the path went through a navigation property
    that does not contain its target.
    """

    kind: PlaceKind
    type_name: str = ""
    referenced: bool = False


ROOT = Place(PlaceKind.ROOT)
_END = Place(PlaceKind.END)


class StepKind(Enum):
    CHILD = "child"
    IMPORT = "import"
    KEY = "key"
    NAVIGATION = "navigation property"
    PROPERTY = "property"
    CAST = "cast"
    OPERATION = "operation"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Step:
    """One URL segment: `names` are its spellings in lower case (none for a key), `label` its own.

    `element` names what it uses: `ns.Container/child`, `ns.type/property`, a type, or an operation whose
    overloads are `overloads`. `wide` marks a cast from a type that says nothing of what to expect.
    """

    kind: StepKind
    label: str
    names: frozenset[str]
    target: Place
    element: str
    overloads: tuple[Operation, ...] = ()
    wide: bool = False


def _fold(*names: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


class Addressing:
    """The steps from each place of one model."""

    def __init__(self, model: Model, lineage: Lineage) -> None:
        self._model = model
        self._lineage = lineage
        self._aliases = {s.namespace: s.alias for s in model.schemas if s.alias is not None}
        self._known: dict[Place, tuple[Step, ...]] = {}
        self._members_of: dict[tuple[str, bool], tuple[Step, ...]] = {}
        self._bound: dict[tuple[str, bool], list[Operation]] = {}
        for operation in model.operations:
            binding = operation.binding
            if binding is not None:
                key = (binding.name, binding.collection)
                self._bound.setdefault(key, []).append(operation)

    def steps(self, place: Place) -> tuple[Step, ...]:
        """The segments that may follow `place`, in document order."""
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = tuple(self._find(place))
        return known

    def _find(self, place: Place) -> Iterator[Step]:
        if place.kind is PlaceKind.ROOT:
            yield from self._root()
        elif place.kind is not PlaceKind.END:
            if place.kind is PlaceKind.COLLECTION:
                single = Place(PlaceKind.SINGLE, place.type_name, place.referenced)
                yield Step(StepKind.KEY, "{id}", frozenset(), single, place.type_name)
            else:
                yield from self._members(place)
            yield from self._casts(place)
            yield from self._operations(place)
            for system in ("$count", "$ref", "$value"):
                yield Step(StepKind.SYSTEM, system, _fold(system), _END, "")

    def _root(self) -> Iterator[Step]:
        for container in self._model.containers:
            for entity_set in container.entity_sets:
                target = Place(PlaceKind.COLLECTION, entity_set.type)
                yield self._child(container.name, entity_set.name, target)
            for singleton in container.singletons:
                target = Place(PlaceKind.SINGLE, singleton.type)
                yield self._child(container.name, singleton.name, target)
            for each in container.operation_imports:
                overloads = tuple(
                    operation
                    for operation in self._model.operations_by_name.get(each.operation, ())
                    if not operation.bound
                )
                yield Step(
                    StepKind.IMPORT,
                    each.name,
                    _fold(each.name),
                    self._result(overloads),
                    f"{container.name}/{each.name}",
                    overloads,
                )

    def _child(self, container: str, name: str, target: Place) -> Step:
        return Step(StepKind.CHILD, name, _fold(name), target, f"{container}/{name}")

    def _members(self, place: Place) -> Iterator[Step]:
        declared = self._model.structured(place.type_name)
        if declared is None:
            return
        for at in (*reversed(self._lineage.ancestors(declared.name)), declared):
            key = (at.name, place.referenced)
            members = self._members_of.get(key)
            if members is None:
                members = tuple(self._declared_members(at, place.referenced))
                self._members_of[key] = members
            yield from members

    def _declared_members(self, declared: StructuredType, referenced: bool) -> Iterator[Step]:
        for navigation in declared.navigation_properties:
            target = self._place(navigation.type, referenced or not navigation.contains_target)
            element = f"{declared.name}/{navigation.name}"
            names = _fold(navigation.name)
            yield Step(StepKind.NAVIGATION, navigation.name, names, target, element)
        for prop in declared.properties:
            element = f"{declared.name}/{prop.name}"
            target = self._place(prop.type, referenced)
            yield Step(StepKind.PROPERTY, prop.name, _fold(prop.name), target, element)

    def _place(self, reference: TypeReference, referenced: bool) -> Place:
        if self._model.structured(reference.name) is None:
            return _END
        kind = PlaceKind.COLLECTION if reference.collection else PlaceKind.SINGLE
        return Place(kind, reference.name, referenced)

    def _casts(self, place: Place) -> Iterator[Step]:
        wide = self._lineage.is_universal(place.type_name)
        for derived in self._lineage.descendants(place.type_name):
            target = Place(place.kind, derived, place.referenced)
            names = self._spellings(derived)
            yield Step(StepKind.CAST, derived, names, target, derived, wide=wide)

    def _operations(self, place: Place) -> Iterator[Step]:
        collection = place.kind is PlaceKind.COLLECTION
        found: dict[str, list[Operation]] = {}
        types = [place.type_name, *(t.name for t in self._lineage.ancestors(place.type_name))]
        for type_name in types:
            for operation in self._bound.get((type_name, collection), ()):
                found.setdefault(operation.name, []).append(operation)
        for name, overloads in found.items():
            chosen = tuple(overloads)
            target = self._result(chosen)
            names = self._spellings(name) | _fold(name.rpartition(".")[2])
            yield Step(StepKind.OPERATION, name, names, target, name, chosen)

    def _result(self, overloads: tuple[Operation, ...]) -> Place:
        """Where a path may go on after an operation: into what a function returns.

        What a composable function returns is made to be gone into (section 12.6); any other result is
        a copy of something that has a place of its own.
        """
        for overload in sorted(overloads, key=lambda one: not one.composable):
            if overload.return_type is not None:
                return self._place(overload.return_type.type, not overload.composable)
        return _END

    def _spellings(self, qualified: str) -> frozenset[str]:
        namespace, _, simple = qualified.rpartition(".")
        alias = self._aliases.get(namespace)
        return _fold(qualified) if alias is None else _fold(qualified, f"{alias}.{simple}")
