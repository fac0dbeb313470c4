"""What parameters are known by: in the template of a path by their place, whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from edmund.surface.exchange import CallParameter, Location

__all__ = ["Renamed", "key_of", "name_of", "places_of", "renamed_in"]

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


def key_of(parameter: CallParameter, path: str) -> tuple[Location, str | int]:
    """What a parameter of a call of `path` is known by: its name, in a path its place."""
    name = name_of(parameter)
    if parameter.location is Location.PATH:
        names = _PARAMETER.findall(path)
        return parameter.location, names.index(name) if name in names else name
    return parameter.location, name


def name_of(parameter: CallParameter) -> str:
    """The name as a service compares it; those of headers have no case (RFC 9110, section 5.1)."""
    name = parameter.name
    return name.lower() if parameter.location is Location.HEADER else name


def renamed_in(old: str, new: str) -> Iterator[Renamed]:
    """The parameters that two templates of the same places call differently."""
    for was, is_ in zip_longest(_PARAMETER.finditer(old), _PARAMETER.finditer(new)):
        if was[1] != is_[1]:
            yield Renamed(old[: was.end()], was[1], is_[1])
