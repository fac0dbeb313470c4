"""Release notes: what callers must do, what is new, what will go and when."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.review.findings import Finding, Level
from edmund.review.report.data import Report, visible

__all__ = ["render_changelog"]

_SECTIONS = ("Breaking", "Deprecated", "Added", "Changed", "Removed as announced")
_COMPANIONS = frozenset({"removed-without-deprecation", "removed-before-removal-date"})


def render_changelog(report: Report) -> str:
    """Keep-a-changelog sections in Markdown. What neither breaks nor tells anything is left out."""
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in _SECTIONS}
    announced = {f.element for f in report.findings if f.id == "removed-after-removal-date"}
    for finding in report.told:
        if finding.id in _COMPANIONS or finding.id == "change-reverted":
            continue
        section = _section(finding, announced)
        if section is not None:
            found[section].append((_sort_key(finding), _line(finding)))
    lines = [f"## {_code(report.old)} → {_code(report.new)}", ""]
    for name in _SECTIONS:
        entries = sorted(dict.fromkeys(found[name]))
        if entries:
            lines += [f"### {name}", "", *(line for _, line in entries), ""]
    if len(lines) == 2:
        lines += ["No change that callers notice.", ""]
    return "\n".join(lines)


def _section(finding: Finding, announced: set[str]) -> str | None:
    if finding.id == "removed-after-removal-date":
        return None
    if finding.kind.endswith("-removed") and finding.element in announced:
        return "Removed as announced"
    if finding.id in ("deprecated-added", "removal-date-earlier", "removal-date-later"):
        return "Deprecated"
    if finding.level is Level.BREAKING:
        return "Breaking"
    if finding.kind.endswith(("-added", "-added-optional", "-added-required")):
        return "Added"
    return "Changed"


def _sort_key(finding: Finding) -> str:
    """Deprecations by removal date, all else by name."""
    return f"{_removal_date(finding) or '9999'} {finding.element.lower()}"


def _removal_date(finding: Finding) -> str | None:
    to = finding.detail.get("to")
    if finding.id == "deprecated-added" and isinstance(to, Mapping):
        date = to.get("removalDate")
        return None if date is None else str(date)
    if finding.id.startswith("removal-date-"):
        return None if to is None else str(to)
    return None


def _line(finding: Finding) -> str:
    date = _removal_date(finding)
    until = f" (to be removed on {visible(date)})" if date else ""
    symbols = f" [{', '.join(_code(s) for s in finding.symbols)}]" if finding.symbols else ""
    message = visible(finding.message)
    if finding.id == "deprecated-added":
        description = message.partition(": ")[2]
        text = f"{_code(finding.element)}{until}" + (
            f": {_plain(description)}" if description else ""
        )
        return f"- {text}{symbols}"
    return f"- {_plain(message)}{until}{symbols}"


def _code(text: str) -> str:
    return "`" + visible(text).replace("`", "'") + "`"


def _plain(text: str) -> str:
    """No markup out of schema text."""
    for sign in "\\`*_[]<>#|~":
        text = text.replace(sign, "\\" + sign)
    return text
