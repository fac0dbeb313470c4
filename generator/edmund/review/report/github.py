"""Annotations for a GitHub workflow, on the old and on the new lines (GitHub, "Workflow commands")."""

from __future__ import annotations

from edmund.diagnostics import Span
from edmund.review.findings import Finding, Level
from edmund.review.report.data import Report, place_text, visible

__all__ = ["render_github"]

_COMMANDS = {Level.BREAKING: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def render_github(report: Report) -> str:
    """Two commands per finding: the verdict on the new line, a notice on the old one."""
    lines: list[str] = []
    for finding in report.counted:
        if finding.level is Level.NONE:
            continue
        lines.append(_command(_COMMANDS[finding.level], finding.new, finding, finding.old))
        if finding.old is not None and finding.old != finding.new:
            lines.append(_command("notice", finding.old, finding, finding.new))
    return "".join(line + "\n" for line in lines)


def _command(name: str, span: Span | None, finding: Finding, other: Span | None) -> str:
    given = {}
    if span is not None:
        given["file"], is_here = _checked_out(span.file)
        if span.line and is_here:
            given["line"], given["col"] = str(span.line), str(span.column)
    given["title"] = f"{finding.id} (wire {finding.wire.word}, source {finding.source.word})"
    properties = ",".join(f"{key}={_property(value)}" for key, value in given.items())
    message = f"{finding.message} [other side: {place_text(other)}]"
    return f"::{name} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _checked_out(file: str) -> tuple[str, bool]:
    """The file in the checkout, and whether its lines are those meant: not of `REV:path`."""
    revision, colon, path = file.partition(":")
    return (path, False) if colon and path and len(revision) > 1 else (file, True)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
