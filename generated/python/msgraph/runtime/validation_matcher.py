"""No value of this package's types is restricted by a pattern, so that nothing is matched here."""

from __future__ import annotations

__all__ = ["matches"]


def matches(program: str, text: str) -> bool | None:
    """Whether a program matches: that is not known here."""
    return None
