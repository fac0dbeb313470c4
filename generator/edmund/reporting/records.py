"""Diagnostics as plain data, for JSON."""

from __future__ import annotations

from edmund.diagnostics import Diagnostic, Span

__all__ = ["diagnostic_record"]


def diagnostic_record(diagnostic: Diagnostic) -> dict[str, object]:
    """`{"code", "severity", "message", "file", "line", "column", "hint", "notes"}`.

    Text is as the input spelled it: JSON escapes it. A missing place is null, an unknown line 0.
    """
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **_place(diagnostic.span),
        "hint": diagnostic.hint,
        "notes": [{"message": note.message, **_place(note.span)} for note in diagnostic.notes],
    }


def _place(span: Span | None) -> dict[str, object]:
    if span is None:
        return {"file": None, "line": None, "column": None}
    return {"file": span.file, "line": span.line, "column": span.column}
