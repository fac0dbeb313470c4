"""What is wrong with a query, found by checking it against a service: codes, and findings with their places."""

from __future__ import annotations

from typing import Final

from edmund.diagnostics import Diagnostic, Severity
from edmund.queries.source import Source

__all__ = [
    "NOT_ALLOWED",
    "NOT_OFFERED",
    "NOT_THE_TYPE",
    "NO_SUCH_NAME",
    "REQUIRED",
    "Findings",
]

NO_SUCH_NAME: Final = "EDM922"
NOT_THE_TYPE: Final = "EDM923"
NOT_ALLOWED: Final = "EDM924"
NOT_OFFERED: Final = "EDM925"
REQUIRED: Final = "EDM926"


class Findings:
    """Collects findings about one text after the other; `source` is the one at hand."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []

    def add(
        self,
        code: str,
        message: str,
        at: int | None,
        hint: str | None = None,
        *,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """A finding at a place of the source; None is where it begins."""
        found = Diagnostic(code, severity, message, self.source.span(at or 0), hint)
        if found not in self.found:
            self.found.append(found)

    def add_unlikely(self, message: str, at: int | None, hint: str | None) -> None:
        """A warning about a name that may be there, since the type is open, but is like one that is declared."""
        if hint is not None:
            self.add(NO_SUCH_NAME, message, at, hint, severity=Severity.WARNING)
