"""Which generated names a finding touches, as the targets of the configured clients name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from edmund.review.findings import Finding

__all__ = ["Naming", "name_findings"]

Naming = tuple[str, Mapping[str, str]]
"""A target's name, and its names by schema element."""


def name_findings(findings: Sequence[Finding], namings: Sequence[Naming]) -> tuple[Finding, ...]:
    """Each finding with the names of its element, or of the type that it belongs to."""
    named: list[Finding] = []
    for finding in findings:
        symbols: dict[str, None] = {}
        for _, names in namings:
            symbol = _name(finding.element, names)
            if symbol is not None:
                symbols[symbol] = None
        named.append(replace(finding, symbols=tuple(symbols)) if symbols else finding)
    return tuple(named)


def _name(element: str, names: Mapping[str, str]) -> str | None:
    """The element's own name; else that of what holds it: type, operation."""
    while element:
        if element in names:
            return names[element]
        shorter = element.rpartition("/")[0] if "/" in element else element.partition("(")[0]
        if shorter == element:
            return None
        element = shorter
    return None
