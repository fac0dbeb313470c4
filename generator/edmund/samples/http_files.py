"""Reads examples from `.http` files as editors have them (IntelliJ's HTTP client, VS Code's REST Client).

`###` parts requests, and text behind it is the title. Before a request line stand comments (`#` or `//`):
`@name`, `@title` and `@note` are read, other tags are for editors, plain text is a note. `@host = ...` defines a
variable, `{{host}}` uses it. A line with an HTTP status begins the answer to the request before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.samples.exchange import Body, Example, Header, HttpAnswer, HttpRequest

__all__ = ["Line", "is_status_line", "read_exchange", "read_http"]

METHODS: Final = (
    *("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY", "MERGE"),
)
_SEPARATOR: Final = re.compile(r"###\s*(.*?)\s*#*\s*\Z")
_REQUEST: Final = re.compile(r"([A-Za-z]+)[ \t]+(\S.*?)(?:[ \t]+HTTP/[0-9.]+)?\s*\Z")
_BARE_URL: Final = re.compile(r"(https?://\S+|/\S*)\s*\Z")
_STATUS: Final = re.compile(r"HTTP/[0-9.]+[ \t]+([0-9]{3})\b")
_HEADER: Final = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:[ \t]*(.*?)\s*\Z")
_TAG: Final = re.compile(r"@([A-Za-z-]+)(?:[ \t]*[= \t][ \t]*(.*?))?\s*\Z")
_VARIABLE: Final = re.compile(r"@([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(.*?)\s*\Z")
_USE: Final = re.compile(r"\{\{\s*([\w.$-]+)\s*\}\}")
_COMMENT: Final = re.compile(r"(?:#|//)\s*(.*?)\s*\Z")
# What IntelliJ keeps beside a request: scripts, and references to stored answers.
_EDITORS_OWN: Final = ("> ", "< {%", "<> ")


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


@dataclass
class _Told:
    """What comments before a request line say."""

    name: str | None = None
    title: str | None = None
    notes: list[str] = field(default_factory=list)


def read_http(text: str, file: str) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """The examples of a file, and what is wrong with those that could not be read (EDM940 to EDM942)."""
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    variables = _variables(lines)
    examples: list[Example] = []
    found: list[Diagnostic] = []
    for title, part in _parts(lines):
        example, wrong = _read_part(part, file, variables, title)
        found.extend(wrong)
        if example is not None:
            examples.append(example)
    if not examples and not found:
        message = "the file holds no HTTP request"
        hint = "an example begins with a line such as: GET /users"
        found.append(Diagnostic("EDM940", Severity.ERROR, message, Span(file), hint))
    return tuple(examples), tuple(found)


def read_exchange(
    lines: Sequence[Line], file: str, variables: Mapping[str, str]
) -> tuple[HttpRequest | None, HttpAnswer | None, tuple[Diagnostic, ...]]:
    """A request, an answer or both, without comments before them."""
    start = next((at for at, line in enumerate(lines) if not line.is_blank), len(lines))
    rest = lines[start:]
    at = next((at for at, line in enumerate(rest) if is_status_line(line.text)), len(rest))
    found: list[Diagnostic] = []
    request = _request(rest[:at], file, variables, found) if at else None
    answer = _answer(rest[at:], file, found) if at < len(rest) else None
    return request, answer, tuple(found)


def is_status_line(text: str) -> bool:
    """Whether an answer begins here."""
    return _STATUS.match(text) is not None


def _parts(lines: Iterable[Line]) -> Iterable[tuple[str | None, list[Line]]]:
    """What separators part, each with the title that stands behind its separator."""
    title: str | None = None
    part: list[Line] = []
    for line in lines:
        separator = _SEPARATOR.match(line.text)
        if separator is None:
            part.append(line)
            continue
        yield title, part
        title, part = separator[1] or None, []
    yield title, part


def _variables(lines: Iterable[Line]) -> dict[str, str]:
    """The file's variables; one may use those before it."""
    found: dict[str, str] = {}
    for line in lines:
        variable = _VARIABLE.match(line.text)
        if variable is not None:
            found[variable[1]] = _filled(variable[2], found)
    return found


def _filled(text: str, variables: Mapping[str, str]) -> str:
    """`text` with its variables in place; one that the file does not define stays as it is."""
    return _USE.sub(lambda use: variables.get(use[1], use[0]), text)


def _read_part(
    part: Sequence[Line], file: str, variables: Mapping[str, str], title: str | None
) -> tuple[Example | None, tuple[Diagnostic, ...]]:
    told = _Told()
    start = len(part)
    for at, line in enumerate(part):
        comment = _COMMENT.match(line.text)
        if comment is not None:
            _read_comment(comment[1], told)
        elif not line.is_blank and _VARIABLE.match(line.text) is None:
            start = at
            break
    if start == len(part):
        return None, ()
    request, answer, found = read_exchange(part[start:], file, variables)
    if request is None:
        if not found:
            message = "an answer without a request before it"
            place = Span(file, part[start].number, 1)
            found = (Diagnostic("EDM941", Severity.ERROR, message, place),)
        return None, found
    return (
        Example(request, answer, told.name, told.title or title, tuple(told.notes), file),
        found,
    )


def _read_comment(text: str, told: _Told) -> None:
    tag = _TAG.match(text)
    if tag is None:
        if text:
            told.notes.append(text)
    elif tag[2] and tag[1] == "name":
        told.name = tag[2]
    elif tag[2] and tag[1] == "title":
        told.title = tag[2]
    elif tag[2] and tag[1] == "note":
        told.notes.append(tag[2])


def _request(
    lines: Sequence[Line], file: str, variables: Mapping[str, str], found: list[Diagnostic]
) -> HttpRequest | None:
    first = lines[0]
    method, target = _request_line(_filled(first.text, variables))
    if method is None:
        message = "this is no request line: a method and a path or URL are expected"
        hint = "such as: GET /users?$top=5"
        place = Span(file, first.number, 1)
        found.append(Diagnostic("EDM941", Severity.ERROR, message, place, hint))
        return None
    at = 1
    # REST Client: a query may go on in lines of its own.
    while at < len(lines) and lines[at].text[:1] in " \t" and lines[at].text.strip()[:1] in "?&":
        if lines[at].is_blank:
            break
        target += _filled(lines[at].text.strip(), variables)
        at += 1
    headers, body = _fields(lines[at:], file, found, variables)
    return HttpRequest(method, target, headers, body, first.number)


def _request_line(text: str) -> tuple[str | None, str]:
    match = _REQUEST.match(text)
    if match is not None and match[1] in METHODS:
        return match[1], match[2]
    bare = _BARE_URL.match(text)
    return ("GET", bare[1]) if bare is not None else (None, "")


def _answer(lines: Sequence[Line], file: str, found: list[Diagnostic]) -> HttpAnswer:
    status = _STATUS.match(lines[0].text)
    assert status is not None, "the caller has looked"
    headers, body = _fields(lines[1:], file, found, {})
    return HttpAnswer(int(status[1]), headers, body, lines[0].number)


def _fields(
    lines: Sequence[Line], file: str, found: list[Diagnostic], variables: Mapping[str, str]
) -> tuple[tuple[Header, ...], Body | None]:
    """Header fields up to a blank line, and the body behind it."""
    headers: list[Header] = []
    for at, line in enumerate(lines):
        if line.is_blank:
            return tuple(headers), _body(lines[at + 1 :], variables)
        if _begins_body(line.text):
            # Documents leave out the blank line now and then.
            return tuple(headers), _body(lines[at:], variables)
        if _COMMENT.match(line.text) is not None:
            continue
        match = _HEADER.match(_filled(line.text, variables))
        if match is None:
            message = "this is no header field: a name, a colon and a value are expected"
            found.append(Diagnostic("EDM942", Severity.ERROR, message, Span(file, line.number, 1)))
        else:
            headers.append(Header(match[1], match[2], line.number))
    return tuple(headers), None


def _begins_body(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def _body(lines: Sequence[Line], variables: Mapping[str, str]) -> Body | None:
    kept = [line for line in lines if not line.text.startswith(_EDITORS_OWN)]
    while kept and kept[0].is_blank:
        kept = kept[1:]
    while kept and kept[-1].is_blank:
        kept = kept[:-1]
    if not kept:
        return None
    text = "\n".join(line.text for line in kept)
    return Body(_filled(text, variables), kept[0].number)
