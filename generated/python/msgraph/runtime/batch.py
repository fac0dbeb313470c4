"""Several requests in one (OData JSON Format 4.01, section 19): at most 20, answered one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from .errors import ODataError, UnexpectedAnswer
from .headers import checked_headers
from .json_text import JsonError, dumps, loads
from .request import Reply, Request
from .url import ServiceRoot

__all__ = ["MAX_REQUESTS", "BatchAnswers", "batch_content"]

T = TypeVar("T")

MAX_REQUESTS = 20


def batch_content(root: ServiceRoot, requests: Sequence[Request[Any]], in_order: bool) -> bytes:
    """The batch's body. Raises `ValueError` for none, for more than 20, and for foreign requests."""
    if not 1 <= len(requests) <= MAX_REQUESTS:
        raise ValueError(f"a batch holds 1 to {MAX_REQUESTS} requests, not {len(requests)}")
    items = []
    for number, request in enumerate(requests, 1):
        item = _item(root, request)
        item["id"] = str(number)
        if in_order and number > 1:
            item["dependsOn"] = [str(number - 1)]
        items.append(item)
    return dumps({"requests": items}).encode("ascii")


def _item(root: ServiceRoot, request: Request[Any]) -> dict[str, Any]:
    url = root.adopt(request.url)
    base = root.url("")
    if not url.startswith(f"{base}/") and url != base:
        raise ValueError("a request of a batch lies below the service root")
    headers = checked_headers(request.headers.items())
    item: dict[str, Any] = {"method": request.method, "url": url[len(base) :] or "/"}
    if request.content is not None:
        item["body"] = _body(request.content, headers)
    if headers:
        item["headers"] = headers
    return item


def _body(content: bytes, headers: Mapping[str, str]) -> Any:
    kind = headers.get("content-type", "").partition(";")[0].strip()
    if kind == "application/json" or kind.endswith("+json"):
        return loads(content)
    from base64 import b64encode

    return b64encode(content).decode("ascii")


class BatchAnswers:
    """The answers of a batch; `answers[request]` reads one, or raises its `ODataError`."""

    __slots__ = ("_replies", "_requests")

    def __init__(self, requests: Sequence[Request[Any]], reply: Reply) -> None:
        self._requests = tuple(requests)
        self._replies = _replies(requests, reply)

    def __getitem__(self, request: Request[T]) -> T:
        for own, reply in zip(self._requests, self._replies, strict=True):
            if own is request:
                return _read(request, reply)
        raise KeyError("that request is not of this batch")

    def __iter__(self) -> Iterator[Any]:
        """Each request's answer in order; an error as the `ODataError` itself, not raised."""
        for request, reply in zip(self._requests, self._replies, strict=True):
            try:
                yield _read(request, reply)
            except ODataError as error:
                yield error

    def __len__(self) -> int:
        return len(self._requests)


def _read(request: Request[T], reply: Reply | None) -> T:
    if reply is None:
        raise UnexpectedAnswer("the service gave no answer to this request of the batch")
    if reply.status >= 300:
        raise ODataError(reply.status, reply.headers, reply.body, request.method, request.url)
    return request.answer(reply)


def _replies(requests: Sequence[Request[Any]], reply: Reply) -> list[Reply | None]:
    """The answers in the order of the requests; the service may give them in any."""
    try:
        data = loads(reply.body)
        parts = {part["id"]: part for part in data["responses"]}
    except (JsonError, KeyError, TypeError) as error:
        raise UnexpectedAnswer("the answer is not one of a batch") from error
    found: list[Reply | None] = []
    for number, request in enumerate(requests, 1):
        part = parts.get(str(number))
        found.append(None if part is None else _part(part, request))
    return found


def _part(part: Mapping[str, Any], request: Request[Any]) -> Reply:
    status = part.get("status")
    if isinstance(status, bool) or not isinstance(status, int):
        raise UnexpectedAnswer("an answer in the batch has no status")
    given = part.get("headers")
    headers = {
        name.lower(): value
        for name, value in (given.items() if isinstance(given, Mapping) else ())
        if isinstance(name, str) and isinstance(value, str)
    }
    body = part.get("body")
    if body is None:
        content = b""
    elif isinstance(body, str) and "json" not in headers.get("content-type", ""):
        content = _decoded(body, headers)
    else:
        content = dumps(body).encode("ascii")
    return Reply(status, headers, content, request.url)


def _decoded(body: str, headers: Mapping[str, str]) -> bytes:
    """Text as it is; anything else comes in base64."""
    if headers.get("content-type", "text/plain").startswith("text/"):
        return body.encode("utf-8")
    from base64 import b64decode

    try:
        return b64decode(body.replace("-", "+").replace("_", "/") + "==")
    except ValueError as error:
        raise UnexpectedAnswer("a binary answer in the batch is not base64") from error
