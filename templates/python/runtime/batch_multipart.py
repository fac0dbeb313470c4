"""Batches as multipart/mixed (Protocol 4.01, section 11.7.7), which services of OData 4.0 know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .batch import Outcome, content_of, relative_url
from .batch_plan import BatchPlan
from .errors import UnexpectedAnswer
from .headers import checked_headers
from .request import Reply, Request
from .url import ServiceRoot

__all__ = ["boundary", "multipart_content", "multipart_replies"]

_BOUNDARY = re.compile(r'(?i);\s*boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))')
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_MOST_HEADERS = 1000


def boundary() -> str:
    """A line that no body can hold but by a chance of nothing."""
    from secrets import token_hex

    return f"batch_{token_hex(16)}"


def multipart_content(root: ServiceRoot, part: BatchPlan, mark: str) -> bytes:
    """The body of a batch; a change set is a part of parts."""
    numbers = {request: at for at, request in enumerate(part.requests, 1)}
    written = []
    for at, (members, atomic) in enumerate(part.units):
        parts = [_request_part(root, request, numbers[request]) for request in members]
        if atomic:
            # No boundary begins as another does: services may look for the beginning alone.
            inner = f"changes_{at}_{mark}"
            header = f"Content-Type: multipart/mixed; boundary={inner}\r\n\r\n".encode("ascii")
            parts = [header + _joined(parts, inner)]
        written += parts
    return _joined(written, mark)


def _joined(parts: list[bytes], mark: str) -> bytes:
    line = mark.encode("ascii")
    return b"".join(b"--" + line + b"\r\n" + part + b"\r\n" for part in parts) + (
        b"--" + line + b"--\r\n"
    )


def _request_part(root: ServiceRoot, request: Request[Any], number: int) -> bytes:
    if not request.method.isalpha() or not request.method.isascii():
        raise ValueError("a request's method is a word")
    content = content_of(request) or b""
    headers = checked_headers(request.headers.items())
    lines = [
        "Content-Type: application/http",
        "Content-Transfer-Encoding: binary",
        f"Content-ID: {number}",
        "",
        f"{request.method} {relative_url(root, request, False)} HTTP/1.1",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    if content:
        lines.append(f"content-length: {len(content)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + content


def multipart_replies(part: BatchPlan, reply: Reply) -> Iterator[tuple[Request[Any], Outcome]]:
    """The answers by request: they come in the requests' order, in a change set by Content-ID.

    A change set that failed has one answer, which is that of each of its requests.
    """
    numbers = {request: str(at) for at, request in enumerate(part.requests, 1)}
    answers = iter(list(_parts(reply.headers.get("content-type", ""), reply.body)))
    for members, atomic in part.units:
        headers, body = next(answers, (None, b""))
        if headers is None:
            yield from ((request, None) for request in members)
        elif atomic and _is_multipart(headers):
            inner = list(_parts(headers["content-type"], body))
            named = {found.get("content-id"): at for at, (found, _) in enumerate(inner)}
            for at, request in enumerate(members):
                place = named.get(numbers[request], at)
                yield request, _reply(inner[place][1], request) if place < len(inner) else None
        else:
            yield from ((request, _reply(body, request)) for request in members)


def _is_multipart(headers: dict[str, str]) -> bool:
    return headers.get("content-type", "").lower().startswith("multipart/")


def _parts(content_type: str, body: bytes) -> Iterator[tuple[dict[str, str], bytes]]:
    """Header fields and content of each part; raises `UnexpectedAnswer` for what is no multipart."""
    found = _BOUNDARY.search(content_type)
    if not content_type.lower().startswith("multipart/") or found is None:
        raise UnexpectedAnswer("the answer is not one of a batch")
    mark = re.escape((found[1] or found[2]).encode("latin-1", "replace"))
    # The line break before a boundary belongs to it, and it takes its whole line: another may begin as it does
    # (RFC 2046, section 5.1.1).
    _preamble, *sections = re.split(
        rb"\n--" + mark + rb"(?:[ \t]*\r?(?=\n)|(?=--)|[ \t]*\Z)", b"\n" + body
    )
    for section in sections:
        if section.startswith(b"--"):
            return
        yield _split(section.removeprefix(b"\n").removesuffix(b"\r"))


def _split(section: bytes) -> tuple[dict[str, str], bytes]:
    """Header fields by lower-case name, and what follows the empty line."""
    headers: dict[str, str] = {}
    at = 0
    for _ in range(_MOST_HEADERS):
        end = section.find(b"\n", at)
        text = section[at : end if end >= 0 else None].strip()
        at = end + 1 if end >= 0 else len(section)
        if not text:
            return headers, section[at:]
        name, _, value = text.partition(b":")
        headers[name.strip().lower().decode("latin-1")] = value.strip().decode("latin-1")
    raise UnexpectedAnswer("a part of the batch has too many header fields")


def _reply(body: bytes, request: Request[Any]) -> Reply:
    line, _, rest = body.lstrip().partition(b"\n")
    found = _STATUS.match(line)
    if found is None:
        raise UnexpectedAnswer("an answer in the batch has no status")
    headers, content = _split(rest)
    return Reply(int(found[1]), headers, content, request.url)
