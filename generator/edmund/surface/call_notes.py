"""What a description leaves unsaid of its calls, said beside it: their names as methods, and how pages follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.suggestions import suggestion
from edmund.surface.elements import Call, Resource, Surface
from edmund.surface.exchange import CallParameter, HttpCall, Pages
from edmund.surface.path_pattern import PathPattern

__all__ = [
    "CallNotes",
    "KeptCalls",
    "MethodNote",
    "PagesNote",
    "ParameterNote",
    "parameter_key",
    "with_notes",
]

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
class ParameterNote:
    """What clients call the parameter `parameter` of the one call."""

    call: str
    parameter: str
    name: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class KeptCalls:
    """What calls and their parameters have been called so far, both by `GET /pets/{id}`; of calls that are gone too.

    Those of parameters go by place and name, `query limit`.
    """

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CallNotes:
    """`kept` gives way to all that is said otherwise."""

    methods: tuple[MethodNote, ...] = ()
    pages: tuple[PagesNote, ...] = ()
    parameters: tuple[ParameterNote, ...] = ()
    kept: KeptCalls = field(default_factory=KeptCalls)


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
    parameters: dict[tuple[str, str], dict[str, str]] = {}
    for said in notes.parameters:
        met = [(path, http) for path, http in calls if _is_meant(said.call, path, http)]
        for path, http in met:
            parameters.setdefault((path, http.method), {})[said.parameter] = said.name
        if len(met) != 1:
            problems.append(_unknown(said.call, said.span, calls))
        elif all(each.name != said.parameter for each in met[0][1].parameters):
            problems.append(_unknown_parameter(said, met[0][1]))
    if problems:
        raise EdmundError(problems)
    known = _Said(names, pages, parameters, notes.kept)
    return replace(surface, resources=tuple(map(known.noted, surface.resources)))


@dataclass(frozen=True, slots=True)
class _Said:
    """All that is said, by path and method."""

    names: Mapping[tuple[str, str], tuple[str, ...]]
    pages: Mapping[tuple[str, str], Pages]
    parameters: Mapping[tuple[str, str], Mapping[str, str]]
    kept: KeptCalls

    def noted(self, resource: Resource) -> Resource:
        calls = (self._call(resource.id, call) for call in resource.calls)
        return replace(resource, calls=tuple(calls))

    def _call(self, path: str, call: Call) -> Call:
        http = call.http
        if http is None:
            return call
        key, text = (path, http.method), f"{http.method} {path}"
        name = self.names.get(key) or http.name or self.kept.names.get(text, ())
        chosen, kept = self.parameters.get(key, {}), self.kept.parameters.get(text, {})
        parameters = http.parameters
        if chosen or kept:
            parameters = tuple(
                replace(each, called=chosen.get(each.name) or kept.get(parameter_key(each)))
                for each in parameters
            )
        pages = self.pages.get(key, http.pages)
        return replace(call, http=replace(http, name=name, pages=pages, parameters=parameters))


def parameter_key(parameter: CallParameter) -> str:
    """What tells a parameter from the others of its call: `query limit`."""
    return f"{parameter.location.value} {parameter.name}"


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


def _unknown_parameter(said: ParameterNote, http: HttpCall) -> Diagnostic:
    known = [each.name for each in http.parameters]
    hint = suggestion(said.parameter, known) or f"there are: {', '.join(known) or 'none'}"
    message = f"the call '{said.call}' has no parameter '{said.parameter}'"
    return Diagnostic("EDM757", Severity.ERROR, message, said.span, hint)


def _known(calls: list[tuple[str, HttpCall]]) -> Iterator[str]:
    return (f"{http.method} {path}" for path, http in calls)
