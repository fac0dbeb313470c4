"""An answer with its status and header fields, and what follows a 202 (Protocol 4.01, section 11.6)."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import ODataError, TimedOut, UnexpectedAnswer
from .headers import shown_headers
from .request import Reply, Request
from .retry import retry_after

if TYPE_CHECKING:
    from .exchange import Exchange, Policy

__all__ = ["Response", "ResponseHeaders", "polled", "responded"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_REQUEST_IDS = ("request-id", "x-ms-request-id", "x-request-id")
_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 30.0


class ResponseHeaders(Mapping[str, str]):
    """Header fields; names are compared without case."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, str]) -> None:
        self._fields = {name.lower(): value for name, value in fields.items()}

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"ResponseHeaders({shown_headers(self._fields)!r})"


class Response(Generic[T_co]):
    """What the service answered: `status`, `headers`, and the `value` that the call itself would give."""

    __slots__ = ("headers", "request", "status", "url", "value")

    def __init__(self, request: Request[T_co], reply: Reply, value: T_co | None) -> None:
        self.request = request
        self.status = reply.status
        self.headers = ResponseHeaders(reply.headers)
        self.url = reply.url
        self.value = value

    @property
    def location(self) -> str | None:
        """Where what was created is, or where to ask how a long-running operation goes on."""
        return self.headers.get("location")

    @property
    def etag(self) -> str | None:
        """The ETag of what was answered: of its header field, else of the value itself."""
        return self.headers.get("etag") or getattr(self.value, "odata_etag", None)

    @property
    def entity_id(self) -> str | None:
        """The id of what was created where the answer has no body (OData-EntityId)."""
        return self.headers.get("odata-entityid")

    @property
    def request_id(self) -> str | None:
        """The service's id of the request, to be quoted to its support."""
        return next((self.headers[name] for name in _REQUEST_IDS if name in self.headers), None)

    def __repr__(self) -> str:
        return f"Response({self.status}, {self.headers!r})"


def responded(policy: Policy, request: Request[T]) -> Exchange[Response[T]]:
    """Send the request and give its whole answer; 304 is one, without a value."""
    from .exchange import replied

    reply = yield from replied(policy, request)
    return Response(request, reply, value_of_reply(request, reply))


def value_of_reply(request: Request[T], reply: Reply) -> T | None:
    """The value of an answer: None where the service says that nothing has changed."""
    return None if reply.status == 304 else request.answer(reply)


def polled(policy: Policy, first: Response[T], limit: float) -> Exchange[Response[T]]:
    """Ask at a 202's Location until the answer is another, for `limit` seconds at most.

    The final answer is read as the first request's own. An answer in the monitor's place that carries
    the result's status in a field of its own (`AsyncResult`, section 11.6) counts by that status. Raises
    `TimedOut`, and `UnexpectedAnswer` for a 202 that names no place.
    """
    from .exchange import Pause, replied

    end = time.monotonic() + limit
    current = first
    place: str | None = None
    pause = _FIRST_PAUSE
    while current.status == 202:
        if current.location is not None:
            place = policy.root.adopt(current.location, base=current.url)
        if place is None:
            raise UnexpectedAnswer("an answer with status 202 names no location to ask at")
        asked = retry_after(dict(current.headers), time.time())
        wait = pause if asked is None else asked
        pause = min(pause * 2, _LONGEST_PAUSE)
        if time.monotonic() + wait > end:
            raise TimedOut(f"the operation is not done within {limit:g} seconds")
        yield Pause(wait)
        answer = first.request.answer
        headers = {"accept": first.request.headers.get("accept", "application/json")}
        monitor: Request[Any] = Request("GET", place, answer, headers)
        reply = _result(monitor, (yield from replied(policy, monitor)))
        value = None if reply.status == 202 else value_of_reply(monitor, reply)
        current = Response(first.request, reply, value)
    return current


def _result(request: Request[Any], reply: Reply) -> Reply:
    text = reply.headers.get("asyncresult", "")
    if not (len(text) == 3 and text.isascii() and text.isdigit()):
        return reply
    result = Reply(int(text), reply.headers, reply.body, reply.url)
    if result.status >= 400:
        raise ODataError(result.status, result.headers, result.body, request.method, request.url)
    return result
