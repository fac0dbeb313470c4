"""Patterns compiled to programs: a text of decimal numbers, small enough to stand in generated code.

The numbers are: how many sets of characters there are; of each set how many ranges it has, then the first and
last code point of each range, in order; then one node. A node is its kind (`Kind`) and what the kind takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from edmund.patterns.character_sets import CharacterSet
from edmund.patterns.syntax import (
    Alternation,
    AnyOf,
    Assertion,
    AssertionKind,
    Look,
    Node,
    Repeat,
    Sequence,
    UnsupportedPattern,
    parse_pattern,
)

__all__ = ["UNSUPPORTED", "Kind", "compile_pattern", "pattern_program"]

# The program of a pattern that cannot be run.
UNSUPPORTED = ""
MAX_STATES = 5_000
ENDLESS = -1


class Kind(IntEnum):
    """The kinds of nodes. `matcher` and the matchers of all languages read these numbers."""

    SET = 0  # one character; takes the index of its set
    START = 1  # the beginning of the text
    END = 2  # its end
    BOUNDARY = 3  # between a word character and another one
    NO_BOUNDARY = 4
    LOOK = 5  # a look-ahead; takes a node
    NO_LOOK = 6  # one that must not match
    SEQUENCE = 7  # takes a count and so many nodes, the last one first
    CHOICE = 8  # takes a count and so many nodes
    REPEAT = 9  # takes how often at least and at most (-1 without end), then a node


_ASSERTIONS = {
    AssertionKind.START: Kind.START,
    AssertionKind.END: Kind.END,
    AssertionKind.BOUNDARY: Kind.BOUNDARY,
    AssertionKind.NO_BOUNDARY: Kind.NO_BOUNDARY,
}


@lru_cache(maxsize=1024)
def compile_pattern(pattern: str) -> str:
    """The program of an ECMA 262 pattern.

    Raises `UnsupportedPattern` when it is malformed (`MalformedPattern`), of another dialect, or too large.
    """
    tree = parse_pattern(pattern)
    if _states(tree) > MAX_STATES:
        raise UnsupportedPattern("too large")
    sets: dict[CharacterSet, int] = {}
    nodes = list(_encoded(tree, sets))
    numbers = [len(sets)]
    for characters in sets:
        numbers.append(len(characters))
        numbers.extend(point for bounds in characters for point in bounds)
    return " ".join(map(str, numbers + nodes))


def pattern_program(pattern: str | None) -> str | None:
    """The program of a pattern: `UNSUPPORTED` where it cannot be run, None for none."""
    if pattern is None:
        return None
    try:
        return compile_pattern(pattern)
    except UnsupportedPattern:
        return UNSUPPORTED


def _states(node: Node) -> int:
    """How many states a matcher needs for a node, or more."""
    if isinstance(node, Look):
        return 1 + _states(node.inner)
    if isinstance(node, Sequence):
        return 1 + sum(map(_states, node.items))
    if isinstance(node, Alternation):
        return 1 + sum(map(_states, node.branches))
    if isinstance(node, Repeat):
        times = node.least + 1 if node.most is None else node.most
        return 1 + times * (1 + _states(node.inner))
    return 1


def _encoded(node: Node, sets: dict[CharacterSet, int]) -> Iterator[int]:
    if isinstance(node, AnyOf):
        yield from (Kind.SET, sets.setdefault(node.characters, len(sets)))
    elif isinstance(node, Assertion):
        yield _ASSERTIONS[node.kind]
    elif isinstance(node, Look):
        yield Kind.NO_LOOK if node.negated else Kind.LOOK
        yield from _encoded(node.inner, sets)
    elif isinstance(node, Sequence):
        yield from (Kind.SEQUENCE, len(node.items))
        for item in reversed(node.items):
            yield from _encoded(item, sets)
    elif isinstance(node, Alternation):
        yield from (Kind.CHOICE, len(node.branches))
        for branch in node.branches:
            yield from _encoded(branch, sets)
    elif node.most == 0:
        yield from (Kind.SEQUENCE, 0)
    else:
        yield from (Kind.REPEAT, node.least, ENDLESS if node.most is None else node.most)
        yield from _encoded(node.inner, sets)
