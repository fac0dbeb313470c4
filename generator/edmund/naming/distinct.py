"""Identifiers for schema names, told apart: what every language needs, whatever its rules for names are.

Two names of a schema may give one identifier, or one file where case does not count. `distinct` settles that
in the order given, which `by_spelling` makes one that does not depend on where in its document a name stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from edmund.diagnostics import Diagnostic, Note, Severity, Span
from edmund.naming.given import NOTHING, Given

__all__ = ["Clash", "Distinct", "by_spelling", "clash_warnings", "distinct", "file_key"]


def file_key(name: str) -> str:
    """What a file system that ignores case and Unicode form takes `name` for."""
    return unicodedata.normalize("NFC", name.casefold())


@dataclass(frozen=True, slots=True)
class Clash:
    """`name` would have got `wanted`, which `winner` has (None: a name of the runtime's own)."""

    name: str
    wanted: str
    given: str
    winner: str | None


@dataclass(frozen=True, slots=True)
class Distinct:
    """`names` maps each schema name to its own identifier; `clashes` says which had to give way."""

    names: dict[str, str]
    clashes: tuple[Clash, ...]


def by_spelling(names: Iterable[str], make: Callable[[str], str]) -> list[str]:
    """`names` in the order in which they choose: first those that `make` leaves as they are spelled."""
    return sorted(set(names), key=lambda name: (make(name) != name, name))


def distinct(
    names: Iterable[str],
    make: Callable[[str], str],
    taken: Collection[str] = (),
    key: Callable[[str], str] = lambda name: name,
    given: Given = NOTHING,
) -> Distinct:
    """An identifier for each of `names`, no two the same under `key` and none among `taken`.

    The first in order keeps what `make` gives; a later one gets a number that no other wants, so that
    adding a name at the end changes nothing before it. What is `given` comes before all that is made, wherever it
    stands. `taken` holds identifiers, not yet keyed.
    """
    ordered = list(dict.fromkeys(names))
    choosing = sorted(ordered, key=given.rank) if given else ordered
    owner: dict[str, str | None] = {key(name): None for name in taken}
    found: dict[str, str] = {}
    late: list[tuple[str, str]] = []
    for name in choosing:
        wanted = given.identifier(name) or make(given.word(name)) if given else make(name)
        if key(wanted) in owner:
            late.append((name, wanted))
        else:
            owner[key(wanted)] = name
            found[name] = wanted
    clashes = []
    for name, wanted in late:
        number = 2
        while key(f"{wanted}_{number}") in owner:
            number += 1
        found[name] = f"{wanted}_{number}"
        clashes.append(Clash(name, wanted, found[name], owner[key(wanted)]))
        owner[key(found[name])] = name
    return Distinct({name: found[name] for name in ordered}, tuple(clashes))


def clash_warnings(
    language: str, what: str, clashes: Iterable[Clash], spans: Mapping[str, Span | None]
) -> Iterator[Diagnostic]:
    """A warning (EDM420) for each name that had to give way in `language`, at its place in `spans`."""
    for clash in clashes:
        winner = f"'{clash.winner}'" if clash.winner is not None else "a name that is there already"
        first = spans.get(clash.winner) if clash.winner is not None else None
        yield Diagnostic(
            "EDM420",
            Severity.WARNING,
            f"{what} '{clash.name}' and {winner} both become '{clash.wanted}' in {language};"
            f" '{clash.name}' is called '{clash.given}'",
            spans.get(clash.name),
            hint="rename one of them in the schema to choose the name yourself",
            notes=(Note(f"{winner} is declared here", first),) if first is not None else (),
        )
