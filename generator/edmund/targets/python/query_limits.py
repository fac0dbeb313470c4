"""What builders know of properties below them that the service does not filter, sort or expand."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.surface.elements import Edge, Resource, SegmentKind
from edmund.surface.restrictions import NOTHING_RESTRICTED
from edmund.targets.python.links import edge_path
from edmund.targets.python.literals import LINE_LENGTH, Group, string_literal

__all__ = ["query_limits"]

_LED_TO = frozenset({SegmentKind.CHILD, SegmentKind.NAVIGATION, SegmentKind.PROPERTY})


def query_limits(resource: Resource) -> str | None:
    """The constant of a resource's builder that says what its segments do not take; None without any.

    It is the segments' and not the builders' that they lead to: one builder serves many paths.
    """
    entries = tuple(
        Group(f"{edge_path(edge)}: {{", limits, "}")
        for edge in resource.edges
        if edge.kind in _LED_TO and (limits := tuple(_limits(edge)))
    )
    if not entries:
        return None
    constant = Group("_limits_below = {", entries, "}")
    flat = constant.flat()
    return flat if 4 + len(flat) <= LINE_LENGTH else constant.exploded(4)


def _limits(edge: Edge) -> Iterator[Group]:
    said = edge.restrictions
    if said == NOTHING_RESTRICTED:
        return
    for option, paths in (
        ("filter", said.not_filterable),
        ("orderby", said.not_sortable),
        ("expand", said.not_expandable),
    ):
        if paths:
            yield Group(f'"{option}": (', tuple(map(string_literal, paths)))
