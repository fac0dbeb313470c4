"""Findings: what a comparison of two Models has to say, with severities, places and an identity.

A handler yields `Change`s: facts without a judgement. `judge` turns them into `Finding`s with the
severities of the rule, the direction of use and a fingerprint that stays when lines move.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from edmund.diagnostics import Span

__all__ = [
    "Change",
    "Detail",
    "Direction",
    "Finding",
    "Level",
    "Waived",
    "fingerprint_of",
]

Detail = Mapping[str, object]
"""JSON values only: what the finding's message says, for programs. `from` and `to` where they apply."""


class Level(IntEnum):
    """How much a change breaks; a higher number is worse."""

    NONE = 0
    INFO = 1
    WARNING = 2
    BREAKING = 3

    @property
    def word(self) -> str:
        """The spelling in reports, configuration and options."""
        return self.name.lower()


class Direction(Enum):
    """Where a change is felt: requests, responses, both, URLs, or nowhere that can be reached."""

    REQUEST = "request"
    RESPONSE = "response"
    BOTH = "both"
    URL = "url"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, before it is judged.

    `kind` is the umbrella id (None: the rule's own). `subject` names the type whose use decides on the
    direction, None where the rule's own direction is certain. `direction` overrules the use. The last four
    bend the rule's severity, for what the rule's text makes an exception of.
    """

    rule: str
    element: str
    message: str
    old: Span | None
    new: Span | None
    kind: str | None = None
    subject: str | None = None
    direction: Direction | None = None
    detail: Detail = field(default_factory=dict)
    wire_at_least: Level | None = None
    wire_at_most: Level | None = None
    source_at_least: Level | None = None
    source_at_most: Level | None = None


@dataclass(frozen=True, slots=True)
class Waived:
    """Why a finding does not count."""

    reason: str
    expires: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One judged difference between two versions."""

    id: str
    kind: str
    element: str
    wire: Level
    source: Level
    direction: Direction
    old: Span | None
    new: Span | None
    detail: Detail
    fingerprint: str
    message: str
    symbols: tuple[str, ...] = ()
    waived: Waived | None = None
    used: int | None = None  # by how many recorded requests, where there are some

    @property
    def level(self) -> Level:
        """The worse one of the two severities."""
        return max(self.wire, self.source)


_VOLATILE = frozenset({"likeness"})  # how sure a heuristic is may change with Edmund's version


def fingerprint_of(rule: str, element: str, detail: Detail) -> str:
    """16 hex digits over what changed, not over where it stands: it survives moved lines and files."""
    kept = {key: value for key, value in detail.items() if key not in _VOLATILE}
    text = json.dumps([rule, element, kept], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
