"""PHP samples of services that are described path by path: Composer's autoloader, credentials, client, call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from edmund.plan.http_paths import http_paths
from edmund.plan.http_security import schemes_of
from edmund.plan.unions import planned_union
from edmund.samples.http.builders import CalledBuilders
from edmund.samples.http.proof import USER
from edmund.samples.http.tree import Given, HttpSample
from edmund.samples.php.graph import php_json
from edmund.samples.php.values import Values
from edmund.samples.style import Credential, Printed, Wishes
from edmund.surface.elements import Surface
from edmund.surface.exchange import CredentialKind, Location
from edmund.surface.types import UnionType
from edmund.targets.contract import TargetOptions
from edmund.targets.php.http.models import variant_stems
from edmund.targets.php.http.names import CallNames, http_names, http_spelling
from edmund.targets.php.http.parameters import parameter_properties
from edmund.targets.php.http.types import HttpTypes
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout, lay_out
from edmund.targets.php.literals import string_literal
from edmund.targets.php.package import client_name
from edmund.targets.php.spelling import STYLES

__all__ = ["PhpHttpNames", "print_php_http"]

_CLASSES = {
    CredentialKind.BASIC: "Basic",
    CredentialKind.API_KEY: "ApiKey",
    CredentialKind.HTTP: "ApiKey",
}
_TOKEN = "getenv('ACCESS_TOKEN') ?: 'a-token'"
_OF_QUERY = (Location.QUERY, Location.QUERY_STRING)


class PhpHttpNames:
    """What one PHP client calls things: the target's own names, asked for once for all samples."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.client = client_name(surface, options)
        self._surface = surface
        spelling = http_spelling(STYLES.of(surface, options))
        self._layout: Layout = lay_out(surface, (), spelling)
        self._paths = http_paths(surface)
        self._names = http_names(self._paths, self._layout)
        self.builders = CalledBuilders(
            self._paths, lambda resource: self._names.accessors[resource.id]
        )
        self.kinds = {each.name: each.kind for each in schemes_of(surface)}

    @cached_property
    def _types(self) -> HttpTypes:
        return HttpTypes(self._surface, self._layout, self.package, Imports(""))

    def class_place(self, type_name: str) -> tuple[str, str]:
        """Namespace and class of a type of the description."""
        full = self._layout.places[type_name].full(f"{self.package}\\Generated\\Models")
        namespace, _, cls = full.rpartition("\\")
        return namespace, cls

    def property(self, type_name: str, wire: str) -> str:
        """What follows `set` in the setter of a property."""
        return self._layout.stems[type_name][wire]

    def member(self, enum: str, name: str) -> str | None:
        """The constant of an enumeration's member; None for one that the description does not declare."""
        return self._layout.members[enum].get(name)

    def variant(self, union: str, index: int) -> str:
        """What follows `of` where a union is made of its variant at `index`."""
        type_ = self._surface.types.by_name[union]
        assert isinstance(type_, UnionType)
        return variant_stems(planned_union(type_, self._surface.types), self._layout)[index]

    def call(self, sample: HttpSample) -> CallNames:
        """The methods of a builder that make the call, and the classes of its parameters."""
        return self._names.calls[self.builders.resource(sample)][self.builders.place(sample)]

    def parameters(self, sample: HttpSample) -> Mapping[str, str]:
        """The properties that hold a call's parameters, by their labels."""
        return parameter_properties(sample.planned, self._types)


def print_php_http(sample: HttpSample, names: PhpHttpNames, wishes: Wishes) -> Printed:
    """The program."""
    values = Values(names)
    body = [] if sample.body is None else list(values.body(sample.body.value))
    configured = list(_configuration(sample, names, values))
    call = _call(sample, names, values, is_configured=bool(configured))
    values.uses[f"{names.package}\\{names.client}"] = None
    credentials = list(_credentials(sample, names, values, wishes))
    made = ["credentials: $credentials"] if credentials else []
    if wishes.base_url is not None:
        made.append(f"baseUrl: {string_literal(wishes.base_url)}")
    lines = [
        "<?php",
        "",
        "declare(strict_types=1);",
        "",
        *(f"use {each};" for each in sorted(values.uses)),
        "",
        "require __DIR__ . '/vendor/autoload.php';",
        "",
        *credentials,
        f"$client = new {names.client}({', '.join(made)});",
        "",
        *body,
        *configured,
        *call,
    ]
    return Printed("\n".join(lines) + "\n")


def _credentials(
    sample: HttpSample, names: PhpHttpNames, values: Values, wishes: Wishes
) -> Iterator[str]:
    """The statement that makes what proves who calls, in `$credentials`."""
    if not sample.schemes:
        return
    is_static = wishes.credential is Credential.STATIC
    if not is_static:
        yield "// In place of the dots: what proves who calls."
    given = []
    for scheme in sample.schemes:
        cls = values.runtime(_CLASSES.get(names.kinds[scheme.name], "Bearer"))
        secret = _TOKEN if is_static else "'...'"
        arguments = f"{string_literal(USER)}, {secret}" if cls == "Basic" else secret
        given.append(f"{string_literal(scheme.name)} => new {cls}({arguments})")
    yield f"$credentials = [{', '.join(given)}];"


def _configuration(sample: HttpSample, names: PhpHttpNames, values: Values) -> Iterator[str]:
    """The statements that make `$configuration`, where there is something to say."""
    if not (sample.parameters or sample.query or sample.headers):
        return
    properties = names.parameters(sample)
    own: list[str] = []
    asked: list[str] = []
    for given in sample.parameters:
        text = _parameter(given, properties[given.parameter.label], values)
        (asked if given.parameter.location in _OF_QUERY else own).append(text)
    yield from values.taken()
    cls = names.call(sample).configuration
    if cls:
        values.uses[f"{names.package}\\Generated\\Builders\\{cls}"] = None
    else:
        cls = values.runtime("RequestConfiguration")
    headers = {header.name: header.value for header in sample.headers}
    arguments = [f"headers: {php_json(headers)}"] if headers else []
    yield f"$configuration = new {cls}({', '.join([*arguments, *own])});"
    if asked:
        yield f"$configuration->queryParameters = {cls}::createQueryParameters("
        yield from (f"    {option}," for option in asked)
        yield ");"
    if sample.query:
        yield f"$configuration->customQueryOptions = {php_json(dict(sample.query))};"


def _parameter(given: Given, name: str, values: Values) -> str:
    return f"{name}: {values.value(given.value, f'${name}')}"


def _call(
    sample: HttpSample, names: PhpHttpNames, values: Values, *, is_configured: bool
) -> list[str]:
    chain = "$client"
    for link in names.builders.links(sample):
        given = [values.value(a.value, f"${link.name}") for a in link.arguments or ()]
        chain += f"->{link.name}({', '.join(given)})"
    arguments = [] if sample.body is None else ["$body"]
    if is_configured:
        is_gap = not arguments and sample.planned.bodies
        arguments.append(f"{'requestConfiguration: ' if is_gap else ''}$configuration")
    if sample.body is not None and sample.body.media_type is not None:
        arguments.append(f"contentType: {string_literal(sample.body.media_type)}")
    given_text = ", ".join(arguments)
    call = names.call(sample)
    content = sample.planned.success.content
    if sample.iterates or (content is not None and content.form.is_stream):
        method = call.iterator if sample.iterates else call.verb
        return [
            *values.taken(),
            f"foreach ({chain}->{method}({given_text}) as $item) {{",
            "    print_r($item);",
            "}",
        ]
    made = f"{chain}->{call.verb}({given_text})->wait();"
    if content is None:
        return [*values.taken(), made]
    return [*values.taken(), f"$result = {made}", "print_r($result);"]
