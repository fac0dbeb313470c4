"""The resources of a service as clients that follow paths have them, each with its calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from edmund.plan.http_calls import PlannedCall, planned_calls
from edmund.plan.trailing_slashes import before_slashes
from edmund.surface.elements import Surface

__all__ = ["HttpPaths", "http_paths"]


@dataclass(frozen=True, slots=True)
class HttpPaths:
    """`calls` are those of each resource of `surface` by its id."""

    surface: Surface
    calls: Mapping[str, tuple[PlannedCall, ...]]


def http_paths(surface: Surface) -> HttpPaths:
    """The surface without resources behind a slash at the end of a path, whose calls stand with those before it."""
    slashes = before_slashes(surface)
    behind = {resource.id for resource in slashes.values()}
    planned = planned_calls(surface)
    resources = tuple(
        replace(r, edges=tuple(edge for edge in r.edges if edge.target not in behind))
        for r in surface.resources
        if r.id not in behind
    )
    calls = {
        r.id: (*planned[r.id], *(planned[slashes[r.id].id] if r.id in slashes else ()))
        for r in resources
    }
    return HttpPaths(replace(surface, resources=resources), calls)
