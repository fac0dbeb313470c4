"""Sections of a support file that only some clients have, as C and C# mark them: `#if NAME`, `#else`, `#endif`."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

__all__ = ["without_sections"]

_MARK = re.compile(r"[ \t]*#(?:if (?P<name>[A-Z][A-Z_]*)|(?P<word>else|endif))[ \t]*\Z")


@dataclass(slots=True)
class _Section:
    """`is_kept` says whether its lines are, where those around it are; `has_else` that the other half has begun."""

    is_kept: bool
    has_else: bool = False


def without_sections(text: str, names: Set[str]) -> str:
    """The text with the sections that are called by one of `names`, and without all others and the marks.

    Raises `ValueError` for a mark that does not belong to a section, and for a section that does not end.
    """
    kept: list[str] = []
    sections: list[_Section] = []
    for number, line in enumerate(text.split("\n"), 1):
        mark = _MARK.match(line)
        if mark is None:
            if all(section.is_kept for section in sections):
                kept.append(line)
        elif mark["name"] is not None:
            sections.append(_Section(mark["name"] in names))
        elif not sections or (mark["word"] == "else" and sections[-1].has_else):
            raise ValueError(f"line {number}: {line.strip()} has no place there")
        elif mark["word"] == "else":
            sections[-1].has_else, sections[-1].is_kept = True, not sections[-1].is_kept
        else:
            sections.pop()
    if sections:
        raise ValueError("a section does not end")
    return "\n".join(kept)
