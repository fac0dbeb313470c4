"""What a query is asked of: the call that reads it, its items, what is said of them, and what can be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from edmund.queries.functions import ValueKind
from edmund.queries.limits import is_below
from edmund.queries.scope import KnownTypes
from edmund.queries.values import ANYTHING, Value, of_type
from edmund.surface.elements import (
    Call,
    Edge,
    HttpMethod,
    QueryOption,
    Resource,
    SegmentKind,
    Surface,
)
from edmund.surface.lookup import Found
from edmund.surface.restrictions import NOTHING_RESTRICTED, QueryRestrictions

__all__ = ["Askable", "askable", "items_of", "reading_call", "restrictions_of"]

# Segments that do not lead to other items.
_PASSING: Final = frozenset(
    {
        SegmentKind.KEY,
        SegmentKind.KEY_PREDICATE,
        SegmentKind.ALTERNATE_KEY,
        SegmentKind.CAST,
        SegmentKind.COUNT,
        SegmentKind.REFERENCE,
        SegmentKind.VALUE,
    }
)
_OF_THE_COLLECTION: Final = frozenset({SegmentKind.COUNT, SegmentKind.REFERENCE})
_UNSORTED: Final = frozenset(
    {ValueKind.COLLECTION, ValueKind.STRUCTURED, ValueKind.STREAM, ValueKind.SHAPE, ValueKind.ANY}
)


@dataclass(frozen=True, slots=True)
class Askable:
    """Names of properties of the items by what can be done with them; empty where the option is not taken."""

    filterable: tuple[str, ...] = ()
    sortable: tuple[str, ...] = ()
    expandable: tuple[str, ...] = ()
    required_in_filter: tuple[str, ...] = ()
    filter_functions: tuple[str, ...] | None = None


def reading_call(resource: Resource) -> Call | None:
    """The call whose query options are meant."""
    return next((call for call in resource.calls if call.method is HttpMethod.GET), None)


def restrictions_of(edges: Iterable[Edge]) -> QueryRestrictions:
    """What is said of the segment that leads to the items."""
    leading = [edge for edge in edges if edge.kind not in _PASSING]
    return leading[-1].restrictions if leading else NOTHING_RESTRICTED


def items_of(surface: Surface, found: Found, call: Call) -> Value:
    """What the options are about: of a collection its items."""
    if found.edges and found.edges[-1].kind in _OF_THE_COLLECTION:
        before = found.edges[-2].target if len(found.edges) > 1 else surface.root
        type_ = surface.by_id[before].type
    else:
        type_ = call.returns or found.resource.type
    if type_ is None:
        return ANYTHING
    value = of_type(type_, surface.types)
    return value if value.item is None else value.item


def askable(surface: Surface, found: Found) -> Askable:
    """What can be asked of what is addressed; nothing where it is not read or has no properties."""
    call = reading_call(found.resource)
    if call is None:
        return Askable()
    item = items_of(surface, found, call)
    if item.kind is not ValueKind.STRUCTURED or item.name is None:
        return Askable()
    known, said = KnownTypes(surface.types), restrictions_of(found.edges)
    members = known.members(item.name).values()
    plain = {m.name: known.value(m) for m in members if not m.navigation}
    can_filter, can_sort, can_expand = (
        option in call.query
        for option in (QueryOption.FILTER, QueryOption.ORDERBY, QueryOption.EXPAND)
    )
    return Askable(
        filterable=tuple(
            name
            for name, value in plain.items()
            if can_filter
            and value.kind is not ValueKind.STREAM
            and not is_below(name, said.not_filterable)
        ),
        sortable=tuple(
            name
            for name, value in plain.items()
            if can_sort and value.kind not in _UNSORTED and not is_below(name, said.not_sortable)
        ),
        expandable=tuple(
            m.name
            for m in members
            if m.navigation and can_expand and m.name not in said.not_expandable
        ),
        required_in_filter=said.required_in_filter if can_filter else (),
        filter_functions=said.filter_functions if can_filter else None,
    )
