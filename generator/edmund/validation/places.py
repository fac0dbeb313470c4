"""Where in a JSON text the values are that JSON pointers name."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Collection, Mapping

from edmund.validation.walk import step

__all__ = ["places"]

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.S)
_TOKEN = re.compile(r'[{}\[\],:]|"|[^\s{}\[\],:"]+')


def places(text: str, pointers: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """Line and column, from 1, of each pointer (RFC 6901) in `text`, which is JSON.

    A member is where its name begins, an item where its value does; of a member that is named twice
    the last one counts. What is not there (a member that is missing) is where the nearest value around it is.
    """
    wanted = {part for pointer in pointers for part in _prefixes(pointer)}
    found: dict[str, int] = {"": len(text) - len(text.lstrip())}
    # Of each open object or array: its pointer, and the index of the item to come (None in an object).
    open_: list[tuple[str, int | None]] = []
    name: str | None = None
    at = 0
    while (token := _TOKEN.search(text, at)) is not None:
        at = token.end()
        mark = token.group()
        start = token.start()
        if mark in "}]":
            open_.pop()
            continue
        if mark in ",:":
            continue
        if mark == '"':
            literal = _STRING.match(text, start)
            if literal is None:
                break  # no JSON: the caller was told otherwise
            at = literal.end()
            if open_ and open_[-1][1] is None and name is None:
                parsed = json.loads(literal.group(), strict=False)
                name = step(open_[-1][0], parsed)
                if name in wanted:
                    found[name] = start
                continue
        here = ""
        if open_:
            pointer, index = open_[-1]
            if index is None:
                here = name or pointer
                name = None
            else:
                here = f"{pointer}/{index}"
                open_[-1] = (pointer, index + 1)
                if here in wanted:
                    found[here] = start
        if mark in "{[":
            open_.append((here, None if mark == "{" else 0))
    ends = [match.start() for match in re.finditer("\n", text)]
    placed = {}
    for pointer in pointers:
        offset = _nearest(found, pointer)
        line = bisect_left(ends, offset)
        placed[pointer] = (line + 1, offset - (ends[line - 1] if line else -1))
    return placed


def _prefixes(pointer: str) -> list[str]:
    parts = pointer.split("/")
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]


def _nearest(found: Mapping[str, int], pointer: str) -> int:
    while pointer not in found:
        pointer = pointer.rpartition("/")[0]
    return found[pointer]
