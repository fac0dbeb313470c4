"""From the text of a JSON document to values with places (RFC 8259). Nothing here knows CSDL.

Python's own decoder has no places, takes `NaN`, lone surrogates and members that are there twice, and
expands numbers however long they are; here numbers stay text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import NamedTuple

from edmund.csdl.findings import Code, Findings
from edmund.csdl.parser import MAX_TEXT
from edmund.diagnostics import Diagnostic, EdmundError, Note, Severity, Span

__all__ = ["MAX_DEPTH", "JsonNode", "JsonNumber", "Places", "scan_json"]

MAX_DEPTH = 200
"""Nesting of objects and arrays; twice that of XML, for an operator takes an object and an array."""

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_AFTER_NUMBER = re.compile(r"[0-9A-Za-z.+_-]")
_WORDS = {"t": ("true", True), "f": ("false", False), "n": ("null", None)}
# What XML 1.0 cannot carry either (section 2.2), so that every document can be written in both.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class JsonNumber(str):
    """A number as written."""

    __slots__ = ()


class JsonNode(NamedTuple):
    """A value, where it begins and, for a member of an object, where its name begins.

    Objects are dicts and arrays lists of nodes; numbers are `JsonNumber`, the rest is Python's.
    """

    value: dict[str, JsonNode] | list[JsonNode] | str | bool | None
    at: int
    name_at: int


class Places:
    """Tells line and column of an offset."""

    def __init__(self, text: str, source: str) -> None:
        self._source = source
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]

    def span(self, at: int) -> Span:
        line = bisect_right(self._starts, at)
        return Span(self._source, line, at - self._starts[line - 1] + 1)


def scan_json(text: str, places: Places, findings: Findings) -> JsonNode:
    """The value that `text` is. A member that an object has twice is an error among the findings.

    Raises `EdmundError` with one diagnostic, EDM105, EDM106 or EDM108, for what cannot be read on.
    """
    scanner = _Scanner(text, places, findings)
    node, end = scanner.value(_after_space(text, 0), 0, -1)
    end = _after_space(text, end)
    if end < len(text):
        raise scanner.failed(Code.NOT_JSON, "there is more after the end of the document", end)
    return node


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()


class _Scanner:
    def __init__(self, text: str, places: Places, findings: Findings) -> None:
        self._text = text
        self._places = places
        self._findings = findings
        self._known: dict[str, str] = {}

    def failed(self, code: Code, message: str, at: int) -> EdmundError:
        if code is Code.NOT_JSON:
            message = f"not well-formed JSON: {message}"
        span = self._places.span(at)
        return EdmundError([Diagnostic(code.value, Severity.ERROR, message, span)])

    def value(self, at: int, depth: int, name_at: int) -> tuple[JsonNode, int]:
        text = self._text
        first = text[at : at + 1]
        if first == '"':
            found, end = self._string(at)
            return JsonNode(found, at, name_at), end
        if first == "{":
            return self._object(at, depth + 1, name_at)
        if first == "[":
            return self._array(at, depth + 1, name_at)
        word = _WORDS.get(first)
        if word is not None and text.startswith(word[0], at):
            return JsonNode(word[1], at, name_at), at + len(word[0])
        number = _NUMBER.match(text, at)
        if number is not None and not _AFTER_NUMBER.match(text, number.end()):
            return JsonNode(JsonNumber(number[0]), at, name_at), number.end()
        raise self.failed(Code.NOT_JSON, "a value is expected" if first else _ENDS, at)

    def _string(self, at: int) -> tuple[str, int]:
        try:
            found, end = scanstring(self._text, at + 1, True)
        except JSONDecodeError as error:
            message = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
            raise self.failed(Code.NOT_JSON, message, min(error.pos, len(self._text))) from None
        if not found.isprintable() and _NO_TEXT.search(found):
            raise self.failed(
                Code.TEXT, "a text has a control character or half of a surrogate pair", at
            )
        if len(found) > MAX_TEXT:
            raise self.failed(Code.LIMIT, f"a text is longer than {MAX_TEXT} characters", at)
        return self._known.setdefault(found, found), end

    def _enter(self, at: int, depth: int) -> None:
        if depth > MAX_DEPTH:
            message = f"objects and arrays are nested more than {MAX_DEPTH} deep"
            raise self.failed(Code.LIMIT, message, at)

    def _object(self, at: int, depth: int, name_at: int) -> tuple[JsonNode, int]:
        self._enter(at, depth)
        text = self._text
        members: dict[str, JsonNode] = {}
        end = _after_space(text, at + 1)
        if text.startswith("}", end):
            return JsonNode(members, at, name_at), end + 1
        while True:
            if not text.startswith('"', end):
                raise self.failed(Code.NOT_JSON, "the name of a member is expected", end)
            begin = end
            name, end = self._string(begin)
            end = _after_space(text, end)
            if not text.startswith(":", end):
                raise self.failed(Code.NOT_JSON, "a colon is expected", end)
            node, end = self.value(_after_space(text, end + 1), depth, begin)
            first = members.setdefault(name, node)
            if first is not node:
                self._findings.error(
                    Code.REPEATED_MEMBER,
                    f"the member '{name}' is there twice",
                    self._places.span(begin),
                    notes=(Note("it is here first", self._places.span(first.name_at)),),
                )
            end = _after_space(text, end)
            mark = text[end : end + 1]
            if mark == "}":
                return JsonNode(members, at, name_at), end + 1
            if mark != ",":
                raise self.failed(Code.NOT_JSON, "a comma or } is expected", end)
            end = _after_space(text, end + 1)

    def _array(self, at: int, depth: int, name_at: int) -> tuple[JsonNode, int]:
        self._enter(at, depth)
        text = self._text
        items: list[JsonNode] = []
        end = _after_space(text, at + 1)
        if text.startswith("]", end):
            return JsonNode(items, at, name_at), end + 1
        while True:
            node, end = self.value(end, depth, -1)
            items.append(node)
            end = _after_space(text, end)
            mark = text[end : end + 1]
            if mark == "]":
                return JsonNode(items, at, name_at), end + 1
            if mark != ",":
                raise self.failed(Code.NOT_JSON, "a comma or ] is expected", end)
            end = _after_space(text, end + 1)


_ENDS = "the document ends in the middle"
