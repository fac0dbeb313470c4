"""One request, finished before anything is sent, and the reply to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from .errors import ClientError, ODataError, mask
from .headers import shown_headers

if TYPE_CHECKING:
    from .auth import TokenCache
    from .url import ServiceRoot

__all__ = ["Extent", "Reply", "Request", "Traits", "Upload"]

T_co = TypeVar("T_co", covariant=True)


class Extent(Enum):
    """How much of a model that was read goes into a body."""

    AS_IT_IS = "as it is"
    CHANGES = "changes"
    ALL = "all"


class Upload(Protocol):
    """A body that is not held as a whole."""

    @property
    def is_repeatable(self) -> bool:
        """Whether it can be sent a second time."""
        ...

    def chunks(self) -> Iterator[bytes]:
        """What goes on the wire, part by part."""
        ...

    def chunks_async(self) -> AsyncIterator[bytes]:
        """The same, without blocking an event loop."""
        ...


class Traits(Protocol):
    """How a service wants all its requests."""

    @property
    def product(self) -> str: ...
    def security_token(self) -> Any: ...
    def headers(self, request: Request[Any]) -> dict[str, str]: ...


class Reply:
    """Status, header fields by lower-case name, and the whole body, decompressed.

    `stream` is where the body comes from that is read later; None for one that is here.
    """

    __slots__ = ("body", "headers", "status", "stream", "url")

    def __init__(
        self, status: int, headers: Mapping[str, str], body: bytes, url: str, stream: Any = None
    ) -> None:
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
        self.stream = stream

    def __repr__(self) -> str:
        return f"Reply({self.status}, {mask(self.url)!r}, {len(self.body)} bytes)"


class Request(Generic[T_co]):
    """A value: method, absolute URL, header fields, body, and how to read the answer.

    The body is bytes already, checked and encoded, so that a request can be sent again as it was; or an
    `Upload`. `is_streamed` says that the answer's body is read after the answer has been given.
    """

    __slots__ = ("answer", "content", "headers", "is_streamed", "method", "timeout", "url")

    def __init__(
        self,
        method: str,
        url: str,
        answer: Callable[[Reply], T_co],
        headers: Mapping[str, str],
        content: bytes | Upload | None = None,
        timeout: float | None = None,
    ) -> None:
        self.method = method
        self.url = url
        self.answer = answer
        self.headers = headers
        self.content = content
        self.timeout = timeout
        self.is_streamed = False

    is_signed = False
    """Whether the request carries a credential beside the token that it may have."""

    def root(self, own: ServiceRoot) -> ServiceRoot:
        """Where it may go; `own` is the client's service root."""
        return own

    def tokens(self, own: TokenCache | None) -> TokenCache | None:
        """Where its bearer token comes from; `own` are the client's tokens."""
        return own

    def signed(self, url: str, headers: dict[str, str]) -> str:
        """The URL to be sent, after putting what proves the caller's identity into it or the headers."""
        return url

    def takes(self, status: int) -> bool:
        """Whether a redirect of this status is an answer to be given."""
        return False

    def failure(self, reply: Reply, url: str) -> ClientError:
        """What an answer with an error status is raised as."""
        return ODataError(reply.status, reply.headers, reply.body, self.method, url)

    def at(self, url: str) -> Request[T_co]:
        """The same request for another URL, which the caller has checked."""
        return Request(self.method, url, self.answer, self.headers, self.content, self.timeout)

    def __repr__(self) -> str:
        content = self.content
        size = f"{len(content)} bytes" if isinstance(content, bytes) else "a body to be streamed"
        size = "no body" if content is None else size
        shown: Any = shown_headers(self.headers)
        return f"Request({self.method} {mask(self.url)!r}, headers={shown!r}, {size})"
