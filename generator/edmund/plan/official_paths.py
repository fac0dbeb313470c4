"""The URL paths at which the official clients have classes of an operation's own, such as an action's body.

Those clients are made from an OpenAPI description of the service, which spells out paths: from entity sets and
singletons over contained navigation (OData to OpenAPI Mapping 1.0, section 4.5.1). Resources lead back to each other,
so that there are as many paths as one likes; the conversion ends them where a type comes again, and so does this.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from edmund.surface.elements import Edge, Resource, SegmentKind, Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import PropertyType, StructuredType
from edmund.vendors import graph

__all__ = ["Step", "official_paths"]

Step = tuple[Resource, Edge]
"""A segment and the resource that it starts from."""

MAX_PATHS = 100_000
"""How many paths are looked at: in a schema where everything contains everything there are too many."""

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
_FOLLOWED = (
    SegmentKind.CHILD,
    SegmentKind.IMPORT,
    SegmentKind.OPERATION,
    SegmentKind.CAST,
    SegmentKind.PROPERTY,
    SegmentKind.NAVIGATION,
    *_KEYS,
)


@dataclass(frozen=True, slots=True)
class _Way:
    """A path that was walked: `types` are those on it, `navigations` how many there were.

    `ends`: only operations follow. `cast` is the type that the last segment casts to. `is_invoked`: a function was
    passed. `is_outside`: the last segment leads to what lives elsewhere. `again`: a type has followed itself once.
    """

    steps: tuple[Step, ...]
    resource: Resource
    types: frozenset[str] = frozenset()
    navigations: int = 0
    ends: bool = False
    cast: str | None = None
    has_cast: bool = False
    is_invoked: bool = False
    is_outside: bool = False
    again: bool = False


def official_paths(
    surface: Surface, goals: Collection[str]
) -> Iterator[tuple[tuple[Step, ...], Resource]]:
    """The paths that lead to the resources with ids of `goals`, short ones first."""
    walk = _Walk(surface, goals)
    pending = deque([_Way((), surface.by_id[surface.root])])
    left = MAX_PATHS
    while pending and left:
        way = pending.popleft()
        left -= 1
        if way.resource.id in goals and way.steps:
            yield way.steps, way.resource
        pending.extend(walk.beyond(way))


class _Walk:
    def __init__(self, surface: Surface, goals: Collection[str]) -> None:
        self._surface = surface
        self._goals = goals
        self._leading = _leading_to(goals, surface)
        self._navigation = {
            f"{type_.name}/{member.name}": member
            for type_ in surface.types.types
            if isinstance(type_, StructuredType)
            for member in type_.properties
            if member.navigation
        }
        targets = (surface.by_id[e.target] for e in surface.by_id[surface.root].edges)
        self._at_root = frozenset(filter(None, map(_name, targets)))
        self._is_graph = graph.is_graph(surface.names)

    def beyond(self, way: _Way) -> Iterator[_Way]:
        """The ways that are a segment longer."""
        for edge in way.resource.edges:
            if edge.kind in _FOLLOWED and edge.target in self._leading:
                found = self._over(way, edge)
                if found is not None:
                    target = self._surface.by_id[edge.target]
                    yield replace(found, steps=(*way.steps, (way.resource, edge)), resource=target)

    def _over(self, way: _Way, edge: Edge) -> _Way | None:
        if edge.kind is SegmentKind.CAST:
            return self._over_cast(way, edge)
        if edge.kind is SegmentKind.NAVIGATION:
            return self._over_navigation(way, edge)
        if way.cast is not None:
            return None  # What is bound to the derived type is bound without the cast as well.
        if edge.kind in (SegmentKind.OPERATION, SegmentKind.IMPORT):
            return self._over_operation(way, edge)
        if way.is_invoked or way.is_outside:
            return None
        if edge.kind is SegmentKind.PROPERTY:
            return None if way.ends else way
        return replace(way, types=way.types | self._types(edge))

    def _over_operation(self, way: _Way, edge: Edge) -> _Way | None:
        is_between = edge.target not in self._goals
        if is_between and (way.is_invoked or way.ends or way.is_outside):
            return None
        return replace(way, is_invoked=True)

    def _over_cast(self, way: _Way, edge: Edge) -> _Way | None:
        """A derived type whose entities, or those of a base below the type cast from, have a set is met there."""
        is_item = bool(way.steps) and way.steps[-1][1].kind in _KEYS
        fits = is_item and way.navigations < 2 and not (way.has_cast or way.ends or way.is_invoked)
        source, target = _name(way.resource), _name(self._surface.by_id[edge.target])
        if not fits or source is None or target is None:
            return None
        at: str | None = target
        while at is not None and at != source:
            if at in self._at_root:
                return None
            type_ = self._surface.types.structured(at)
            at = type_.base if type_ is not None else None
        return replace(way, types=way.types | {target}, cast=target, has_cast=True)

    def _over_navigation(self, way: _Way, edge: Edge) -> _Way | None:
        member = self._navigation.get(edge.qualified_name or "")
        if member is None or way.ends or way.is_invoked or way.is_outside:
            return None
        if self._is_graph and not self._is_spelled_out(way, member):
            return None
        if not member.contained:
            is_near = not way.navigations and way.cast is None and is_list(member.type)
            return replace(way, is_outside=True) if is_near else None
        name = name_of(member.type)
        follows_itself = _name(way.resource) == name
        may_again = follows_itself and not way.again and not way.has_cast
        is_home_elsewhere = way.navigations > 0 and name in self._at_root
        return replace(
            way,
            types=way.types | {name},
            navigations=way.navigations + 1,
            ends=is_home_elsewhere or (name in way.types and not may_again),
            cast=None,
            again=way.again or (follows_itself and name in way.types),
        )

    def _is_spelled_out(self, way: _Way, member: PropertyType) -> bool:
        """Graph's files are reached in many ways; its description spells out one."""
        if name_of(member.type) not in graph.FILES:
            return True
        return way.steps[0][1].name == graph.DRIVES and member.name == graph.ITEMS_OF_DRIVE

    def _types(self, edge: Edge) -> frozenset[str]:
        name = _name(self._surface.by_id[edge.target])
        return frozenset() if name is None else frozenset({name})


def _name(resource: Resource) -> str | None:
    """The name of the type of what a resource answers."""
    return None if resource.type is None else name_of(resource.type)


def _leading_to(goals: Collection[str], surface: Surface) -> frozenset[str]:
    """The resources from which one comes to a goal, goals included."""
    sources: dict[str, list[str]] = {}
    for resource in surface.resources:
        for edge in resource.edges:
            if edge.kind in _FOLLOWED:
                sources.setdefault(edge.target, []).append(resource.id)
    found = set(goals)
    pending = list(found)
    while pending:
        for source in sources.get(pending.pop(), ()):
            if source not in found:
                found.add(source)
                pending.append(source)
    return frozenset(found)
