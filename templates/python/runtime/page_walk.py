"""The way through a collection of an OData service, by the links of its pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from .errors import PagingStopped, UnexpectedAnswer
from .request import Request

__all__ = ["PageWalk"]


class PageWalk:
    """Which request comes next. Links are held to the original root's origin, never to the last page's."""

    __slots__ = ("_left", "_next", "_root", "_seen", "count", "delta_link")

    def __init__(self, first: Request[Any], root: Any, max_pages: int) -> None:
        self._next: Request[Any] | None = first
        self._root = root
        self._seen = {hash(first.url)}
        self._left = max_pages
        self.delta_link: str | None = None
        self.count: int | None = None

    def next_request(self) -> Request[Any] | None:
        """The next page's request, or None after the last one; raises `PagingStopped`."""
        if self._next is not None and self._left == 0:
            raise PagingStopped("the collection has more pages than this client allows (max_pages)")
        self._left -= 1
        return self._next

    def took(self, page: Any) -> list[Any]:
        """The items of `page`, after noting where it leads."""
        current, self._next = self._next, None
        if page is None or current is None:
            return []
        try:
            count = getattr(page, "odata_count", None)
        except (ValueError, TypeError) as error:
            raise UnexpectedAnswer("the service's count is no number of items") from error
        self.count = count if isinstance(count, int) else self.count
        self.delta_link = getattr(page, "odata_delta_link", None) or self.delta_link
        link = page.odata_next_link
        if link:
            url = self._root.adopt(link, base=_base_of(page, current.url))
            if hash(url) in self._seen:
                raise PagingStopped("the service linked to a page that it gave already")
            self._seen.add(hash(url))
            self._next = current.at(url)
        items = page.value
        if items is None:
            return []
        if not isinstance(items, list):
            raise UnexpectedAnswer("a page's value is no list")
        return items


def _base_of(page: Any, url: str) -> str:
    """What a page's relative links are resolved against (OData JSON Format 4.01, section 4.3).

    That is the page's context URL, itself relative to the URL of the request; without one, that URL.
    """
    data = getattr(page, "_data", {})
    context = data.get("@odata.context", data.get("@context"))
    if not isinstance(context, str):
        return url
    try:
        return urljoin(url, context)
    except ValueError as error:
        raise UnexpectedAnswer("the page's context is no URL") from error
