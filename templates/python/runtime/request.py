"""One request, finished before anything is sent, and the reply to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Generic, TypeVar

from .errors import mask
from .headers import shown_headers

__all__ = ["Extent", "Reply", "Request"]

T_co = TypeVar("T_co", covariant=True)


class Extent(Enum):
    """How much of a model that was read goes into a body."""

    AS_IT_IS = "as it is"
    CHANGES = "changes"
    ALL = "all"


class Reply:
    """Status, header fields by lower-case name, and the whole body, decompressed."""

    __slots__ = ("body", "headers", "status", "url")

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes, url: str) -> None:
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url

    def __repr__(self) -> str:
        return f"Reply({self.status}, {mask(self.url)!r}, {len(self.body)} bytes)"


class Request(Generic[T_co]):
    """A value: method, absolute URL, header fields, body, and how to read the answer.

    The body is bytes already, checked and encoded, so that a request can be sent again as it was.
    """

    __slots__ = ("answer", "content", "headers", "method", "timeout", "url")

    def __init__(
        self,
        method: str,
        url: str,
        answer: Callable[[Reply], T_co],
        headers: Mapping[str, str],
        content: bytes | None = None,
        timeout: float | None = None,
    ) -> None:
        self.method = method
        self.url = url
        self.answer = answer
        self.headers = headers
        self.content = content
        self.timeout = timeout

    def at(self, url: str) -> Request[T_co]:
        """The same request for another URL, which the caller has checked."""
        return Request(self.method, url, self.answer, self.headers, self.content, self.timeout)

    def __repr__(self) -> str:
        size = "no body" if self.content is None else f"{len(self.content)} bytes"
        shown: Any = shown_headers(self.headers)
        return f"Request({self.method} {mask(self.url)!r}, headers={shown!r}, {size})"
