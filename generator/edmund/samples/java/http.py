"""Java samples of services that are described path by path."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.plan.contents import ContentForm
from edmund.plan.http_security import schemes_of
from edmund.samples.http.builders import CalledBuilders
from edmund.samples.http.proof import USER
from edmund.samples.http.tree import HttpSample
from edmund.samples.java.values import Values
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import File
from edmund.surface.elements import Surface
from edmund.surface.exchange import CredentialKind
from edmund.targets.contract import TargetOptions
from edmund.targets.java.http_builders import verbs_of
from edmund.targets.java.http_client import http_context, scheme_names
from edmund.targets.java.http_parameters import field_names
from edmund.targets.java.imports import Imports
from edmund.targets.java.literals import string_literal
from edmund.targets.java.package import client_name

__all__ = ["JavaHttpNames", "print_java_http"]

_CLASS = "Sample"
_VARIABLES = ("adapter", "arguments", "client", "configuration", "item", "items", "token")


class JavaHttpNames:
    """What one Java client calls things: the target's own names, asked for once for all samples."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.surface = surface
        self.package = options.package
        self.base_url = options.base_url
        self.client = client_name(surface, options)
        self._context = http_context(surface, options)
        self.layout = self._context.layout
        self.builders = CalledBuilders(
            self._context.paths, lambda resource: self._context.names[resource.id]
        )
        schemes = schemes_of(surface)
        self.schemes = scheme_names(schemes)
        self.described = {each.name: each for each in schemes}

    def method(self, sample: HttpSample) -> str:
        """The method of a builder that makes the call."""
        plans = self._context.paths.calls[self.builders.resource(sample)]
        return verbs_of(plans)[self.builders.place(sample)]


def print_java_http(sample: HttpSample, names: JavaHttpNames, wishes: Wishes) -> Printed:
    """The program."""
    imports = Imports("", names.package, (_CLASS,))
    values = Values(names.surface, names.layout, imports, *_VARIABLES)
    call = list(_call(sample, names, values))
    client = imports.use(f"{names.package}.serviceclient", names.client)
    adapter = imports.runtime("RequestAdapter")
    root = string_literal(wishes.base_url or names.base_url or "https://service.example")
    token, credentials = _credentials(sample, names, imports, wishes)
    lines = [
        *token,
        f"try ({adapter} adapter =",
        f"    {adapter}.builder({root}){''.join(credentials)}.build()) {{",
        f"  {client} client = new {client}(adapter);",
        *(f"  {line}" for line in (*values.lines, *call)),
        "}",
    ]
    text = [
        *imports.statements(),
        "",
        f"final class {_CLASS} {{",
        "  public static void main(String[] arguments) {",
        *(f"    {line}" for line in lines),
        "  }",
        "}",
    ]
    return Printed("\n".join(text) + "\n")


def _credentials(
    sample: HttpSample, names: JavaHttpNames, imports: Imports, wishes: Wishes
) -> tuple[list[str], list[str]]:
    """The statement that gets the secret, and what the adapter's builder is told."""
    if not sample.schemes:
        return [], []
    is_static = wishes.credential is Credential.STATIC
    comment = [] if is_static else ["// In place of the dots: what proves who calls."]
    secret = 'System.getenv().getOrDefault("ACCESS_TOKEN", "a-token")' if is_static else '"..."'
    credential = imports.runtime("Credential")
    schemes = imports.use(f"{names.package}.serviceclient", "Schemes")
    given = []
    for each in sample.schemes:
        scheme = names.described[each.name]
        match scheme.kind:
            case CredentialKind.BASIC:
                made = f"basic({string_literal(USER)}, token)"
            case CredentialKind.API_KEY:
                made = "apiKey(token)"
            case CredentialKind.HTTP:
                made = f"from(() -> {string_literal(f'{scheme.parameter} ')} + token)"
            case _:
                made = "bearer(token)"
        constant = f"{schemes}.{names.schemes[each.name]}"
        given.append(f"\n        .credential({constant}, {credential}.{made})")
    return [*comment, f"String token = {secret};"], [*given, "\n        "]


def _call(sample: HttpSample, names: JavaHttpNames, values: Values) -> Iterator[str]:
    chain = "client"
    for link in names.builders.links(sample):
        given = (values.value(argument.value, argument.name) for argument in link.arguments or ())
        chain += f".{link.name}({', '.join(given)})"
    arguments = list(_body(sample, values))
    settings = list(_settings(sample, values))
    if settings:
        inner = "\n".join(f"          {each}" for each in settings)
        arguments.append(f"configuration -> {{\n{inner}\n        }}")
    given_text = ", ".join(arguments)
    if sample.iterates:
        yield f"for (Object item : {chain}.iterate({given_text})) {{"
        yield "  System.out.println(item);"
        yield "}"
        return
    call = f"{chain}.{names.method(sample)}({given_text})"
    content = sample.planned.success.content
    if content is None:
        yield f"{call};"
    elif content.form.is_stream:
        yield f"try (var items = {call}) {{"
        yield "  items.forEach(System.out::println);"
        yield "}"
    else:
        yield f"System.out.println({call});"


def _body(sample: HttpSample, values: Values) -> Iterator[str]:
    body = sample.body
    if body is None:
        return
    if body.planned.form is ContentForm.BYTES and isinstance(body.value, File):
        yield values.bytes(body.value.text)
    else:
        yield values.value(body.value, "body")
    if body.media_type is not None:
        yield string_literal(body.media_type)


def _settings(sample: HttpSample, values: Values) -> Iterator[str]:
    fields = field_names(sample.planned)
    for given in sample.parameters:
        label = given.parameter.label
        made = values.value(given.value, label)
        yield f"configuration.queryParameters.{fields[label]} = {made};"
    for name, value in sample.query:
        own = f"{string_literal(name)}, {string_literal(value)}"
        yield f"configuration.queryParameters.add({own});"
    for header in sample.headers:
        own = f"{string_literal(header.name)}, {string_literal(header.value)}"
        yield f"configuration.headers.add({own});"
