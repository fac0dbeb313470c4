"""Sets of characters: ranges of code points, sorted, apart from each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from edmund.patterns.unicode_table import CATEGORY_RUNS

__all__ = [
    "DIGITS",
    "LINE_ENDS",
    "SPACES",
    "WORD_CHARACTERS",
    "CharacterSet",
    "complement",
    "of_category",
    "of_characters",
    "union",
]

CharacterSet = tuple[tuple[int, int], ...]

_LAST = 0x10FFFF
_RUN = re.compile("([A-Z][a-z])([0-9a-f]*)")
# Names of general categories (PropertyValueAliases.txt of Unicode), beside their short ones.
_LONG_NAMES = {
    "Cased_Letter": "LC",
    "Close_Punctuation": "Pe",
    "Connector_Punctuation": "Pc",
    "Control": "Cc",
    "cntrl": "Cc",
    "Currency_Symbol": "Sc",
    "Dash_Punctuation": "Pd",
    "Decimal_Number": "Nd",
    "digit": "Nd",
    "Enclosing_Mark": "Me",
    "Final_Punctuation": "Pf",
    "Format": "Cf",
    "Initial_Punctuation": "Pi",
    "Letter": "L",
    "Letter_Number": "Nl",
    "Line_Separator": "Zl",
    "Lowercase_Letter": "Ll",
    "Mark": "M",
    "Combining_Mark": "M",
    "Math_Symbol": "Sm",
    "Modifier_Letter": "Lm",
    "Modifier_Symbol": "Sk",
    "Nonspacing_Mark": "Mn",
    "Number": "N",
    "Open_Punctuation": "Ps",
    "Other": "C",
    "Other_Letter": "Lo",
    "Other_Number": "No",
    "Other_Punctuation": "Po",
    "Other_Symbol": "So",
    "Paragraph_Separator": "Zp",
    "Private_Use": "Co",
    "Punctuation": "P",
    "punct": "P",
    "Separator": "Z",
    "Space_Separator": "Zs",
    "Spacing_Mark": "Mc",
    "Surrogate": "Cs",
    "Symbol": "S",
    "Titlecase_Letter": "Lt",
    "Unassigned": "Cn",
    "Uppercase_Letter": "Lu",
}


def union(sets: Iterable[CharacterSet]) -> CharacterSet:
    """What is in one of the sets at least."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(each for one in sets for each in one):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return tuple(found)


def complement(characters: CharacterSet) -> CharacterSet:
    """All code points that are not in the set."""
    found: list[tuple[int, int]] = []
    start = 0
    for low, high in characters:
        if start < low:
            found.append((start, low - 1))
        start = high + 1
    if start <= _LAST:
        found.append((start, _LAST))
    return tuple(found)


def of_characters(characters: str) -> CharacterSet:
    """The set of the characters of a text."""
    return union(((ord(each), ord(each)),) for each in characters)


@lru_cache(maxsize=64)
def of_category(name: str) -> CharacterSet | None:
    """The characters of a Unicode general category, by its short or long name; None when there is none."""
    short = _LONG_NAMES.get(name, name)
    wanted = {"Lu", "Ll", "Lt"} if short == "LC" else {short}
    found: list[tuple[int, int]] = []
    start = 0
    for category, length in _RUN.findall(CATEGORY_RUNS):
        end = start + (int(length, 16) if length else 1)
        if category in wanted or category[0] in wanted:
            found.append((start, end - 1))
        start = end
    return union([tuple(found)]) or None


# ECMA 262, sections 22.2.2.9 (CharacterClassEscape), 12.2 (white space) and 12.3 (line terminators).
DIGITS: CharacterSet = ((0x30, 0x39),)
WORD_CHARACTERS: CharacterSet = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
LINE_ENDS = of_characters("\n\r\u2028\u2029")
SPACES = union((of_characters("\t\v\f\ufeff"), LINE_ENDS, of_category("Zs") or ()))
