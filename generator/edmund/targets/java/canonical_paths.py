"""The path by which the official client would call a resource: where it keeps an operation's classes.

One builder serves all paths to a resource; the classes of an operation's body and answer need one place all
the same. It is the way through entity sets and collections that an example in the documentation takes, such
as `users.item.messages.item.reply`: a singleton of a type that has an entity set as well (`me`) is no detour.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from edmund.naming.accessors import Accessors
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.type_parts import name_of
from edmund.targets.java.names import package_segment

__all__ = ["canonical_packages"]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
_COLLECTIONS = (ResourceKind.COLLECTION, ResourceKind.REFERENCED_COLLECTION)
_WIDE, _SHOWN, _SINGLE, _DETOUR = 10, 9, 15, 30
"""What a segment costs: a collection, one whose type is a singleton's too, a single resource, all others."""


def canonical_packages(
    surface: Surface, names: Mapping[str, tuple[str, ...]], accessors: Accessors
) -> Mapping[str, tuple[str, ...]]:
    """The parts of a package for each resource by its id, below the root package; `names` are the accessors."""
    shown = _types_of_singletons(surface)
    best: dict[str, tuple[str, ...]] = {}
    waiting: list[tuple[int, int, tuple[str, ...], str]] = [(0, 0, (), surface.root)]
    while waiting:
        cost, length, path, resource_id = heapq.heappop(waiting)
        if resource_id in best:
            continue
        best[resource_id] = path
        resource = surface.by_id[resource_id]
        for edge, name in zip(resource.edges, names[resource_id], strict=True):
            if edge.target not in best:
                step = cost + _cost(edge, surface.by_id[edge.target], shown)
                longer = length + len(edge.name)
                heapq.heappush(
                    waiting, (step, longer, _extended(path, edge, name, accessors), edge.target)
                )
    return best


def _types_of_singletons(surface: Surface) -> frozenset[str]:
    return frozenset(
        name_of(r.type)
        for r in surface.resources
        if r.kind is ResourceKind.SINGLETON and r.type is not None
    )


def _cost(edge: Edge, target: Resource, shown: frozenset[str]) -> int:
    if edge.kind in _KEYS:
        return 0
    if edge.kind is SegmentKind.CHILD:
        if target.kind not in _COLLECTIONS:
            return _DETOUR if target.type is not None and name_of(target.type) in shown else _SINGLE
        is_shown = target.type is not None and name_of(target.type) in shown
        return _SHOWN if is_shown else _WIDE
    if edge.kind is SegmentKind.NAVIGATION:
        return _WIDE if target.kind in _COLLECTIONS else _SINGLE
    return _DETOUR


def _extended(path: Sequence[str], edge: Edge, name: str, accessors: Accessors) -> tuple[str, ...]:
    if edge.kind in _KEYS:
        return (*path, "item")
    if edge.kind is SegmentKind.ALTERNATE_KEY and path:
        return (*path[:-1], package_segment(path[-1] + accessors.alternate_key_name(edge, edge)))
    return (*path, package_segment(name))
