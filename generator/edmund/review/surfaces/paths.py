"""Templates of paths: a parameter is known by its place, whatever a description calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

__all__ = ["Renamed", "index_of", "places_of", "renamed_in"]

_PARAMETER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Renamed:
    """A parameter of a template by both of its names. `path` is the old template up to it."""

    path: str
    old: str
    new: str


def places_of(path: str) -> str:
    """The template without the names of its parameters: equal where requests are."""
    return _PARAMETER.sub("{}", path)


def index_of(name: str, path: str) -> int | None:
    """Which of a template's parameters is called `name`, counted from 0; None when none is."""
    names = _PARAMETER.findall(path)
    return names.index(name) if name in names else None


def renamed_in(old: str, new: str) -> Iterator[Renamed]:
    """The parameters that two templates of the same places call differently."""
    for was, is_ in zip_longest(_PARAMETER.finditer(old), _PARAMETER.finditer(new)):
        if was[1] != is_[1]:
            yield Renamed(old[: was.end()], was[1], is_[1])
