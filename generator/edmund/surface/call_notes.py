"""What a description leaves unsaid of its calls, said beside it: their names as methods, and how pages follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.suggestions import suggestion
from edmund.surface.elements import Call, Resource, Surface
from edmund.surface.exchange import HttpCall, Pages
from edmund.surface.path_pattern import PathPattern

__all__ = ["CallNotes", "MethodNote", "PagesNote", "with_notes"]

_ENDPOINT = re.compile(r"([A-Za-z]+)\s+(/\S*)")


@dataclass(frozen=True, slots=True)
class MethodNote:
    """`name` is the resources' names, then the method's; `call` a method and path as `GET /pets/{id}`."""

    name: tuple[str, ...]
    call: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PagesNote:
    """`calls` may be a pattern, `GET /**`: then it is for those calls that have the parameter."""

    calls: str
    pages: Pages
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CallNotes:
    methods: tuple[MethodNote, ...] = ()
    pages: tuple[PagesNote, ...] = ()


def with_notes(surface: Surface, notes: CallNotes) -> Surface:
    """The surface with what the notes say of its calls. Raises EdmundError (EDM757) for a note that is of no call."""
    calls = [
        (resource.id, call.http)
        for resource in surface.resources
        for call in resource.calls
        if call.http is not None
    ]
    problems: list[Diagnostic] = []
    names: dict[tuple[str, str], tuple[str, ...]] = {}
    pages: dict[tuple[str, str], Pages] = {}
    for method in notes.methods:
        found = [(path, http.method) for path, http in calls if _is_meant(method.call, path, http)]
        names.update((each, method.name) for each in found)
        if len(found) != 1:
            problems.append(_unknown(method.call, method.span, calls))
    for note in notes.pages:
        # What is said first is said of more: later ones win.
        found = [
            (path, http.method)
            for path, http in calls
            if _is_meant(note.calls, path, http) and _has(http, note.pages)
        ]
        pages.update((each, note.pages) for each in found)
        if not found:
            problems.append(_unknown(note.calls, note.span, calls))
    if problems:
        raise EdmundError(problems)
    resources = tuple(_noted(resource, names, pages) for resource in surface.resources)
    return replace(surface, resources=resources)


def _noted(
    resource: Resource,
    names: Mapping[tuple[str, str], tuple[str, ...]],
    pages: Mapping[tuple[str, str], Pages],
) -> Resource:
    def noted(call: Call) -> Call:
        if call.http is None:
            return call
        key = resource.id, call.http.method
        name, said = names.get(key, call.http.name), pages.get(key, call.http.pages)
        return replace(call, http=replace(call.http, name=name, pages=said))

    return replace(resource, calls=tuple(map(noted, resource.calls)))


def _is_meant(calls: str, path: str, http: HttpCall) -> bool:
    found = _ENDPOINT.fullmatch(calls.strip())
    if found is None or found[1].upper() != http.method.upper():
        return False
    return PathPattern(found[2]).matches(path)


def _has(http: HttpCall, pages: Pages) -> bool:
    return pages.parameter is None or any(each.name == pages.parameter for each in http.parameters)


def _unknown(call: str, span: Span | None, calls: list[tuple[str, HttpCall]]) -> Diagnostic:
    known = list(_known(calls))
    hint = suggestion(call, known) or "a call is written as `GET /pets/{id}`"
    message = f"the description has no one call '{call}' that this could be said of"
    return Diagnostic("EDM757", Severity.ERROR, message, span, hint)


def _known(calls: list[tuple[str, HttpCall]]) -> Iterator[str]:
    return (f"{http.method} {path}" for path, http in calls)
