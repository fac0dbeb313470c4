"""Paths that end in a slash: their calls stand with the path before it, since nobody names what is empty."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.surface.elements import Resource, SegmentKind, Surface

__all__ = ["before_slashes"]


def before_slashes(surface: Surface) -> Mapping[str, Resource]:
    """By a resource's id, the one behind a slash at its end, whose calls can be made as its own.

    That is so where nothing follows the slash, and no method is called both with the slash and without.
    """
    found: dict[str, Resource] = {}
    for resource in surface.resources:
        for edge in resource.edges:
            if edge.kind is SegmentKind.CHILD and not edge.name:
                behind = surface.by_id[edge.target]
                own = {call.http.method for call in resource.calls if call.http is not None}
                theirs = {call.http.method for call in behind.calls if call.http is not None}
                if not behind.edges and not own & theirs:
                    found[resource.id] = behind
    return found
