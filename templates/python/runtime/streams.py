"""Answers that are read while they come: bytes, events of an event stream, lines of JSON.

Each is iterated with `for` from a synchronous client and with `async for` from an asynchronous one, and is closed by
`with` or `async with`, or at its end. Only silence is bounded in time (`idle_timeout`); one event or line is bounded in
size.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .body import BodyReader
from .errors import ResponseTooLarge

if TYPE_CHECKING:
    import httpx

    from .exchange import Exchange, Policy
    from .framing import Framing
    from .request import Request

__all__ = ["ByteSource", "Stream", "streamed"]

T_co = TypeVar("T_co", covariant=True)

_LONGEST_ITEM = 16 * 1024 * 1024
"""Bytes of one event or line; what is longer is no stream of items."""


class ByteSource:
    """An open answer of httpx, decompressed; `translate` makes the client's own errors of httpx's."""

    __slots__ = ("_reader", "_response", "_translate")

    def __init__(
        self, response: httpx.Response, translate: Callable[[Exception], Exception]
    ) -> None:
        self._response = response
        self._reader = BodyReader(response.headers, sys.maxsize)
        self._translate = translate

    def chunks(self) -> Iterator[bytes]:
        """The parts of the body as they come."""
        import httpx

        try:
            if self._response.is_stream_consumed:
                yield self._response.content
                return
            for raw in self._response.iter_raw():
                self._reader.feed(raw)
                yield self._reader.take()
            yield self._reader.finish()
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise self._translate(error) from error
        finally:
            self._response.close()

    async def chunks_async(self) -> AsyncIterator[bytes]:
        """The parts of the body as they come."""
        import httpx

        try:
            if self._response.is_stream_consumed:
                yield self._response.content
                return
            async for raw in self._response.aiter_raw():
                self._reader.feed(raw)
                yield self._reader.take()
            yield self._reader.finish()
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise self._translate(error) from error
        finally:
            await self._response.aclose()

    def close(self) -> None:
        self._response.close()

    async def close_async(self) -> None:
        await self._response.aclose()


class Stream(Generic[T_co]):
    """Items of type T_co, in the order in which they come; used once."""

    def __init__(self, source: ByteSource, framing: Framing) -> None:
        self._source = source
        self._framing = framing
        self._items: Any = None

    def __iter__(self) -> Iterator[T_co]:
        if self._items is None:
            self._items = self._all()
        return self._items  # type: ignore[no-any-return]

    def __next__(self) -> T_co:
        return next(iter(self))

    def __aiter__(self) -> AsyncIterator[T_co]:
        if self._items is None:
            self._items = self._all_async()
        return self._items  # type: ignore[no-any-return]

    async def __anext__(self) -> T_co:
        return await anext(aiter(self))

    def _all(self) -> Iterator[Any]:
        for chunk in self._source.chunks():
            yield from self._taken(chunk)
        yield from self._framing.ended()

    async def _all_async(self) -> AsyncIterator[Any]:
        async for chunk in self._source.chunks_async():
            for item in self._taken(chunk):
                yield item
        for item in self._framing.ended():
            yield item

    def _taken(self, chunk: bytes) -> Iterator[Any]:
        yield from self._framing.take(chunk)
        if self._framing.waiting > _LONGEST_ITEM:
            raise ResponseTooLarge(f"an item of the stream is larger than {_LONGEST_ITEM} bytes")

    def close(self) -> None:
        """End it before its end."""
        self._source.close()

    async def aclose(self) -> None:
        """End it before its end."""
        await self._source.close_async()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()


def streamed(policy: Policy, request: Request[Any]) -> Exchange[Stream[bytes]]:
    """Send the request and give the bytes of its answer as they come."""
    from .exchange import replied
    from .framing import Bytes

    request.is_streamed = True
    reply = yield from replied(policy, request)
    return Stream(reply.stream, Bytes())
