"""Waivers: findings that a team accepts, each with a reason, and until when.

A file of TOML tables `[[waiver]]` with any of `rule`, `element` (a glob: `*`, `?`) and `fingerprint`, a
`reason`, and `expires` (a date; the waiver holds through that day).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.review.findings import Finding, Waived
from edmund.review.rules.catalog import RULES

__all__ = ["Waiver", "apply_waivers", "parse_waivers"]

_KEYS = frozenset({"rule", "element", "fingerprint", "reason", "expires"})


@dataclass(frozen=True, slots=True)
class Waiver:
    """One accepted finding or kind of finding; None matches all."""

    reason: str
    rule: str | None = None
    element: str | None = None
    fingerprint: str | None = None
    expires: date | None = None
    span: Span | None = None

    def matches(self, finding: Finding) -> bool:
        return (
            self.rule in (None, finding.id, finding.kind)
            and (self.element is None or fnmatchcase(finding.element, self.element))
            and self.fingerprint in (None, finding.fingerprint)
        )

    @property
    def text(self) -> str:
        """What it is for, in a message."""
        given = (("rule", self.rule), ("element", self.element), ("fingerprint", self.fingerprint))
        return ", ".join(f"{name} {value}" for name, value in given if value is not None)


def parse_waivers(data: bytes, source: str) -> tuple[Waiver, ...]:
    """The waivers of a file. Raises EdmundError (EDM710) with all that is wrong."""
    try:
        content = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise EdmundError(
            (_error(f"the waivers cannot be read: {error}", Span(source)),)
        ) from error
    lines = [
        number
        for number, line in enumerate(data.decode("utf-8").splitlines(), 1)
        if line.replace(" ", "").startswith("[[waiver]]")
    ]
    tables = content.get("waiver", [])
    found: list[Diagnostic] = [
        _error(f"'{key}' is not a key of a waivers file", Span(source))
        for key in content
        if key != "waiver"
    ]
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise EdmundError((_error("'waiver' must be tables: [[waiver]]", Span(source)),))
    waivers: list[Waiver] = []
    for index, table in enumerate(tables):
        span = Span(source, lines[index] if index < len(lines) else 0, 1)
        wrong = list(_problems(table))
        found.extend(_error(text, span) for text in wrong)
        if not wrong:
            waivers.append(Waiver(**table, span=span))
    if found:
        raise EdmundError(found)
    return tuple(waivers)


def _problems(table: Mapping[str, object]) -> Sequence[str]:
    found: list[str] = []
    for key, value in table.items():
        if key not in _KEYS:
            found.append(f"'{key}' is not a key of a waiver")
        elif key == "expires":
            if type(value) is not date:
                found.append("'expires' must be a date, such as 2027-01-31 (without quotes)")
        elif not isinstance(value, str) or not value.strip():
            found.append(f"'{key}' must be a text")
    if "reason" not in table:
        found.append("a waiver needs a 'reason'")
    if not {"rule", "element", "fingerprint"} & table.keys():
        found.append("a waiver needs a 'rule', an 'element' or a 'fingerprint'")
    rule = table.get("rule")
    if isinstance(rule, str) and rule not in RULES and not _is_umbrella(rule):
        found.append(f"there is no rule '{rule}'; `edmund review rules` lists them")
    return found


def _is_umbrella(name: str) -> bool:
    return any(rule.kind == name for rule in RULES.values())


def apply_waivers(
    findings: Sequence[Finding], waivers: Sequence[Waiver], today: date
) -> tuple[tuple[Finding, ...], tuple[Diagnostic, ...]]:
    """Mark what is waived; tell of waivers that have expired (EDM711) or match nothing (EDM712)."""
    told: list[Diagnostic] = []
    valid: list[Waiver] = []
    for waiver in waivers:
        if waiver.expires is not None and waiver.expires < today:
            told.append(
                Diagnostic(
                    "EDM711",
                    Severity.WARNING,
                    f"the waiver for {waiver.text} expired on {waiver.expires.isoformat()}",
                    waiver.span,
                    "its findings count again; renew or remove it",
                )
            )
        else:
            valid.append(waiver)
    used: set[int] = set()
    marked: list[Finding] = []
    for finding in findings:
        matching = [i for i, waiver in enumerate(valid) if waiver.matches(finding)]
        used.update(matching)
        if matching:
            waiver = valid[matching[0]]
            expires = waiver.expires.isoformat() if waiver.expires else None
            marked.append(replace(finding, waived=Waived(waiver.reason, expires)))
        else:
            marked.append(finding)
    told.extend(
        Diagnostic(
            "EDM712",
            Severity.WARNING,
            f"the waiver for {waiver.text} matches nothing",
            waiver.span,
            "remove it, so that it cannot hide something later",
        )
        for index, waiver in enumerate(valid)
        if index not in used
    )
    return tuple(marked), tuple(told)


def _error(message: str, span: Span) -> Diagnostic:
    return Diagnostic("EDM710", Severity.ERROR, message, span)
