"""What every fuzzing target holds: a refusal is an `EdmundError` that can be shown, and nothing else is raised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.reporting import diagnostic_lines, diagnostic_record, github_annotation, sarif_log

__all__ = ["FOLDER", "ROOT", "check_diagnostics", "check_refusal"]

ROOT = Path(__file__).resolve().parents[3]
FOLDER = Path(__file__).resolve().parent
_ACTIVE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def check_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Assert that each can be shown in every way, and that no line of it drives a terminal or a log."""
    found = tuple(diagnostics)
    for diagnostic in found:
        lines = [*diagnostic_lines(diagnostic), github_annotation(diagnostic)]
        for line in lines:
            assert not _ACTIVE.search(line), line
        for line in lines[:-1]:
            assert not line.lstrip().startswith("::"), line
        diagnostic_record(diagnostic)
    sarif_log(found, "0")


def check_refusal(failure: EdmundError) -> None:
    """Assert that a refusal says why, in errors that can be shown."""
    assert any(d.severity is Severity.ERROR and d.code for d in failure.diagnostics)
    check_diagnostics(failure.diagnostics)
