"""How all items of a call are gone through, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edmund.plan.http_answers import Outcome, PlannedAnswer, PlannedSuccess
from edmund.plan.http_parameters import PlannedParameter
from edmund.surface.exchange import HttpCall, Pages, Paging
from edmund.surface.lineage import Lineage
from edmund.surface.types import ListOf, Named, Nullable, Type

__all__ = ["Paging", "PlannedPaging", "member_type", "planned_paging"]

_LINKED = Pages(Paging.LINK_HEADER)


@dataclass(frozen=True, slots=True)
class PlannedPaging:
    """`items` and `next` are members of a page, as paths of names; no items: the page is the list itself.

    `item` is the type of one item. `parameter` says which page is wanted: its value is the text at `next` (CURSOR),
    the number of items so far (OFFSET), or the number of the page, the first of which is `first` (PAGE). The last
    page is the one without items, or without anything at `next`.
    """

    kind: Paging
    item: Type
    items: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    parameter: PlannedParameter | None = None
    first: int = 1


def planned_paging(
    http: HttpCall,
    answers: Sequence[PlannedAnswer],
    success: PlannedSuccess,
    parameters: Sequence[PlannedParameter],
    lineage: Lineage,
) -> PlannedPaging | None:
    """How to go through all items of a call; None where nobody says how, or the page is not as was said."""
    pages = http.pages or (_LINKED if _has_link(answers) else None)
    if pages is None or success.type is None or http.method not in ("GET", "QUERY", "POST"):
        return None
    parameter = next((each for each in parameters if each.name == pages.parameter), None)
    if parameter is None and pages.kind in (Paging.CURSOR, Paging.OFFSET, Paging.PAGE):
        return None
    found = _items(success.type, pages, lineage)
    if found is None:
        return None
    items, item = found
    return PlannedPaging(pages.kind, item, items, pages.next, parameter, pages.first)


def member_type(type_: Type, path: Sequence[str], lineage: Lineage) -> Type | None:
    """The type of what is at a path of members, or None."""
    for name in path:
        plain = _without_null(type_)
        member = lineage.members(plain.name).get(name) if isinstance(plain, Named) else None
        if member is None:
            return None
        type_ = member.type
    return _without_null(type_)


def _has_link(answers: Sequence[PlannedAnswer]) -> bool:
    return any(
        header.name.lower() == "link"
        for answer in answers
        if answer.outcome is not Outcome.ERROR
        for header in answer.headers
    )


def _items(page: Type, pages: Pages, lineage: Lineage) -> tuple[tuple[str, ...], Type] | None:
    """Where the items of a page are, and their type: as was said, the page itself, or the one list in it."""
    plain = _without_null(page)
    if pages.items:
        found = member_type(plain, pages.items, lineage)
        return (pages.items, found.item) if isinstance(found, ListOf) else None
    if isinstance(plain, ListOf):
        return (), plain.item
    if not isinstance(plain, Named):
        return None
    lists = [
        (member.name, inner.item)
        for member in lineage.members(plain.name).values()
        if isinstance(inner := _without_null(member.type), ListOf)
    ]
    if len(lists) != 1:
        return None
    ((name, item),) = lists
    return (name,), item


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
