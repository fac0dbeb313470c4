"""Markdown for a pull-request comment: it collapses, keeps to a size, and says what it left out."""

from __future__ import annotations

import re

from edmund.diagnostics import Span
from edmund.review.findings import Finding, Level
from edmund.review.report.data import Report, counts, place_text, visible
from edmund.review.report.folding import Entry, fold

__all__ = ["LARGEST", "render_markdown"]

_NAMES = 50  # of one kind in one line
LARGEST = 60_000  # characters; GitHub refuses a comment of more than 65,536
_SIGNS = {Level.BREAKING: "🔴", Level.WARNING: "🟡", Level.INFO: "🔵", Level.NONE: "⚪"}
_TITLES = {Level.BREAKING: "Breaking", Level.WARNING: "Warnings", Level.INFO: "Informational"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~@$&])")


def render_markdown(report: Report, limit: int = LARGEST) -> str:
    """One section per severity; below it one line per finding, by type."""
    head = _head(report)
    told = report.told
    if not told:
        return head + "\nNo change that breaks or tells anything.\n"
    room = limit - len(head) - 600
    parts: list[str] = []
    left_out: list[Finding] = []
    for level in (Level.BREAKING, Level.WARNING, Level.INFO):
        found = [f for f in told if f.level is level]
        if not found:
            continue
        opening = (
            f"\n<details{' open' if level is Level.BREAKING else ''}><summary>"
            f"<b>{_SIGNS[level]} {_TITLES[level]}: {len(found)}</b></summary>\n\n"
        )
        closing = "\n</details>\n"
        room -= len(opening) + len(closing)
        lines: list[str] = []
        for section in fold(found, report.failing):
            title = f"**{_inline(section.title)}**\n"
            for entry in section.entries:
                line = _line(entry.first, report) if entry.is_loud else _together(entry, report)
                cost = len(line) + len(title)
                if cost > room:
                    left_out.extend(entry.findings)
                    continue
                if title:
                    lines.append(("\n" if lines else "") + title + "\n")
                    title = ""
                lines.append(line)
                room -= cost + 2
        if lines:
            parts.append(opening + "".join(lines) + closing)
    text = head + "".join(parts)
    if left_out:
        text += _left_out(left_out)
    return text


def _head(report: Report) -> str:
    found = counts(report.counted)
    rows = "".join(
        f"| {side} | {found[side]['breaking']} | {found[side]['warning']} | {found[side]['info']} |\n"
        for side in ("wire", "source")
    )
    verdict = (
        f"**{len(report.failing)} findings fail this review.**" if report.failing else "Passed."
    )
    waived = len(report.findings) - len(report.counted)
    text = (
        f"## Schema review\n\n{_inline(report.old)} → {_inline(report.new)}\n\n{verdict}\n\n"
        f"| | breaking | warning | info |\n|---|---:|---:|---:|\n{rows}"
    )
    if waived:
        text += f"\n{waived} waived.\n"
    for note in report.notes[:10]:
        text += f"\n> {note.code}: {_inline(note.message)}\n"
    return text


def _line(finding: Finding, report: Report) -> str:
    text = (
        f"- {_SIGNS[finding.level]} `{finding.id}` {_inline(finding.message)} "
        f"(wire {finding.wire.word}, source {finding.source.word}, {finding.direction.value}; "
        f"old {_place(finding.old, report.old)}, new {_place(finding.new, report.new)})"
    )
    if finding.symbols:
        text += f". Touches {_inline(', '.join(finding.symbols))}"
    if finding.used is not None:
        text += f". Used: {finding.used} requests"
    if finding.waived:
        text += f". Waived: {_inline(finding.waived.reason)}"
    return text + "\n"


def _together(entry: Entry, report: Report) -> str:
    """Findings that differ in their names alone; what is more than fits a line is counted."""
    first = entry.first
    names = [_inline(name) for name in entry.names[:_NAMES]]
    if len(entry.names) > _NAMES:
        names.append(f"and {len(entry.names) - _NAMES} more")
    under = f" below {_inline(entry.base)}" if entry.base else ""
    text = (
        f"- {_SIGNS[first.level]} `{first.id}` ({len(entry.findings)}){under}: {', '.join(names)} "
        f"(wire {first.wire.word}, source {first.source.word}; "
        f"first new {_place(first.new, report.new)})"
    )
    if entry.symbols:
        text += f". Touches {_inline(', '.join(entry.symbols[:_NAMES]))}"
    return text + "\n"


def _place(span: Span | None, document: str) -> str:
    """Without the file where the heading has it: hundreds of long paths leave no room for findings."""
    if span is not None and span.line and span.file == document:
        return f"{span.line}:{span.column}"
    return _inline(place_text(span))


def _left_out(findings: list[Finding]) -> str:
    words = ", ".join(
        f"{sum(f.level is level for f in findings)} {level.word}"
        for level in (Level.BREAKING, Level.WARNING, Level.INFO)
        if any(f.level is level for f in findings)
    )
    return (
        f"\n**{len(findings)} findings are left out to keep this comment short** ({words}). "
        "`edmund review --format html` or `--format json` has them all.\n"
    )


def _inline(text: str) -> str:
    """Schema text as it is: no markup, no mention, no link comes out of it."""
    return (
        _SPECIAL.sub(r"\\\1", visible(text)).replace("\\@", "@\u200b").replace("://", ":\u200b//")
    )
