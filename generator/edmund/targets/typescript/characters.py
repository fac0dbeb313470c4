"""Which characters show nothing, or other than they are."""

from __future__ import annotations

import unicodedata

__all__ = ["deceives"]

# Controls, formats (bidi, zero width), surrogates, private and unassigned code points, separators.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})


def deceives(character: str) -> bool:
    """Whether a character is invisible, or one that an editor may change."""
    if character.isascii():
        return not character.isprintable()
    # Variation selectors and Hangul fillers are marks and letters that show nothing.
    return (
        unicodedata.category(character) in _INVISIBLE
        or character in "\u115f\u1160\u3164\uffa0\u034f"
        or "\ufe00" <= character <= "\ufe0f"
        or 0xE0100 <= ord(character) <= 0xE01EF
    )
