"""Text for a terminal or a log: what breaks first, then warnings, then the rest; in each by type."""

from __future__ import annotations

import textwrap

from edmund.review.findings import Finding, Level
from edmund.review.report.data import Report, counts, place_text, visible
from edmund.review.report.folding import Entry, fold

__all__ = ["render_text"]

_WIDTH = 100
_COLOURS = {Level.BREAKING: "1;31", Level.WARNING: "33", Level.INFO: "36", Level.NONE: "2"}


def render_text(report: Report, *, colour: bool = False) -> str:
    """All findings that tell something; those of severity none on both sides are only counted."""
    lines = [f"{visible(report.old)} -> {visible(report.new)}", ""]
    if report.steps:
        for step in report.steps:
            title = f"{step.revision[:12]} {step.date[:10]} {visible(step.subject)}"
            lines += [_paint(title, "1", colour), ""]
            lines += _findings(step.findings, report, colour) or ["  no change", ""]
    else:
        lines += _findings(report.findings, report, colour)
    lines += _summary(report)
    return "\n".join(lines) + "\n"


def _findings(findings: tuple[Finding, ...], report: Report, colour: bool) -> list[str]:
    """The findings by severity, the worst first, so that nobody has to look for what breaks."""
    lines: list[str] = []
    for level in (Level.BREAKING, Level.WARNING, Level.INFO):
        chosen = tuple(f for f in findings if f.level is level)
        if chosen:
            title = f"{level.word} ({len(chosen)}), severities as wire/source"
            lines += [_paint(title, _COLOURS[level], colour), ""]
            lines += _sections(chosen, report, colour)
    return lines


def _sections(findings: tuple[Finding, ...], report: Report, colour: bool) -> list[str]:
    """The findings of one severity, by type."""
    lines: list[str] = []
    for section in fold(findings, report.failing):
        lines.append(_paint(visible(section.title), "1", colour))
        for entry in section.entries:
            if entry.is_loud:
                failing = entry.first.fingerprint in report.failing
                lines.extend(_finding(entry.first, failing, colour))
            else:
                lines.extend(_together(entry, colour))
        lines.append("")
    return lines


def _together(entry: Entry, colour: bool) -> list[str]:
    """Findings that differ in their names alone: these names, and where the first one is."""
    first = entry.first
    under = f" below {visible(entry.base)}" if entry.base else ""
    painted = _paint(
        f"{first.wire.word}/{first.source.word}".ljust(18), _COLOURS[first.level], colour
    )
    lines = [f"  {painted} {first.id} ({len(entry.findings)}){under}:"]
    lines += _wrapped(visible(", ".join(entry.names)))
    if entry.symbols:
        lines += _wrapped(visible(f"touches {', '.join(entry.symbols)}"))
    begin = "    first " if len(entry.findings) > 1 else "    "
    lines.append(_paint(f"{begin}new {visible(place_text(first.new))}", "2", colour))
    return lines


def _wrapped(text: str) -> list[str]:
    margin = "    "
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _finding(finding: Finding, failing: bool, colour: bool) -> list[str]:
    level = f"{finding.wire.word}/{finding.source.word}"
    mark = "waived" if finding.waived else level
    painted = _paint(f"{mark:<18}", "2" if finding.waived else _COLOURS[finding.level], colour)
    lines = [
        f"  {painted} {finding.id}: {visible(finding.message)}",
        f"    old {visible(place_text(finding.old))}",
        f"    new {visible(place_text(finding.new))}",
    ]
    facts = [f"direction {finding.direction.value}", f"fingerprint {finding.fingerprint}"]
    if failing:
        facts.insert(0, "fails this run")
    lines.append(_paint(f"    {', '.join(facts)}", "2", colour))
    if finding.used is not None:
        lines.append(f"    used: {finding.used} requests")
    if finding.symbols:
        lines.append(f"    touches {visible(', '.join(finding.symbols))}")
    if finding.waived:
        until = f" until {finding.waived.expires}" if finding.waived.expires else ""
        lines.append(f"    waived{until}: {visible(finding.waived.reason)}")
    return lines


def _summary(report: Report) -> list[str]:
    if not report.findings:
        return ["no change"]
    found = counts(report.counted)
    lines = [
        f"{side + ':':<8}"
        + ", ".join(f"{number} {word}" for word, number in found[side].items() if word != "none")
        for side in ("wire", "source")
    ]
    silent = len(report.findings) - len(report.told)
    if silent:
        lines.append(f"{silent} changes of no consequence are not shown (--format json has them)")
    waived = len(report.findings) - len(report.counted)
    if waived:
        lines.append(f"{waived} waived")
    lines.append(f"{len(report.failing)} of these fail the run" if report.failing else "passed")
    return lines


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
