"""How the pages of a list follow each other, as far as a description says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from edmund.plan.http_answers import Outcome, PlannedAnswer, PlannedSuccess
from edmund.surface.exchange import HttpCall
from edmund.surface.lineage import Lineage
from edmund.surface.types import ListOf, Named, Nullable, Type, Types

__all__ = ["Paging", "PlannedPaging", "planned_paging"]


class Paging(Enum):
    """What leads from a page to the next one.

    LINK_HEADER: the header `Link` with `rel=next` (RFC 8288). NEXT_LINK: a URL in the page. CURSOR: a text in the
    page that is the value of a parameter. OFFSET and PAGE: a number that grows by the items or by one.
    """

    LINK_HEADER = "link header"
    NEXT_LINK = "next link"
    CURSOR = "cursor"
    OFFSET = "offset"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class PlannedPaging:
    """`items` and `next` are members of a page, as paths of names; no items: the page is the list itself.

    `item` is the type of one item. `parameter` is the query's that says which page is wanted.
    """

    kind: Paging
    item: Type
    items: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    parameter: str | None = None


def planned_paging(
    http: HttpCall, answers: tuple[PlannedAnswer, ...], success: PlannedSuccess, types: Types
) -> PlannedPaging | None:
    """How to go through all items of a call; None where the description does not say."""
    if http.method not in ("GET", "QUERY", "POST") or success.type is None:
        return None
    has_link = any(
        header.name.lower() == "link"
        for answer in answers
        if answer.outcome is not Outcome.ERROR
        for header in answer.headers
    )
    if not has_link:
        return None
    found = _items(success.type, types)
    if found is None:
        return None
    items, item = found
    return PlannedPaging(Paging.LINK_HEADER, item, items)


def _items(page: Type, types: Types) -> tuple[tuple[str, ...], Type] | None:
    """Where the items of a page are, and their type: the page itself, or the one list among its members."""
    plain = _without_null(page)
    if isinstance(plain, ListOf):
        return (), plain.item
    if not isinstance(plain, Named):
        return None
    lists = [
        (member.name, inner.item)
        for member in Lineage(types).members(plain.name).values()
        if isinstance(inner := _without_null(member.type), ListOf)
    ]
    if len(lists) != 1:
        return None
    ((name, item),) = lists
    return (name,), item


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
