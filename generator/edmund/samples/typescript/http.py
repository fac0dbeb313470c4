"""TypeScript samples of services that are described path by path, on node 20."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from edmund.plan.http_paths import http_paths
from edmund.plan.http_security import schemes_of
from edmund.plan.shape import Shape
from edmund.samples.http.builders import CalledBuilders
from edmund.samples.http.proof import USER
from edmund.samples.http.tree import HttpSample
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import Items, Scalar, Structure, Value
from edmund.samples.typescript.values import Values
from edmund.surface.elements import Surface
from edmund.surface.exchange import CredentialKind, Location
from edmund.targets.contract import TargetOptions
from edmund.targets.typescript.http.accessors import http_accessor_names
from edmund.targets.typescript.http.calls import call_methods, iteration_name, query_names
from edmund.targets.typescript.http.operations import HttpOperations
from edmund.targets.typescript.layout import Layout, lay_out
from edmund.targets.typescript.literals import property_key, string_literal
from edmund.targets.typescript.package import client_name
from edmund.targets.typescript.spelling import spelling_for

__all__ = ["TypeScriptHttpNames", "print_typescript_http"]

_TOKEN = 'process.env["ACCESS_TOKEN"] ?? "a-token"'
_GROUPS = (
    ("queryParameters", (Location.QUERY, Location.QUERY_STRING)),
    ("headers", (Location.HEADER,)),
    ("cookies", (Location.COOKIE,)),
)


@dataclass(frozen=True, slots=True)
class _Called:
    """What leads to a call, the methods that make it and go through its pages, and what these take first."""

    chain: str
    method: str
    iteration: str
    keys: tuple[str, ...] = ()


class TypeScriptHttpNames:
    """What one TypeScript client calls things: the target's own names, asked for once for all samples."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.client = client_name(surface, options)
        self._surface = surface
        paths = http_paths(surface)
        self._methods = {id_: call_methods(calls) for id_, calls in paths.calls.items()}
        self._builders = CalledBuilders(
            paths,
            lambda resource: http_accessor_names(
                resource, self._methods[resource.id], options.given
            ),
        )
        self._spelling = spelling_for(surface, options)
        self._shape = options.shape
        self.kinds = {each.name: each.kind for each in schemes_of(surface)}

    @cached_property
    def _layout(self) -> Layout:
        return lay_out(self._surface, (), self._spelling)

    def type_place(self, type_name: str) -> tuple[str, str]:
        """Module and name of a type of the description."""
        place = self._layout.places[type_name]
        return f"{self.package}/models/{place.module}", place.name

    def properties(self, type_name: str) -> Mapping[str, str]:
        """The properties of a structured type, by name on the wire."""
        return self._layout.properties[type_name]

    def member(self, enum: str, name: str) -> str | None:
        """The member of an enumeration; None for one that the description does not declare."""
        return self._layout.members[enum].get(name)

    @cached_property
    def _operations(self) -> Mapping[str, tuple[Sequence[str], str]]:
        return HttpOperations.of(self._surface, self._layout).calls()

    def called(self, sample: HttpSample, argument: Callable[[Value], str]) -> _Called:
        """What makes the call, with the values of its path by `argument`."""
        planned = sample.planned
        chain = "client"
        if self._shape is Shape.OPERATIONS:
            accessors, method = self._operations[f"{planned.method} {planned.path}"]
            chain = ".".join((chain, *accessors))
            keys = tuple(argument(key.value) for key in sample.keys)
            return _Called(chain, method, iteration_name(method), keys)
        for link in self._builders.links(sample):
            chain += f".{link.name}"
            if link.arguments is not None:
                chain += f"({', '.join(argument(each.value) for each in link.arguments)})"
        methods = self._methods[self._builders.resource(sample)]
        return _Called(chain, methods[self._builders.place(sample)], "iterate")


def print_typescript_http(
    sample: HttpSample, names: TypeScriptHttpNames, wishes: Wishes
) -> Printed:
    """The program."""
    values = Values(names)
    lines = [*_body(sample, values), *_call(sample, names, values)]
    make = values.use(names.package, f"create{names.client}")
    settings = list(_credentials(sample, names, wishes))
    if wishes.base_url is not None:
        settings.append(f"  baseUrl: {string_literal(wishes.base_url)},")
    opened = (
        [f"const client = {make}({{", *settings, "});"]
        if settings
        else [f"const client = {make}();"]
    )
    return Printed("\n".join([*values.imports(), "", *opened, "", *lines]) + "\n")


def _credentials(sample: HttpSample, names: TypeScriptHttpNames, wishes: Wishes) -> Iterator[str]:
    """The setting for what proves who calls."""
    if not sample.schemes:
        return
    is_static = wishes.credential is Credential.STATIC
    secret = _TOKEN if is_static else '"..."'
    if not is_static:
        yield "  // In place of the dots: what proves who calls."
    given = []
    for scheme in sample.schemes:
        value = secret
        if names.kinds[scheme.name] is CredentialKind.BASIC:
            value = f"{{ username: {string_literal(USER)}, password: {secret} }}"
        given.append(f"{property_key(scheme.name)}: {value}")
    yield f"  credentials: {{ {', '.join(given)} }},"


def _body(sample: HttpSample, values: Values) -> Iterator[str]:
    """The statement that makes the body in `body`."""
    if sample.body is None:
        return
    value = sample.body.value
    told = ""
    if isinstance(value, Structure):
        module, name = values.names.type_place(value.type)
        values.use(module, f"type {name}")
        told = f": {name}"
    elif isinstance(value, Items) and not value.values:
        told = ": never[]"
    yield f"const body{told} = {values.value(value, 0)};"


def _call(sample: HttpSample, names: TypeScriptHttpNames, values: Values) -> Iterator[str]:
    called = names.called(sample, lambda value: _parameter(value, values))
    arguments = [] if sample.body is None else ["body"]
    configuration = _configuration(sample, values)
    if configuration is not None:
        is_gap = not arguments and sample.planned.bodies
        arguments += ["undefined", configuration] if is_gap else [configuration]
    given_text = ", ".join((*called.keys, *arguments))
    if sample.iterates:
        yield f"for await (const item of {called.chain}.{called.iteration}({given_text})) {{"
        yield "  console.log(item);"
        yield "}"
        return
    call = f"await {called.chain}.{called.method}({given_text})"
    content = sample.planned.success.content
    if content is None:
        yield f"{call};"
    elif content.form.is_stream:
        yield f"for await (const item of ({call}) ?? []) {{"
        yield "  console.log(item);"
        yield "}"
    else:
        yield f"const result = {call};"
        yield "console.log(result);"


def _configuration(sample: HttpSample, values: Values) -> str | None:
    known = query_names(sample.planned)
    groups: dict[str, list[str]] = {name: [] for name, _ in _GROUPS}
    for name, places in _GROUPS:
        for given in sample.parameters:
            if given.parameter.location in places:
                wire = given.parameter.name
                key = property_key(known[wire] if name == "queryParameters" else wire)
                groups[name].append(f"{key}: {_parameter(given.value, values)}")
    groups["customQueryOptions"] = [
        f"{property_key(name)}: {string_literal(value)}" for name, value in sample.query
    ]
    groups["headers"] += [
        f"{property_key(header.name)}: {string_literal(header.value)}" for header in sample.headers
    ]
    parts = [f"{name}: {{ {', '.join(items)} }}" for name, items in groups.items() if items]
    if sample.body is not None and sample.body.media_type is not None:
        parts.append(f"contentType: {string_literal(sample.body.media_type)}")
    return f"{{ {', '.join(parts)} }}" if parts else None


def _parameter(value: Value, values: Values) -> str:
    """The value of a parameter, which takes the text of dates and the like."""
    if isinstance(value, Scalar) and isinstance(value.value, str):
        return string_literal(value.value)
    return values.value(value, 0)
