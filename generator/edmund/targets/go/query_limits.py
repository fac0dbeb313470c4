"""What builders know of properties behind a segment that the service does not filter, sort or expand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from edmund.surface.elements import Edge, SegmentKind
from edmund.surface.restrictions import NOTHING_RESTRICTED, QueryRestrictions
from edmund.targets.go.literals import string_list

__all__ = ["limited"]

_LED_TO: Final = frozenset({SegmentKind.CHILD, SegmentKind.NAVIGATION, SegmentKind.PROPERTY})


def limited(edge: Edge, place: str) -> str:
    """The expression of a place, with what the service says of the segment that leads there."""
    facts = tuple(_facts(edge.restrictions)) if edge.kind in _LED_TO else ()
    return f"odata.Limited({place}, &odata.QueryLimits{{{', '.join(facts)}}})" if facts else place


def _facts(said: QueryRestrictions) -> Iterator[str]:
    if said == NOTHING_RESTRICTED:
        return
    for field, paths in (
        ("NotFilterable", said.not_filterable),
        ("NotSortable", said.not_sortable),
        ("NotExpandable", said.not_expandable),
        ("AscendingOnly", said.ascending_only),
        ("DescendingOnly", said.descending_only),
    ):
        if paths:
            yield f"{field}: []string{{{string_list(paths)}}}"
    if said.filter_functions is not None:
        yield f"Functions: []string{{{string_list(said.filter_functions)}}}"
