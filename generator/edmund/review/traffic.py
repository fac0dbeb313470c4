"""Which findings hit what was really used: how many recorded requests had to do with an element."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from edmund.review.findings import Finding

__all__ = ["Traffic", "marked"]


@dataclass(frozen=True, slots=True)
class Traffic:
    """`used` counts requests by element; `known` are the elements of the version that the traffic is of.

    `foreign` is how many requests were none of the service, of `total`.
    """

    used: Mapping[str, int]
    known: frozenset[str]
    total: int = 0
    foreign: int = 0

    def requests(self, element: str) -> int | None:
        """How many requests had to do with an element, or with its owner where it is new; None: nobody knows."""
        at: str | None = element
        while at is not None:
            if at in self.known:
                return self.used.get(at, 0)
            at = _owner(at)
        return None


def marked(findings: Iterable[Finding], traffic: Traffic) -> tuple[Finding, ...]:
    """The findings, each with the number of requests that it hits."""
    return tuple(replace(each, used=traffic.requests(each.element)) for each in findings)


def _owner(element: str) -> str | None:
    """What an element belongs to: a parameter's call, a member's type, an overload's operation."""
    method, blank, path = element.partition(" ")
    if blank and path.startswith("/"):
        called, more, _ = path.partition(" ")
        return f"{method} {called}" if more else None
    if element.endswith(")") and "(" in element:
        return element.partition("(")[0]
    owner, slash, _ = element.rpartition("/")
    return owner if slash else None
