"""C# samples of services that are described path by path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from edmund.plan.contents import ContentForm
from edmund.plan.http_paths import http_paths
from edmund.plan.http_security import schemes_of
from edmund.samples.csharp.values import Values
from edmund.samples.http.builders import CalledBuilders
from edmund.samples.http.proof import USER
from edmund.samples.http.tree import HttpSample
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import File
from edmund.surface.elements import Resource, Surface
from edmund.surface.exchange import CredentialKind
from edmund.targets.contract import TargetOptions
from edmund.targets.csharp.builder_names import builder_names
from edmund.targets.csharp.chain_names import INDEXER
from edmund.targets.csharp.held_types import HeldTypes
from edmund.targets.csharp.http.calls import path_call
from edmund.targets.csharp.http.lower import hidden_names, http_type_names
from edmund.targets.csharp.http.parameters import property_names
from edmund.targets.csharp.layout import lay_out
from edmund.targets.csharp.literals import string_literal
from edmund.targets.csharp.members import Members
from edmund.targets.csharp.package import client_name
from edmund.targets.csharp.spelling import STYLES

__all__ = ["CSharpHttpNames", "print_csharp_http"]

_TOKEN: Final = 'Environment.GetEnvironmentVariable("ACCESS_TOKEN") ?? "a-token"'
_CLASSES: Final = {
    CredentialKind.BASIC: "BasicCredential",
    CredentialKind.API_KEY: "ApiKeyCredential",
    CredentialKind.HTTP: "AuthorizationCredential",
}
_SYSTEM: Final = "System"
_NO_URL: Final = "https://service.example"


@dataclass(frozen=True, slots=True)
class CallPlace:
    """How a call is made: its method without `Async`, the one through all pages, and the properties of its parameters by
    their labels."""

    verb: str
    iterate: str
    properties: Mapping[str, str]


class CSharpHttpNames:
    """What one C# client calls things: the target's own names, asked for once for all samples."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.client = client_name(surface, options)
        self.base_url = options.base_url
        self.kinds = {each.name: each.kind for each in schemes_of(surface)}
        self._surface = surface
        self._layout = lay_out(surface, (), STYLES.of(surface, options))
        self._paths = http_paths(surface)
        self._names = builder_names(self._paths.surface, self._layout, hidden_names(self.client))
        self._types = http_type_names(
            self.package, self.client, self._layout, tuple(self._names.classes.values())
        )
        self.builders = CalledBuilders(self._paths, self._accessors)

    def values(self) -> Values:
        """What writes the values of one program."""
        names = self._types.file("")
        return Values(HeldTypes(Members(self._surface, self._layout, self.package, names)))

    def call(self, sample: HttpSample) -> CallPlace:
        """What the call of a sample is called."""
        cls = self._names.classes[self.builders.resource(sample)]
        stem = cls.removesuffix("RequestBuilder")
        named = path_call(sample.planned, stem)
        properties = property_names(named.parameters, sample.planned.parameters)
        return CallPlace(named.verb, named.iterate, properties)

    def _accessors(self, resource: Resource) -> tuple[str, ...]:
        return self._names.accessors.of(resource, self._names.classes[resource.id])


def print_csharp_http(sample: HttpSample, names: CSharpHttpNames, wishes: Wishes) -> Printed:
    """The program."""
    values = names.values()
    lines = [*_body(sample, values), *_call(sample, names, values)]
    opened = list(_opened(sample, names, values, wishes))
    usings = values.names.usings()
    library = sorted({*usings.library, *values.used})
    own = sorted({names.package, *usings.own})
    head = [f"using {each};" for each in (*library, *own)]
    return Printed("\n".join([*head, "", *opened, "", *lines]) + "\n")


def _opened(
    sample: HttpSample, names: CSharpHttpNames, values: Values, wishes: Wishes
) -> Iterator[str]:
    """The statement that makes the client."""
    credentials = "null"
    if sample.schemes:
        is_static = wishes.credential is Credential.STATIC
        if is_static:
            values.used.add(_SYSTEM)
        else:
            yield "// In place of the dots: what proves who calls."
        secret = _TOKEN if is_static else '"..."'
        pairs = ", ".join(
            f"{{ {string_literal(each.name)}, {_credential(names.kinds[each.name], secret, values)} }}"
            for each in sample.schemes
        )
        credentials = f"new SchemeCredentials {{ {pairs} }}"
    # A client that knows no URL by itself is told one.
    root = wishes.base_url or (_NO_URL if names.base_url is None else None)
    if root is not None:
        credentials += f", {string_literal(root)}"
    arguments = "" if credentials == "null" else credentials
    yield f"using var client = new {names.client}({arguments});"


def _credential(kind: CredentialKind, secret: str, values: Values) -> str:
    cls = _CLASSES.get(kind, "BearerCredential")
    if kind is CredentialKind.BASIC:
        return f"new {cls}({string_literal(USER)}, {secret})"
    if kind is CredentialKind.HTTP:
        values.used.add("System.Threading.Tasks")
        return f"new {cls}(_ => ValueTask.FromResult({secret}))"
    return f"new {cls}({secret})"


def _body(sample: HttpSample, values: Values) -> Iterator[str]:
    """The statement that makes the body in `body`."""
    if sample.body is None:
        return
    planned, value = sample.body.planned, sample.body.value
    if planned.form is ContentForm.BYTES and isinstance(value, File):
        values.used.add("System.IO")
        yield f"using var body = new MemoryStream({values.bytes_of(value)});"
        return
    yield f"var body = {values.value(value, planned.type)};"


def _call(sample: HttpSample, names: CSharpHttpNames, values: Values) -> Iterator[str]:
    chain = "client"
    for link in names.builders.links(sample):
        given = ", ".join(values.value(each.value, each.type) for each in link.arguments or ())
        if link.name == INDEXER:
            chain += f"[{given}]"
        else:
            chain += f".{link.name}" + (f"({given})" if link.arguments is not None else "")
    place = names.call(sample)
    settings = list(_settings(sample, place, values))
    arguments = "body" if sample.body is not None else ""
    if settings:
        name = "requestConfiguration: " if not arguments and sample.planned.bodies else ""
        lines = "".join(f"    {line}\n" for line in settings)
        configured = f"{name}requestConfiguration =>\n{{\n{lines}}}"
        arguments = f"{arguments}, {configured}" if arguments else configured
    if sample.iterates:
        yield from _each(f"{chain}.{place.iterate}({arguments})", values)
        return
    call = f"await {chain}.{place.verb}Async({arguments})"
    content = sample.planned.success.content
    if content is None:
        yield f"{call};"
    elif content.form.is_stream:
        yield from _each(f"({call})!", values)
    else:
        values.used.add(_SYSTEM)
        yield f"var result = {call};"
        yield "Console.WriteLine(result);"


def _each(items: str, values: Values) -> Sequence[str]:
    """The statements that show what comes one after the other."""
    values.used.add(_SYSTEM)
    return (
        f"await foreach (var item in {items})",
        "{",
        "    Console.WriteLine(item);",
        "}",
    )


def _settings(sample: HttpSample, place: CallPlace, values: Values) -> Iterator[str]:
    """The statements that set what the call takes beside path and body."""
    for given in sample.parameters:
        parameter = given.parameter
        written = values.value(given.value, parameter.type, 1)
        name = place.properties[parameter.label]
        yield f"requestConfiguration.QueryParameters.{name} = {written};"
    for name, value in sample.query:
        pair = f"{string_literal(name)}, {string_literal(value)}"
        yield f"requestConfiguration.QueryParameters.SetCustom({pair});"
    for header in sample.headers:
        pair = f"{string_literal(header.name)}, {string_literal(header.value)}"
        yield f"requestConfiguration.Headers.Add({pair});"
    if sample.body is not None and sample.body.media_type is not None:
        yield f"requestConfiguration.ContentType = {string_literal(sample.body.media_type)};"
