"""Collections by iteration: one page at a time, for as long as the service links to a next one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Generic, TypeVar
from urllib.parse import urljoin

from .errors import PagingStopped, UnexpectedAnswer
from .request import Request

__all__ = ["MAX_PAGES", "AsyncPages", "PageWalk", "Pages", "SyncPages"]

T_co = TypeVar("T_co", covariant=True)

MAX_PAGES = 100_000


class Pages(Generic[T_co]):
    """A request for the first page, whose items are of type T_co."""

    __slots__ = ("request",)

    def __init__(self, request: Request[Any]) -> None:
        self.request = request


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


class _Walked:
    """What both kinds of pages know once they have been read."""

    _walk: PageWalk

    @property
    def delta_link(self) -> str | None:
        """Where changes after this round can be asked for (`with_url`); set after the last page."""
        return self._walk.delta_link

    @property
    def count(self) -> int | None:
        """The service's count of all items, when it gave one."""
        return self._walk.count


class SyncPages(_Walked, Generic[T_co]):
    """The items of all pages, in order; an iterator that is used once."""

    def __init__(self, transport: Any, walk: PageWalk) -> None:
        self._walk = walk
        self._items = self._all(transport)

    def _all(self, transport: Any) -> Iterator[T_co]:
        while (request := self._walk.next_request()) is not None:
            current = request
            yield from self._walk.took(transport.call(lambda current=current: current))

    def __iter__(self) -> Iterator[T_co]:
        return self._items

    def __next__(self) -> T_co:
        return next(self._items)


class AsyncPages(_Walked, Generic[T_co]):
    """The items of all pages, in order; an asynchronous iterator that is used once."""

    def __init__(self, transport: Any, walk: PageWalk) -> None:
        self._walk = walk
        self._items = self._all(transport)

    async def _all(self, transport: Any) -> AsyncIterator[T_co]:
        while (request := self._walk.next_request()) is not None:
            current = request
            for item in self._walk.took(await transport.call(lambda current=current: current)):
                yield item

    def __aiter__(self) -> AsyncIterator[T_co]:
        return self._items

    async def __anext__(self) -> T_co:
        return await anext(self._items)
