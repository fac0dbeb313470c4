"""Recorded traffic: HTTP archives as browsers and proxies write them (HAR 1.2), and what of a service they used."""

from __future__ import annotations

import base64
import binascii
from collections import Counter
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path

from edmund.api.traffic_elements import ElementsOf, HttpElements, ODataElements
from edmund.config.inputs import read_file
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.plan.service import speaks_odata
from edmund.review.traffic import Traffic
from edmund.samples.exchange import Body, Example, Header, HttpAnswer, HttpRequest
from edmund.surface.elements import Surface
from edmund.validation.json_text import NotJson, parse_json

__all__ = ["read_traffic", "traffic_of"]

_MOST_EXCHANGES = 200_000
_LONGEST_URL = 100_000


def read_traffic(file: str | PathLike[str]) -> tuple[Example, ...]:
    """The exchanges of an HTTP archive; entries that are none are left out.

    Raises EdmundError for a file that cannot be read (EDM608) or is no HTTP archive (EDM707).
    """
    read = read_file(Path(file))
    try:
        value = parse_json(read.data)
    except NotJson as error:
        place = Span(read.name, error.line, error.column)
        raise _refused(f"the recorded traffic is no JSON: {error}", place) from None
    log = _object(value).get("log")
    entries = _object(log).get("entries")
    if not isinstance(entries, list):
        raise _refused("the file is no HTTP archive (HAR): it has no log.entries", Span(read.name))
    if len(entries) > _MOST_EXCHANGES:
        message = f"the recorded traffic has more than {_MOST_EXCHANGES:,} exchanges"
        raise _refused(message, Span(read.name))
    return tuple(_exchanges(entries))


def traffic_of(exchanges: tuple[Example, ...], surface: Surface) -> Traffic:
    """What of a service the exchanges used; `surface` is that of the version that they were recorded with."""
    make = ODataElements if speaks_odata(surface) else HttpElements
    elements: ElementsOf = make(surface)
    used: Counter[str] = Counter()
    foreign = 0
    for exchange in exchanges:
        try:
            found = elements.of(exchange)
        except RecursionError:  # a value that nests too deeply
            found = None
        if found is None:
            foreign += 1
        else:
            used.update(found)
    return Traffic(used, elements.known, len(exchanges), foreign)


def _exchanges(entries: list[object]) -> Iterator[Example]:
    for entry in entries:
        request = _object(_object(entry).get("request"))
        method, url = request.get("method"), request.get("url")
        if not isinstance(method, str) or not isinstance(url, str) or len(url) > _LONGEST_URL:
            continue
        posted = _object(request.get("postData"))
        headers = _headers(request)
        media_type = posted.get("mimeType")
        if isinstance(media_type, str) and not any(
            h.name.lower() == "content-type" for h in headers
        ):
            headers = (*headers, Header("Content-Type", media_type))
        sent = HttpRequest(method.upper(), url, headers, _body(posted))
        answered = _object(_object(entry).get("response"))
        yield Example(sent, _answer(answered))


def _answer(response: Mapping[str, object]) -> HttpAnswer | None:
    status = response.get("status")
    if not isinstance(status, int) or isinstance(status, bool):
        return None
    return HttpAnswer(status, _headers(response), _body(_object(response.get("content"))))


def _headers(message: Mapping[str, object]) -> tuple[Header, ...]:
    given = message.get("headers")
    found = []
    for each in given if isinstance(given, list) else ():
        name, value = _object(each).get("name"), _object(each).get("value")
        if isinstance(name, str) and isinstance(value, str):
            found.append(Header(name, value))
    return tuple(found)


def _body(content: Mapping[str, object]) -> Body | None:
    text = content.get("text")
    if not isinstance(text, str) or not text:
        return None
    if content.get("encoding") == "base64":
        try:
            return Body(base64.b64decode(text, validate=True).decode("utf-8"))
        except (binascii.Error, ValueError):
            return None
    return Body(text)


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _refused(message: str, place: Span) -> EdmundError:
    hint = "browsers and proxies export recorded requests as HAR 1.2"
    return EdmundError((Diagnostic("EDM707", Severity.ERROR, message, place, hint),))
