"""What builders, their calls and the classes of their parameters are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from edmund.naming.spelling import Spelling
from edmund.naming.stems import StemSpelling, stem_of
from edmund.plan.homes import arrivals_of
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_paths import HttpPaths
from edmund.surface.elements import HttpMethod, Resource
from edmund.surface.exchange import Location
from edmund.targets.php.layout import Layout
from edmund.targets.php.names import camel_case, distinct_names, pascal_case

__all__ = [
    "CallNames",
    "HttpNames",
    "http_names",
    "http_spelling",
    "is_alone",
    "titles_of_parameters",
]

_LONGEST_STEM: Final = 50
# What a builder has of its own beside the calls of its resource, and what the client has beside that.
_MEMBERS: Final = frozenset({"iterate", "withUrl"})
_ROOT_MEMBERS: Final = _MEMBERS | {"download", "poll", "send"}
_OF_QUERY: Final = (Location.QUERY, Location.QUERY_STRING)


@dataclass(frozen=True, slots=True)
class CallNames:
    """`verb` is the call's method; `configuration` and `query` are the classes of its parameters, '' for none.

    `iterator` is the method that gives the items of all pages.
    """

    verb: str
    configuration: str = ""
    query: str = ""
    iterator: str = "iterate"

    @property
    def maker(self) -> str:
        """The method that makes the request."""
        return f"to{self.verb[0].upper()}{self.verb[1:]}RequestInformation"

    @property
    def stream(self) -> str:
        """The method that gives a stream in the place of the plain answer."""
        return f"{self.verb}Stream"


@dataclass(frozen=True, slots=True)
class HttpNames:
    """By resource id: the builder's class, and the names of its calls in their order."""

    builders: Mapping[str, str]
    calls: Mapping[str, tuple[CallNames, ...]]
    accessors: Mapping[str, tuple[str, ...]]


def http_spelling(spelling: Spelling) -> Spelling:
    """The style, for services of which no member has a meaning by its name."""
    accessors = replace(spelling.accessors, members=_MEMBERS, root_members=_ROOT_MEMBERS)
    return replace(spelling, accessors=accessors)


def http_names(paths: HttpPaths, layout: Layout) -> HttpNames:
    """Names of all builders and what belongs to them; no two classes are the same, whatever the case."""
    surface, calls = paths.surface, paths.calls
    arrivals = arrivals_of(surface)
    spelling = StemSpelling(
        placed=lambda name: None,
        type=layout.spelling.cls,
        member=lambda name: pascal_case(layout.spelling.text(name)),
        operation=lambda source, edge: pascal_case(edge.name),
    )
    verbs = {r.id: tuple(map(_verb, calls[r.id])) for r in surface.resources}
    wanted: dict[str, str] = {}
    for resource in surface.resources:
        stem = stem_of(resource, arrivals, spelling)[:_LONGEST_STEM]
        wanted[f"builder {resource.id}"] = f"{stem}RequestBuilder"
        for call, verb in zip(calls[resource.id], verbs[resource.id], strict=True):
            key = f"{verb} {resource.id}"
            title = f"{stem}{verb[0].upper()}{verb[1:]}"
            wanted |= titles_of_parameters(call, key, title)
    names = distinct_names(wanted, wanted.__getitem__).names

    def of_call(resource: Resource, verb: str) -> CallNames:
        key = f"{verb} {resource.id}"
        return CallNames(verb, names.get(f"configuration {key}", ""), names.get(f"query {key}", ""))

    found = {r.id: tuple(of_call(r, verb) for verb in verbs[r.id]) for r in surface.resources}
    return HttpNames(
        {r.id: names[f"builder {r.id}"] for r in surface.resources},
        found,
        {r.id: _accessors(r, layout.spelling, found[r.id]) for r in surface.resources},
    )


def titles_of_parameters(call: PlannedCall, key: str, title: str) -> dict[str, str]:
    """The classes that the call needs for its parameters: what each is for with `key`, and its name."""
    wanted: dict[str, str] = {}
    if call.parameters:
        wanted[f"configuration {key}"] = f"{title}RequestConfiguration"
    if any(parameter.location in _OF_QUERY for parameter in call.parameters):
        wanted[f"query {key}"] = f"{title}QueryParameters"
    return wanted


def is_alone(call: PlannedCall) -> bool:
    """Whether the call needs nothing but its place, and gives one answer."""
    is_stream = call.success.form is not None and call.success.form.is_stream
    needs = call.body_required or any(parameter.required for parameter in call.parameters)
    return not needs and not is_stream


def _accessors(
    resource: Resource, spelling: Spelling, calls: tuple[CallNames, ...]
) -> tuple[str, ...]:
    """The accessors, which give way to the methods of the resource's own calls."""
    taken = [name for call in calls for name in (call.verb, call.maker, call.stream)]
    return spelling.accessors.of(resource, *taken)


def _verb(call: PlannedCall) -> str:
    """The method of a call: that of HTTP, in PHP's spelling where it is one of the description's own."""
    known = any(call.method == method.value for method in HttpMethod)
    return call.method.lower() if known else camel_case(call.method.lower())
