"""Collections by iteration: one page at a time, for as long as the service links to a next one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Generic, Protocol, TypeVar

from .request import Request

__all__ = ["MAX_PAGES", "AsyncPages", "Pages", "SyncPages", "Walk"]

T_co = TypeVar("T_co", covariant=True)

MAX_PAGES = 100_000


class Pages(Generic[T_co]):
    """A request for the first page, whose items are of type T_co."""

    __slots__ = ("request",)

    def __init__(self, request: Request[Any]) -> None:
        self.request = request


class Walk(Protocol):
    """The way through the pages of a collection: which request comes next."""

    @property
    def delta_link(self) -> str | None: ...
    @property
    def count(self) -> int | None: ...
    def next_request(self) -> Request[Any] | None: ...
    def took(self, page: Any) -> list[Any]: ...


class _Walked:
    """What both kinds of pages know once they have been read."""

    _walk: Walk

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

    def __init__(self, transport: Any, walk: Walk) -> None:
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

    def __init__(self, transport: Any, walk: Walk) -> None:
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
