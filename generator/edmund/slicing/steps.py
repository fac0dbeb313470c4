"""The segments of the Surface as steps of a selection: which elements of the model each of them uses.

The surface itself says what may follow what, resource by resource as it is asked for, so that a narrow
path in a large model stays cheap and a path is here exactly where `edmund inspect` shows one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.model.elements import Model, Operation
from edmund.model.lineage import Lineage
from edmund.surface.build import OpenSurface
from edmund.surface.elements import Edge, SegmentKind
from edmund.surface.lookup import called, spelled_edge

__all__ = ["CHILDREN", "KEYS", "OPERATIONS", "SYSTEM", "Place", "Step", "Steps"]

KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)
OPERATIONS = (SegmentKind.OPERATION, SegmentKind.IMPORT)
CHILDREN = (SegmentKind.CHILD, SegmentKind.IMPORT)
SYSTEM = (SegmentKind.COUNT, SegmentKind.REFERENCE, SegmentKind.VALUE)
_STAYS = (*KEYS, SegmentKind.CAST, SegmentKind.PROPERTY)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a URL path has led: a resource by its id; `type_name` is what is there, empty if nothing is.

    `referenced` tells that it belongs to another place: the path went through a navigation property
    that does not contain its target.
    """

    resource: str
    type_name: str = ""
    referenced: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of the surface: `names` are its spellings in lower case, none for a key.

    `elements` names what it uses: `ns.Container/child`s or `ns.type/property`, a type or an operation.
    `wide` marks a cast from a type that says nothing of what to expect.
    """

    edge: Edge
    names: tuple[str, ...]
    target: Place
    elements: tuple[str, ...]
    operation: Operation | None = None
    wide: bool = False

    @property
    def label(self) -> str:
        """The segment as a path has it, without a slash."""
        return spelled_edge(self.edge).removeprefix("/")

    @property
    def leads_by_name(self) -> bool:
        return bool(self.names) and self.edge.kind not in SYSTEM


class Steps:
    """The steps from each place of one model."""

    def __init__(self, model: Model, lineage: Lineage) -> None:
        self._lineage = lineage
        self._surface = OpenSurface(model)
        self._aliases = {s.namespace: s.alias for s in model.schemas if s.alias is not None}
        self._contained = _Containments(model)
        self._imports: dict[tuple[str, str], list[str]] = {}
        for container in model.containers:
            for each in container.operation_imports:
                found = self._imports.setdefault((each.name, each.operation), [])
                found.append(f"{container.name}/{each.name}")
        self._known: dict[Place, tuple[Step, ...]] = {}
        self.root = Place(self._surface.root)

    def of(self, place: Place) -> tuple[Step, ...]:
        """The segments that may follow `place`, in the order of the surface."""
        known = self._known.get(place)
        if known is None:
            wide = bool(place.type_name) and self._lineage.is_universal(place.type_name)
            known = tuple(
                self._step(place, edge, wide) for edge in self._surface.edges(place.resource)
            )
            self._known[place] = known
        return known

    def _step(self, origin: Place, edge: Edge, from_anything: bool) -> Step:
        type_ = self._surface.type_of(edge.target)
        operation = self._surface.operation(edge.target) if edge.kind in OPERATIONS else None
        target = Place(
            edge.target,
            "" if type_ is None or edge.kind in SYSTEM else type_.name,
            self._is_referenced(origin, edge),
        )
        return Step(
            edge,
            tuple(self._spellings(edge)),
            target,
            self._elements(origin, edge),
            operation,
            wide=edge.kind is SegmentKind.CAST and from_anything,
        )

    def _is_referenced(self, origin: Place, edge: Edge) -> bool:
        if edge.kind is SegmentKind.NAVIGATION:
            return origin.referenced or not self._contained.has(edge.qualified_name or "")
        # What a composable function returns is made to be gone into (section 12.6).
        return origin.referenced and edge.kind in _STAYS

    def _elements(self, origin: Place, edge: Edge) -> tuple[str, ...]:
        if edge.kind is SegmentKind.IMPORT:
            return tuple(self._imports.get((edge.name, edge.qualified_name or ""), ()))
        return (edge.qualified_name or origin.type_name,)

    def _spellings(self, edge: Edge) -> Iterator[str]:
        yield from called(edge)
        if edge.kind in (SegmentKind.CAST, SegmentKind.OPERATION):
            namespace, _, simple = (edge.qualified_name or "").rpartition(".")
            alias = self._aliases.get(namespace)
            if alias is not None:
                yield f"{alias}.{simple}".lower()


class _Containments:
    """Which navigation properties contain what they lead to."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._of: dict[str, frozenset[str]] = {}

    def has(self, qualified_name: str) -> bool:
        owner, _, name = qualified_name.partition("/")
        found = self._of.get(owner)
        if found is None:
            type_ = self._model.structured(owner)
            navigation = type_.navigation_properties if type_ is not None else ()
            found = frozenset(nav.name for nav in navigation if nav.contains_target)
            self._of[owner] = found
        return name in found
