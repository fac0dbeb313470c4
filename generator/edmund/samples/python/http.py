"""Python samples of services that are described path by path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.naming.distinct import distinct
from edmund.plan.http_security import schemes_of
from edmund.samples.chains import Link
from edmund.samples.http.builders import CalledBuilders
from edmund.samples.http.tree import HttpSample
from edmund.samples.python.expressions import Accessor, Expression, Values, named
from edmund.samples.python.literals import json_expression
from edmund.samples.python.programs import called, program, split_call
from edmund.samples.style import Credential, Printed, Wishes
from edmund.surface.elements import Surface
from edmund.surface.exchange import CredentialKind
from edmund.targets.contract import TargetOptions
from edmund.targets.python.http_client import path_context_of
from edmund.targets.python.imports import Imports
from edmund.targets.python.layout import MODELS
from edmund.targets.python.literals import string_literal
from edmund.targets.python.package import client_name
from edmund.targets.python.path_calls import method_name, python_names
from edmund.targets.python.signatures import Bracketed, laid_out

__all__ = ["PythonHttpNames", "print_python_http"]

_INDENT = " " * 8
# What a program binds itself.
_OWN_NAMES = ("body", "client", "credentials", "item", "main", "result", "str", "int")
_CLASSES = {
    CredentialKind.BASIC: "Basic",
    CredentialKind.API_KEY: "ApiKey",
    CredentialKind.HTTP: "ApiKey",
}
_TOKEN = 'os.environ.get("ACCESS_TOKEN", "a-token")'


class PythonHttpNames:
    """What one Python client calls things: the target's own names, asked for once for all samples."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.client = client_name(surface, options)
        self._context = path_context_of(surface, options)
        self._spelling = self._context.layout.spelling
        self.builders = CalledBuilders(
            self._context.paths, lambda resource: self._context.names[resource.id]
        )
        self.kinds = {each.name: each.kind for each in schemes_of(surface)}

    def class_place(self, type_name: str) -> tuple[str, str]:
        """Module and class of a type of the description."""
        module, cls = self._context.layout.place(type_name)
        return f"{self.package}.{MODELS}.{module}", cls

    def attributes(self, type_name: str) -> Mapping[str, str]:
        """The attributes of a structured type, by property."""
        return self._context.layout.attributes[type_name]

    def member(self, enum: str, name: str) -> str | None:
        """The member of an enumeration; None for one that the description does not declare."""
        return self._context.layout.members[enum].get(name)

    def method(self, sample: HttpSample) -> str:
        """The method of a builder that makes the call."""
        resource = self.builders.resource(sample)
        methods = [method_name(call) for call in self._context.paths.calls[resource]]
        taken = self._context.names[resource]
        return distinct(methods, self._spelling.parameter, taken).names[method_name(sample.planned)]

    def parameters(self, sample: HttpSample) -> Mapping[str, str]:
        """The keyword arguments of a call's parameters, by their labels."""
        found = python_names(sample.planned, self._spelling)
        return {each.label: found[at] for at, each in enumerate(sample.planned.parameters)}


def print_python_http(sample: HttpSample, names: PythonHttpNames, wishes: Wishes) -> Printed:
    """The program."""
    imports = Imports(_OWN_NAMES)
    values = Values(names, imports.use)
    client = imports.use(names.package, names.client)
    modules = ["asyncio"]
    credentials, comment = _credentials(sample, names, imports, wishes)
    if any(_TOKEN in line for line in credentials):
        modules.append("os")
    made: list[str] = ["credentials" if credentials else "None"]
    if wishes.base_url is not None:
        made.append(f"base_url={string_literal(wishes.base_url)}")
    opened = [f"{Bracketed(client, tuple(made)).flat()} as client"]
    lines = _statements(sample, names, values, imports)
    return Printed(program(modules, imports, (), [*comment, *credentials], opened, lines))


def _credentials(
    sample: HttpSample, names: PythonHttpNames, imports: Imports, wishes: Wishes
) -> tuple[list[str], list[str]]:
    """The statement that makes what proves who calls, and a comment before it."""
    if not sample.schemes:
        return [], []
    is_static = wishes.credential is Credential.STATIC
    given: list[Expression] = []
    for scheme in sample.schemes:
        cls = imports.use(names.package, _CLASSES.get(names.kinds[scheme.name], "Bearer"))
        secret = _TOKEN if is_static else '"..."'
        arguments = ('"user"', secret) if cls.startswith("Basic") else (secret,)
        given.append(f"{string_literal(scheme.name)}: {Bracketed(cls, arguments).flat()}")
    comment = [] if is_static else ["    # In place of the dots: what proves who calls."]
    statement = f"    credentials = {laid_out(Bracketed('', tuple(given), '{}'), 4, 14)}"
    return [statement], comment


def _statements(
    sample: HttpSample, names: PythonHttpNames, values: Values, imports: Imports
) -> list[str]:
    """What is done with the client, indented."""
    lines: list[str] = []
    arguments = tuple(_options(sample, names, values, imports))
    if sample.body is not None:
        body = values.value(sample.body.value)
        text = body if isinstance(body, str) else laid_out(body, 8, 7)
        lines.append(f"{_INDENT}body = {text}")
        arguments = ("body", *arguments)
    method = "iterate" if sample.iterates else names.method(sample)
    chain = tuple(_accessor(link, values) for link in names.builders.links(sample))
    builder, call = split_call(chain, Bracketed(method, arguments))
    if builder is not None:
        lines.append(f"{_INDENT}builder = {laid_out(builder, 8, 10)}")
    success = sample.planned.success
    if sample.iterates:
        return [
            *lines,
            f"{_INDENT}async for item in {called(call, 19)}:",
            f"{_INDENT}    print(item)",
        ]
    if success.content is None:
        return [*lines, f"{_INDENT}await {called(call, 6)}"]
    lines.append(f"{_INDENT}result = await {called(call, 15)}")
    if success.content.form.is_stream:
        return [*lines, f"{_INDENT}async for item in result:", f"{_INDENT}    print(item)"]
    return [*lines, f"{_INDENT}print(result)"]


def _accessor(link: Link, values: Values) -> Accessor:
    if link.arguments is None:
        return Accessor(link.name)
    given = (values.value(argument.value) for argument in link.arguments)
    return Accessor(link.name, tuple(v if isinstance(v, str) else v.flat() for v in given))


def _options(
    sample: HttpSample, names: PythonHttpNames, values: Values, imports: Imports
) -> Iterator[Expression]:
    """Parameters and all else as keyword arguments of the call."""
    keywords = names.parameters(sample)
    for given in sample.parameters:
        yield named(keywords[given.parameter.label], values.value(given.value))
    if sample.body is not None and sample.body.media_type is not None:
        yield named("content_type", string_literal(sample.body.media_type))
    if sample.query:
        yield named("query", json_expression(dict(sample.query), imports.use))
    if sample.headers:
        headers = {header.name: header.value for header in sample.headers}
        yield named("headers", json_expression(headers, imports.use))
