"""Where the types of a surface are met: in requests, in answers, or both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edmund.review.specification import Facing
from edmund.review.surfaces.paths import places_of
from edmund.surface.elements import Call, Surface
from edmund.surface.types import (
    EnumType,
    ListOf,
    MapOf,
    Named,
    Nullable,
    StructuredType,
    Type,
    Types,
    UnionType,
)

__all__ = ["calls_of", "facings_of"]

_NOWHERE: frozenset[Facing] = frozenset()


def calls_of(surface: Surface) -> dict[str, Call]:
    """The calls by `METHOD /path/{}`: what parameters are called is nothing that a service sees.

    Where one template is there by two names of its parameters (OpenAPI 3.2.0, section 4.8 forbids it), the first.
    """
    found: dict[str, Call] = {}
    for resource in surface.resources:
        for call in resource.calls:
            if call.http is not None:
                found.setdefault(f"{call.http.method} {places_of(call.http.path)}", call)
    return found


def facings_of(surface: Surface) -> dict[str, frozenset[Facing]]:
    """For each named type where it is met; a type that no call speaks of is not there."""
    sent: set[str] = set()
    answered: set[str] = set()
    for call in calls_of(surface).values():
        sent.update(_names(_sent(call)))
        answered.update(_names(_answered(call)))
    found: dict[str, frozenset[Facing]] = {}
    for facing, names in ((Facing.REQUEST, sent), (Facing.RESPONSE, answered)):
        for name in _closure(names, surface.types):
            found[name] = found.get(name, _NOWHERE) | {facing}
    return found


def _sent(call: Call) -> Iterator[Type]:
    http = call.http
    assert http is not None
    yield from (parameter.type for parameter in http.parameters)
    for content in () if http.content is None else http.content.contents:
        yield from (each for each in (content.type, content.item) if each is not None)


def _answered(call: Call) -> Iterator[Type]:
    http = call.http
    assert http is not None
    for answer in http.answers:
        yield from (header.type for header in answer.headers)
        for content in answer.contents:
            yield from (each for each in (content.type, content.item) if each is not None)


def _names(types: Iterable[Type]) -> Iterator[str]:
    for type_ in types:
        match type_:
            case Named(name):
                yield name
            case Nullable(inner) | ListOf(inner) | MapOf(inner):
                yield from _names((inner,))


def _closure(names: set[str], types: Types) -> set[str]:
    """The types and all that values of them can hold: members, variants, bases and derived types."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        type_ = types.by_name.get(name)
        if name in found or type_ is None:
            continue
        found.add(name)
        if isinstance(type_, StructuredType):
            waiting.extend(_names(member.type for member in type_.properties))
            waiting.extend(types.derived_by_name.get(name, ()))
            if type_.base is not None:
                waiting.append(type_.base)
            if type_.additional is not None:
                waiting.extend(_names((type_.additional,)))
        elif not isinstance(type_, EnumType):
            assert isinstance(type_, UnionType)
            waiting.extend(_names(type_.variants))
    return found
