"""Warnings of one code, as one: a vendor's habit shows itself once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edmund.diagnostics import Diagnostic, Severity

__all__ = ["first_of_each_code"]


def first_of_each_code(diagnostics: Sequence[Diagnostic], option: str) -> Iterator[Diagnostic]:
    """Every error, and of the others the first of each code.

    One that stands for several says how many and which `option` shows them, in a single line.
    """
    counts = Counter((d.severity, d.code) for d in diagnostics)
    told: set[tuple[Severity, str]] = set()
    for diagnostic in diagnostics:
        kind = (diagnostic.severity, diagnostic.code)
        if diagnostic.severity is Severity.ERROR or counts[kind] == 1:
            yield diagnostic
        elif kind not in told:
            told.add(kind)
            more = f"(and {counts[kind] - 1} more {diagnostic.code}: {option} shows them)"
            yield replace(diagnostic, message=f"{diagnostic.message} {more}", hint=None, notes=())
