"""Diagnostics for people: `file:line:column: error[EDM203]: message`, hints and notes below."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.reporting.escape import printable

__all__ = ["diagnostic_lines"]

_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def diagnostic_lines(diagnostic: Diagnostic, *, colour: bool = False) -> Iterator[str]:
    """The lines of one diagnostic, without line ends; the first starts with its place."""
    label = f"{diagnostic.severity.value}[{diagnostic.code}]"
    if colour:
        label = f"\x1b[1;{_COLOUR[diagnostic.severity]}m{label}\x1b[0m"
    yield f"{_place(diagnostic.span, colour)}{label}: {printable(diagnostic.message)}"
    for note in diagnostic.notes:
        kind = "\x1b[1mnote\x1b[0m" if colour else "note"
        yield f"  {_place(note.span, colour)}{kind}: {printable(note.message)}"
    if diagnostic.hint:
        kind = "\x1b[1;32mhint\x1b[0m" if colour else "hint"
        yield f"  {kind}: {printable(diagnostic.hint)}"


def _place(span: Span | None, colour: bool) -> str:
    if span is None:
        return ""
    numbers = f":{span.line}" if span.line else ""
    numbers += f":{span.column}" if span.line and span.column else ""
    place = f"{printable(span.file)}{numbers}:"
    return f"\x1b[1m{place}\x1b[0m " if colour else f"{place} "
