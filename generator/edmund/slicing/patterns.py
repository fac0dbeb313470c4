"""Patterns of URL paths, taken apart: `/users/{id}/messages/**`, `/Orders(Id={Id},Line={Line})/Order`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from edmund.surface.lookup import argument_names, parted_call, split_path

__all__ = ["KeySegment", "NamedSegment", "PatternSegment", "Wildcard", "parse_pattern"]


class Wildcard(Enum):
    ANY = "*"  # any one segment
    ANY_DEPTH = "**"  # any number of segments, none included


@dataclass(frozen=True, slots=True)
class NamedSegment:
    """A name in lower case, and the arguments in parentheses behind it: None where there are none.

    Arguments are a function's own, or the key of what is named; then a `KeySegment` follows, `keyed`.
    """

    name: str
    arguments: str | None = None
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class KeySegment:
    """A key: `names` of its parts in lower case; None is a key whatever its name."""

    names: frozenset[str] | None = None


PatternSegment = Wildcard | NamedSegment | KeySegment


def parse_pattern(pattern: str) -> tuple[PatternSegment, ...]:
    """The segments of a pattern; `Orders({id})` and `Orders(Id={Id})` are two, a name and a key."""
    segments: list[PatternSegment] = []
    for written in split_path(pattern.strip()):
        segment = written.strip()
        if not segment or (
            segment == Wildcard.ANY_DEPTH.value and segments[-1:] == [Wildcard.ANY_DEPTH]
        ):
            continue
        if segment in (Wildcard.ANY.value, Wildcard.ANY_DEPTH.value):
            segments.append(Wildcard(segment))
        elif segment.startswith("{") and segment.endswith("}"):
            segments.append(KeySegment())
        else:
            name, arguments = parted_call(segment)
            keyed = bool(arguments)
            if name:
                segments.append(NamedSegment(name.lower(), arguments, keyed))
            if keyed:
                names = argument_names(arguments or "")
                segments.append(KeySegment(None if names is None else frozenset(names)))
    return tuple(segments)
