"""The words of a schema's name, and names made of words: `DVDTitle` is of DVD and Title."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

__all__ = ["in_title_case", "joined", "spaced", "titled", "words"]

# Where a word begins: behind a small letter or digit, and with the last capital before a small one. The plural of
# an abbreviation is one word (`userIDs`, `URLs`), and so is one with a version (`IPv4`).
_BEGINNING = re.compile(r"(?<=[a0])(?=A)|(?<=A)(?=Aa)")
_ABBREVIATION = re.compile(r"([^\W\d_]{2,}?)(s|v?\d*)\Z")
_TAIL = re.compile(r"(?<=[A-Z])(?:s(?![a-z])|v(?=\d))")


def _shape(name: str) -> str:
    """Each letter's kind: `A` a capital, `a` another letter, `0` a digit, and `_` between words."""
    tails = {match.start() for match in _TAIL.finditer(name)}
    return "".join(_kind(c) if at not in tails else "A" for at, c in enumerate(name))


def _kind(character: str) -> str:
    # Some symbols have a case: a circled capital is no letter.
    if not character.isalnum():
        return "_"
    if character.isupper():
        return "A"
    return "0" if character.isdigit() else "a"


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words as they are spelled; what is no letter or digit parts them. None for a name without letters."""
    shape = _shape(name)
    found: list[str] = []
    for run in re.finditer(r"[^_]+", shape):
        cuts = [m.start() for m in _BEGINNING.finditer(shape, run.start(), run.end())]
        edges = [run.start(), *cuts, run.end()]
        found += [name[a:b] for a, b in pairwise(edges)]
    return tuple(found)


def joined(name: str, spell: Callable[[str], str]) -> str:
    """The words of `name` as `spell` writes each, with nothing between them but where two digits would meet."""
    made = ""
    for word in words(name):
        meet = made[-1:].isdigit() and word[0].isdigit()
        made += f"_{spell(word)}" if meet else spell(word)
    return made or name


def titled(word: str) -> str:
    """A word with a capital first, an abbreviation in small letters behind it: `Title`, `Id` of `ID`, `Urls` of `URLs`."""
    found = _ABBREVIATION.match(word)
    if found is not None and found[1].isupper():
        return word[0] + word[1:].lower()
    first = word[0].upper()
    # A letter such as the German sharp s becomes two: it stays as it is.
    return (first if len(first) == 1 else word[0]) + word[1:]


@lru_cache(maxsize=65536)
def in_title_case(name: str) -> str:
    """`ProductId` of `ProductID`, `PostalCode` of `postal_code`; a name without letters stays as it is."""
    return joined(name, titled)


def spaced(name: str) -> str:
    """The words in small letters with underscores between them, `http_only` of `HTTPOnly`: what constants are made of."""
    return "_".join(words(name)).lower() or name
