"""Diagnostics as a SARIF 2.1.0 log (OASIS), for code-scanning services."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from edmund.diagnostics import Diagnostic, Severity, Span

__all__ = ["sarif_log"]

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_log(diagnostics: Sequence[Diagnostic], version: str) -> dict[str, object]:
    """A log with one run; `version` is Edmund's."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {
        "name": "edmund",
        "version": version,
        "rules": [{"id": code} for code in codes],
    }
    return {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(diagnostic, codes) for diagnostic in diagnostics],
            }
        ],
    }


def _result(diagnostic: Diagnostic, codes: Sequence[str]) -> dict[str, object]:
    text = diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": _LEVEL[diagnostic.severity],
        "message": {"text": text},
    }
    if diagnostic.span is not None:
        result["locations"] = [{"physicalLocation": _location(diagnostic.span)}]
    related = [
        {"physicalLocation": _location(note.span), "message": {"text": note.message}}
        for note in diagnostic.notes
        if note.span is not None
    ]
    if related:
        result["relatedLocations"] = related
    return result


def _location(span: Span) -> dict[str, object]:
    path = PurePath(span.file)
    uri = quote(path.as_posix(), errors="replace")
    if path.is_absolute():
        uri = f"file://{uri}"
    location: dict[str, object] = {"artifactLocation": {"uri": uri}}
    if span.line:
        location["region"] = {"startLine": span.line, "startColumn": max(span.column, 1)}
    return location
