"""Where the builder of each resource lives: with which type, or with the root, or apart from all types."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import Enum

from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.surface.type_parts import name_of

__all__ = ["Arrivals", "Home", "HomeKind", "arrivals_of", "homes_of"]

Arrivals = Mapping[str, tuple[Resource, Edge]]
"""By resource id: the resource and the edge over which a breadth-first walk first meets it. The root has none."""

_BELONGS_TO_NO_TYPE = (
    ResourceKind.COUNT,
    ResourceKind.REFERENCE,
    ResourceKind.REFERENCE_COLLECTION,
    ResourceKind.STREAM,
    ResourceKind.PRIMITIVE,
)
_LIVES_WITH_ITS_SOURCE = (ResourceKind.ACTION, ResourceKind.COMPLEX)


class HomeKind(Enum):
    ROOT = "root"
    SHARED = "shared"
    TYPE = "type"
    SEGMENT = "segment"


@dataclass(frozen=True, slots=True)
class Home:
    """`type` is the qualified name of the type that the builder lives with; set for TYPE alone.

    `segment` is the first one of the path, set for SEGMENT: what lies below it lives together.
    """

    kind: HomeKind
    type: str | None = None
    segment: str | None = None


_ROOT = Home(HomeKind.ROOT)
_SHARED = Home(HomeKind.SHARED)


def arrivals_of(surface: Surface) -> Arrivals:
    """From where the walk first meets each resource."""
    found: dict[str, tuple[Resource, Edge]] = {}
    for resource in surface.resources:
        for edge in resource.edges:
            found.setdefault(edge.target, (resource, edge))
    return found


def homes_of(surface: Surface, arrivals: Arrivals, placed: Container[str]) -> dict[str, Home]:
    """The home of each resource by its id, in the order of `surface`; `placed` are the types that have a place.

    A builder lives with the type that it returns. An operation without such a type and a complex value live
    with the resource from which the walk first meets them; a count, which belongs to no type, is shared. Of what
    only the path is known lives with its first segment.
    """
    homes: dict[str, Home] = {}
    for resource in surface.resources:
        homes[resource.id] = _home(resource, arrivals, homes, placed)
    return homes


def _home(
    resource: Resource, arrivals: Arrivals, homes: Mapping[str, Home], placed: Container[str]
) -> Home:
    if resource.kind is ResourceKind.ROOT:
        return _ROOT
    if resource.kind is ResourceKind.PATH and resource.id in arrivals:
        source, edge = arrivals[resource.id]
        above = homes.get(source.id, _ROOT)
        return above if above.segment is not None else Home(HomeKind.SEGMENT, segment=edge.name)
    if resource.kind in _BELONGS_TO_NO_TYPE and resource.declared_on is None:
        return _SHARED
    if (
        resource.type is not None
        and name_of(resource.type) in placed
        and resource.kind not in _LIVES_WITH_ITS_SOURCE
    ):
        return Home(HomeKind.TYPE, name_of(resource.type))
    arrival = arrivals.get(resource.id)
    return _ROOT if arrival is None else homes.get(arrival[0].id, _ROOT)
