"""Where in a JSON or YAML text the values are that JSON pointers name: found when somebody asks.

Reading a document needs no places; what is told about it does. So a place is first a `LaterSpan` that
knows its pointer, and the first one that is asked for its line finds those of all in one pass.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from json import JSONDecodeError, JSONDecoder
from json.decoder import scanstring  # type: ignore[attr-defined]
from re import compile as pattern
from re import finditer
from typing import Any

from edmund.diagnostics import Span
from edmund.frontends.notation.pointers import parts

__all__ = ["LaterSpan", "Places"]

# Places that are found one by one; after that all that anybody may ask for are found at once.
_FEW = 3
_SPACE = pattern(r"[ \t\n\r]*")


class LaterSpan(Span):
    """A span whose line and column are found when they are read."""

    __slots__ = ("_found", "_places", "_pointer")
    _found: tuple[int, int] | None
    _places: Places
    _pointer: str

    def __init__(self, file: str, places: Places, pointer: str) -> None:
        object.__setattr__(self, "file", file)
        object.__setattr__(self, "_places", places)
        object.__setattr__(self, "_pointer", pointer)
        object.__setattr__(self, "_found", None)

    @staticmethod
    def locate(spans: Iterable[Span]) -> None:
        """Find all places of `spans` that are found later, in one pass over each text."""
        wanted: dict[int, tuple[Places, list[str]]] = {}
        for span in spans:
            if isinstance(span, LaterSpan) and span._found is None:
                places = span._places
                wanted.setdefault(id(places), (places, []))[1].append(span._pointer)
        for places, pointers in wanted.values():
            places.locate(pointers)

    def _place(self) -> tuple[int, int]:
        found = self._found
        if found is None:
            found = self._places.place(self._pointer)
            object.__setattr__(self, "_found", found)
        return found

    @property
    def line(self) -> int:
        return self._place()[0]

    @property
    def column(self) -> int:
        return self._place()[1]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.file, self.line, self.column) == (other.file, other.line, other.column)

    def __hash__(self) -> int:
        return hash((self.file, self.line, self.column))

    def __repr__(self) -> str:
        return f"Span(file={self.file!r}, line={self.line!r}, column={self.column!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Span, (self.file, self.line, self.column)


class Places:
    """The places of one text, which is JSON or YAML and well-formed, as far as somebody has read it."""

    def __init__(self, text: str, name: str, *, is_json: bool) -> None:
        self._text = text
        self._name = name
        self._is_json = is_json
        self._wanted: set[str] = set()
        self._found: dict[str, tuple[int, int]] = {}
        self._alone = 0

    def span(self, pointer: str) -> Span:
        """The place of what `pointer` points to: a member's name, an item's first character.

        What is not there is where the nearest thing around it is.
        """
        self._wanted.add(pointer)
        return LaterSpan(self._name, self, pointer)

    def place(self, pointer: str) -> tuple[int, int]:
        """Line and column from 1. A few are found one by one; who asks for more will ask for many."""
        if pointer not in self._found:
            self._alone += 1
            self.locate({pointer} if self._alone <= _FEW else {pointer, *self._wanted})
        return self._found[pointer]

    def locate(self, pointers: Iterable[str]) -> None:
        """Find the places of `pointers` in one pass over the text."""
        wanted = set(pointers) - self._found.keys()
        if wanted and self._is_json:
            self._found.update(_json_places(self._text, wanted, self._line_starts))
        elif wanted:
            from edmund.frontends.notation.yaml_text import yaml_places

            self._found.update(yaml_places(self._text, wanted))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in finditer(r"\r\n|\r|\n", self._text))]


class Trie:
    """Pointers by their first key; `pointers` are those that end here."""

    __slots__ = ("below", "pointers")

    def __init__(self) -> None:
        self.below: dict[str, Trie] = {}
        self.pointers: list[str] = []

    @classmethod
    def of(cls, pointers: Iterable[str]) -> Trie:
        root = cls()
        for pointer in pointers:
            at = root
            for key in parts(pointer):
                at = at.below.setdefault(key, cls())
            at.pointers.append(pointer)
        return root

    def all_pointers(self) -> list[str]:
        """The pointers that end here or below."""
        found: list[str] = []
        waiting = [self]
        while waiting:
            at = waiting.pop()
            found.extend(at.pointers)
            waiting.extend(at.below.values())
        return found


def _json_places(
    text: str, pointers: Iterable[str], starts: Sequence[int]
) -> Mapping[str, tuple[int, int]]:
    """Line and column of each pointer. What nobody asks for is skipped by the decoder, which is quick."""
    skip: Callable[[str, int], tuple[object, int]] = JSONDecoder(  # type: ignore[attr-defined]
        parse_int=str, parse_float=str
    ).scan_once
    offsets: dict[str, int] = {}

    def value(at: int, named: int, trie: Trie) -> int:
        """The end of the value at `at`, whose name or first character is at `named`."""
        for pointer in trie.pointers:
            offsets[pointer] = named
        first = text[at]
        if not trie.below or first not in "{[":
            for pointer in trie.all_pointers():
                offsets.setdefault(pointer, named)
            return skip(text, at)[1]
        missing = dict(trie.below)
        closing = "}" if first == "{" else "]"
        at = _after_space(text, at + 1)
        index = 0
        while text[at] != closing:
            start = at
            if first == "{":
                key, at = scanstring(text, at + 1, True)
                at = _after_space(text, _after_space(text, at) + 1)
            else:
                key = str(index)
                index += 1
            below = missing.pop(key, None)
            at = skip(text, at)[1] if below is None else value(at, start, below)
            at = _after_space(text, at)
            if text[at] == ",":
                at = _after_space(text, at + 1)
        for below in missing.values():
            for pointer in below.all_pointers():
                offsets[pointer] = named
        return at + 1

    start = _after_space(text, 0)
    trie = Trie.of(pointers)
    try:
        value(start, start, trie)
    except (JSONDecodeError, StopIteration, IndexError):  # read with fewer demands than JSON has
        for pointer in trie.all_pointers():
            offsets.setdefault(pointer, start)
    placed = {}
    for pointer, offset in offsets.items():
        line = bisect_right(starts, offset)
        placed[pointer] = (line, offset - starts[line - 1] + 1)
    return placed


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()
