"""Diagnostics as GitHub workflow commands (GitHub Docs, "Workflow commands for GitHub Actions")."""

from __future__ import annotations

from edmund.diagnostics import Diagnostic, Severity
from edmund.reporting.escape import printable_lines

__all__ = ["github_annotation"]

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_annotation(diagnostic: Diagnostic) -> str:
    """One `::error file=...,line=...::message` line; nothing in the input can end or extend it."""
    properties = {}
    if diagnostic.span is not None:
        properties["file"] = diagnostic.span.file
        if diagnostic.span.line:
            properties["line"] = str(diagnostic.span.line)
        if diagnostic.span.line and diagnostic.span.column:
            properties["col"] = str(diagnostic.span.column)
    properties["title"] = diagnostic.code
    message = diagnostic.message + (f"\n{diagnostic.hint}" if diagnostic.hint else "")
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMAND[diagnostic.severity]} {given}::{_data(message)}"


def _data(text: str) -> str:
    return printable_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
