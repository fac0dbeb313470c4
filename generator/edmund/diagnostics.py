"""Diagnostics: what Edmund says about its input, with a code, a place and a hint.

A stage takes a value and gives a value together with the diagnostics that it found; it collects all
of them and stops at its boundary by raising `EdmundError` when one is an error. Exceptions of
any other kind are bugs of Edmund's own.

Codes: EDM1xx csdl (reading), EDM2xx model (meaning), EDM3xx slice and surface, EDM4xx targets and
render, EDM5xx output, EDM6xx configuration and command line, EDM7xx review, EDM8xx validation input, EDM9xx samples.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

__all__ = ["Diagnostic", "EdmundError", "Note", "Severity", "Span", "Tolerance", "raise_on_errors"]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in an input: the file's name as the user gave it; line and column count from 1.

    Line 0 stands for the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0


class Severity(Enum):
    """How bad a finding is; ordered by `rank`, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that explains a diagnostic."""

    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Messages quote names as spelled; escaping for a terminal is the printer's task.

    `subjects` are the declarations that it is about, where they are known (`model/subjects.py`).
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    hint: str | None = None
    notes: tuple[Note, ...] = ()
    subjects: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What becomes of warnings: those with an ignored code are left out; `strict` makes errors of the rest.

    Errors cannot be ignored.
    """

    strict: bool = False
    ignored: frozenset[str] = frozenset()

    def judge(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """What is left of the diagnostics, as severe as is wanted."""
        kept = (
            d for d in diagnostics if d.severity is Severity.ERROR or d.code not in self.ignored
        )
        if not self.strict:
            return tuple(kept)
        return tuple(
            replace(d, severity=Severity.ERROR) if d.severity is Severity.WARNING else d
            for d in kept
        )


class EdmundError(Exception):
    """What was asked for cannot be done. `diagnostics` says why: all that was found, warnings too.

    As text it is the errors, one a line, each with its place and code.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        errors = [d for d in self.diagnostics if d.severity is Severity.ERROR]
        return "\n".join(_line(diagnostic) for diagnostic in errors or self.diagnostics)


def _line(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    place = "" if span is None else f"{span.file}:{span.line}: " if span.line else f"{span.file}: "
    return f"{place}{diagnostic.code}: {diagnostic.message}"


def raise_on_errors(diagnostics: Sequence[Diagnostic]) -> None:
    """Raise `EdmundError` with all diagnostics when at least one of them is an error."""
    if any(d.severity is Severity.ERROR for d in diagnostics):
        raise EdmundError(diagnostics)
