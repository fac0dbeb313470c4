"""What a rule is: id, purpose, severities by direction, mirror, and why. Handlers know only the id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from edmund.review.findings import Direction, Level

__all__ = ["Facing", "Impact", "Rule", "directed", "everywhere"]


class Facing(Enum):
    """Where a schema element is met: read by the service, answered by it, or part of a URL."""

    REQUEST = "request"
    RESPONSE = "response"
    ADDRESS = "url"


@dataclass(frozen=True, slots=True)
class Impact:
    """Severity for a client that talks JSON and URLs, and for code that calls a generated client."""

    wire: Level
    source: Level


_LEVELS = {"B": Level.BREAKING, "W": Level.WARNING, "I": Level.INFO, "-": Level.NONE}
_FACINGS = {"q": Facing.REQUEST, "s": Facing.RESPONSE, "u": Facing.ADDRESS}


def _impact(text: str) -> Impact:
    """`B/W` as an Impact."""
    wire, source = text.split("/")
    return Impact(_LEVELS[wire], _LEVELS[source])


def everywhere(severity: str, directions: str = "") -> Mapping[Facing, Impact]:
    """The same severity in each of `directions` (q, s, u; none given: all three)."""
    return {_FACINGS[letter]: _impact(severity) for letter in directions or "qsu"}


def directed(*, q: str | None = None, s: str | None = None) -> Mapping[Facing, Impact]:
    """One severity for requests, another one for responses."""
    return {_FACINGS[k]: _impact(v) for k, v in (("q", q), ("s", s)) if v is not None}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `kind` is the umbrella id that a coarser comparison would give it (None: its own id).

    `mirror` is the rule that the same two documents give when they are swapped; a rule may be its own.
    None says that swapping gives nothing of the kind, and `why` then says so.
    """

    id: str
    purpose: str
    impacts: Mapping[Facing, Impact]
    mirror: str | None
    why: str
    kind: str | None = None

    @property
    def umbrella(self) -> str:
        return self.kind or self.id

    @property
    def is_directed(self) -> bool:
        """Whether the severity depends on where the element is used."""
        return len(set(self.impacts.values())) > 1 or Facing.ADDRESS not in self.impacts

    def impact(self, facings: frozenset[Facing]) -> Impact:
        """The worst over where the element is used; used nowhere known, the worst of all.

        A rule that says nothing for a direction has an informational impact there.
        """
        worst = Impact(
            max(i.wire for i in self.impacts.values()), max(i.source for i in self.impacts.values())
        )
        if not facings:
            return worst
        harmless = Impact(min(Level.INFO, worst.wire), min(Level.INFO, worst.source))
        # A rule that speaks of URLs too holds wherever the type is met.
        rest = self.impacts.get(Facing.ADDRESS, harmless)
        found = [self.impacts.get(facing, rest) for facing in facings]
        return Impact(max(i.wire for i in found), max(i.source for i in found))

    def direction(self, facings: frozenset[Facing] | None) -> Direction:
        """The direction to report, given where the element is used; None: use does not decide."""
        if facings is None:
            facings = frozenset(self.impacts)
            if Facing.ADDRESS in facings and not {Facing.REQUEST, Facing.RESPONSE} <= facings:
                return Direction.URL
        if set(self.impacts) == {Facing.ADDRESS}:
            return Direction.URL
        request, response = Facing.REQUEST in facings, Facing.RESPONSE in facings
        if request and response:
            return Direction.BOTH
        if request:
            return Direction.REQUEST
        return Direction.RESPONSE if response else Direction.NONE
