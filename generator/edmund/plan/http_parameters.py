"""The parameters of a call: how each is written, and what it is called where names meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from edmund.diagnostics import Span
from edmund.surface.exchange import CallParameter, Location, Style
from edmund.surface.types import Type

__all__ = ["PlannedParameter", "path_template", "planned_parameters"]

_IN_PATH = re.compile(r"\{([^{}]*)\}")
# In this order names are given; what comes later gives way.
_LOCATIONS = (Location.QUERY, Location.HEADER, Location.COOKIE, Location.QUERY_STRING)


@dataclass(frozen=True, slots=True)
class PlannedParameter:
    """One value that a call takes outside of its body.

    `name` is what stands on the wire, `label` the text that a language spells its own name of: the same, unless two
    parameters of the call would have one name. `media_type` is set for the style CONTENT.
    """

    name: str
    label: str
    location: Location
    type: Type
    required: bool
    style: Style
    explode: bool
    allow_reserved: bool = False
    media_type: str | None = None
    description: str | None = None
    deprecated: bool = False
    default: str | None = None
    span: Span | None = field(default=None, compare=False)


def planned_parameters(parameters: Sequence[CallParameter]) -> tuple[PlannedParameter, ...]:
    """All that are not in the path, the query's first, in the order of the description."""
    outside = sorted(
        (each for each in parameters if each.location in _LOCATIONS),
        key=lambda each: _LOCATIONS.index(each.location),
    )
    labels = _labels(outside)
    return tuple(
        _planned(each, each.name, label) for each, label in zip(outside, labels, strict=True)
    )


def path_template(
    called: str, path: str, parameters: Iterable[CallParameter]
) -> tuple[str, tuple[PlannedParameter, ...]]:
    """The path of a call, and its parameters in the order of the chain that leads there.

    `path` is how the call's own description has it, `called` how the chain calls the same segments. A name that
    comes again has a number behind it, so that each stands for one value.
    """
    known = {each.name: each for each in parameters if each.location is Location.PATH}
    own = _IN_PATH.findall(path)
    names: list[str] = []
    for name in _IN_PATH.findall(called):
        again = sum(_base(each) == name for each in names)
        names.append(f"{name}.{again + 1}" if again else name)
    rest = iter(names)
    template = _IN_PATH.sub(lambda _: f"{{{next(rest)}}}", called)
    planned = tuple(
        _planned(known[wire], name, known[wire].called or name)
        for wire, name in zip(own, names, strict=True)
    )
    return template, planned


def _base(name: str) -> str:
    return re.sub(r"\.\d+\Z", "", name)


def _planned(parameter: CallParameter, name: str, label: str) -> PlannedParameter:
    return PlannedParameter(
        name,
        label,
        parameter.location,
        parameter.type,
        parameter.required,
        parameter.style,
        parameter.explode,
        parameter.allow_reserved,
        parameter.media_type,
        parameter.description,
        parameter.deprecated,
        parameter.default,
        parameter.span,
    )


def _labels(parameters: Sequence[CallParameter]) -> list[str]:
    """The texts to spell, no two of which are the same without case and punctuation.

    The query's parameters keep their names; a header or cookie called alike says what it is. Of several in one
    place those with fewer odd characters come first, whatever the order of the description; before all others come
    those that somebody has called something.
    """

    def precedence(at: int) -> tuple[bool, int, int, str]:
        each = parameters[at]
        odd = sum(not character.isalnum() for character in each.name)
        return each.called is None, _LOCATIONS.index(each.location), odd, each.name

    taken: set[str] = set()
    labels = [""] * len(parameters)
    for at in sorted(range(len(parameters)), key=precedence):
        each = parameters[at]
        label = each.called or each.name
        if _folded(label) in taken and each.location is not Location.QUERY:
            label = f"{label} {each.location.value}"
        number = 2
        base = label
        while _folded(label) in taken:
            label = f"{base} {number}"
            number += 1
        taken.add(_folded(label))
        labels[at] = label
    return labels


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
