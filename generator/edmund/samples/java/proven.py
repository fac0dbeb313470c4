"""Java samples that run as they are: imports, credential, client, call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from edmund.samples.graph_statements import GraphStatements
from edmund.samples.java.graph import JavaStatements
from edmund.samples.java.names import JavaNames
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import (
    AnyJson,
    Argument,
    Enumeration,
    Items,
    RawBody,
    Sample,
    Scalar,
    Structure,
    Value,
)
from edmund.surface.elements import CallKind
from edmund.surface.types import Type
from edmund.targets.java.literals import string_literal
from edmund.targets.java.names import camel

__all__ = ["print_java"]

_PARSED: Final = {
    "Edm.Decimal": ("java.math.BigDecimal", "new BigDecimal({})"),
    "Edm.Guid": ("java.util.UUID", "UUID.fromString({})"),
    "Edm.DateTimeOffset": ("java.time.OffsetDateTime", "OffsetDateTime.parse({})"),
    "Edm.Date": ("java.time.LocalDate", "LocalDate.parse({})"),
    "Edm.TimeOfDay": ("java.time.LocalTime", "LocalTime.parse({})"),
    "Edm.Duration": ("java.time.Duration", "Duration.parse({})"),
    "Edm.Binary": ("java.util.Base64", "Base64.getUrlDecoder().decode({})"),
}
_SUFFIXES: Final = {"Edm.Int64": "L", "Edm.Double": "d", "Edm.Single": "f"}
_REFERENCES: Final = {
    CallKind.ADD_REFERENCE: "ReferenceCreate",
    CallKind.SET_REFERENCE: "ReferenceUpdate",
}
_MAP: Final = """
  private static Map<String, Object> map(Object... members) {
    Map<String, Object> made = new LinkedHashMap<>();
    for (int at = 0; at < members.length; at += 2) {
      made.put((String) members[at], members[at + 1]);
    }
    return made;
  }"""


def print_java(sample: Sample, names: JavaNames, wishes: Wishes) -> Printed:
    """The program."""
    writer = _Statements(sample, names)
    body = list(_body(sample, writer))
    call = list(_call(sample, writer))
    runtime = f"{names.package}.runtime"
    writer.use(f"{runtime}.RequestAdapter")
    writer.use(f"{names.package}.serviceclient.{names.client}")
    writer.use(f"{runtime}.TokenCredential")
    credential = [
        "// In place of null: scopes in, a token and its expiry out.",
        "TokenCredential credential = null;",
    ]
    if wishes.credential is Credential.STATIC:
        writer.use(f"{runtime}.AccessToken")
        writer.use("java.time.OffsetDateTime")
        token = 'System.getenv("ACCESS_TOKEN")'
        credential = [
            "TokenCredential credential =",
            f"    scopes -> new AccessToken({token}, OffsetDateTime.now().plusHours(1));",
        ]
    root = string_literal(wishes.base_url or names.base_url or "https://service.example/root")
    inner = [
        f"{names.client} client = new {names.client}(adapter);",
        *body,
        *call,
    ]
    lines = [
        *(f"import {each};" for each in sorted(writer.imports)),
        "",
        "final class Sample {",
        "  public static void main(String[] arguments) {",
        *(f"    {line}" for line in credential),
        "    try (RequestAdapter adapter =",
        f"        RequestAdapter.builder({root}).credential(credential).build()) {{",
        *(f"      {line}" for line in inner),
        "    }",
        "  }",
        *(_MAP.split("\n") if writer.needs_map else ()),
        "}",
    ]
    return Printed("\n".join(lines) + "\n")


def _body(sample: Sample, writer: _Statements) -> Iterator[str]:
    """The statements that make the body in `body`."""
    body = sample.body
    if isinstance(body, RawBody):
        writer.use("java.nio.charset.StandardCharsets")
        writer.use("java.io.ByteArrayInputStream")
        text = f"{string_literal(body.text)}.getBytes(StandardCharsets.UTF_8)"
        yield f"ByteArrayInputStream body = new ByteArrayInputStream({text});"
        return
    reference = _REFERENCES.get(sample.call.kind)
    if reference is not None and isinstance(body, AnyJson) and isinstance(body.value, dict):
        writer.use(f"{writer.names.package}.models.{reference}")
        url = string_literal(str(body.value.get("@odata.id", "")))
        yield f"{reference} body = new {reference}();"
        yield f"body.setOdataId({url});"
        return
    statements = GraphStatements(writer)
    if isinstance(body, Structure):
        statements.write(body, "body")
    elif isinstance(body, Items):
        writer.gathered = statements.write_items(body, "body")
    yield from statements.lines


def _call(sample: Sample, writer: _Statements) -> Iterator[str]:
    chain = "client"
    for link in writer.names.chains.links(sample):
        chain += f".{link.name}({', '.join(map(writer.argument, link.arguments or ()))})"
    arguments = [writer.gathered] if sample.body is not None else []
    settings = list(_settings(sample))
    if settings:
        inner = "\n".join(f"        {each}" for each in settings)
        arguments.append(f"configuration -> {{\n{inner}\n      }}")
    call = f"{chain}.{sample.call.method.value.lower()}({', '.join(arguments)})"
    if sample.call.returns is None and sample.call.kind is not CallKind.READ_REFERENCE:
        yield f"{call};"
        return
    yield f"System.out.println({call});"


def _settings(sample: Sample) -> Iterator[str]:
    for item in sample.query:
        plain = item.name.removeprefix("$")
        name = f"configuration.queryParameters.{plain}"
        if item.option is None:
            own = f"{string_literal(item.name)}, {string_literal(item.value)}"
            yield f"configuration.queryParameters.add({own});"
        elif plain in ("select", "expand", "orderby"):
            yield f"{name} = new String[] {{{', '.join(map(string_literal, item.parts))}}};"
        elif plain in ("top", "skip", "count"):
            yield f"{name} = {item.value.lower()};"
        else:
            yield f"{name} = {string_literal(item.value)};"
    for header in sample.headers:
        text = f"{string_literal(header.name)}, {string_literal(header.value)}"
        yield f"configuration.headers.add({text});"


class _Statements(JavaStatements):
    """Statements of the generated client's own classes, with values that are exact."""

    def __init__(self, sample: Sample, names: JavaNames) -> None:
        super().__init__(sample, names)
        self.imports: dict[str, None] = {}
        self.needs_map = False
        self.gathered = "body"
        """The expression for the body. Where that is a list, the call says of what."""

    def use(self, name: str) -> str:
        """Import a class, and give its name."""
        self.imports[name] = None
        return name.rpartition(".")[2]

    def _class(self, type_: str) -> str:
        place = self.names.place(type_)
        return self.use(f"{place.package}.{place.cls}")

    def variable(self, path: Sequence[str]) -> str:
        name = camel(path[-1])
        return f"{name}Value" if name in ("client", "adapter", "credential", "arguments") else name

    def make(self, variable: str, type_: str) -> list[str]:
        if self.is_parameters(type_):
            place = self.names.body_place(self.sample.resource)
            cls = self.use(f"{place.package}.{place.cls}")
        else:
            cls = self._class(type_)
        return [f"{cls} {variable} = new {cls}();"]

    def put_type(self, owner: str, value: Structure) -> list[str]:
        if value.type != value.declared and value.stated == f"#{value.type}":
            return []  # written by the client itself
        return super().put_type(owner, value)

    def put_value(
        self, owner: str, type_: str, wire: str, variable: str, value: Value
    ) -> list[str]:
        return [self.put(owner, type_, wire, self.item(value))]

    def gather(
        self, variable: str, item: Type, expressions: Sequence[str]
    ) -> tuple[list[str], str]:
        return [], f"{self.use('java.util.Arrays')}.asList({', '.join(expressions)})"

    def put_additional(self, owner: str, others: dict[str, object]) -> list[str]:
        return [f"{owner}.setAdditionalData({self._json(others)});"]

    def item(self, value: Value) -> str:
        if isinstance(value, Enumeration):
            return self._enumeration(value)
        if isinstance(value, Scalar):
            return self._scalar(value)
        return self._json(value.value) if isinstance(value, AnyJson) else "null"

    def _enumeration(self, value: Enumeration) -> str:
        cls = self._class(value.type)
        members = []
        for name in value.names:
            member = self.names.member(value.type, name)
            made = f"{cls}.{member}" if member else f"{cls}.forValue({string_literal(name)})"
            members.append(made)
        if not value.flags:
            return members[0]
        return f"{self.use('java.util.Set')}.of({', '.join(members)})"

    def _scalar(self, value: Scalar) -> str:
        plain = value.value
        if isinstance(plain, bool):
            return str(plain).lower()
        if value.type in _PARSED:
            name, written = _PARSED[value.type]
            self.use(name)
            return written.format(string_literal(str(plain)))
        if isinstance(plain, int | Decimal):
            return f"{plain}{_SUFFIXES.get(value.type, '')}"
        kind = {"Edm.Double": "Double", "Edm.Single": "Float"}.get(value.type)
        special = {"INF": "POSITIVE_INFINITY", "-INF": "NEGATIVE_INFINITY", "NaN": "NaN"}
        if kind is not None and plain in special:
            return f"{kind}.{special[str(plain)]}"
        return string_literal(str(plain))

    def argument(self, argument: Argument) -> str:
        """A key, or a parameter of a function."""
        if isinstance(argument.value, Items):
            items = ", ".join(map(self.item, argument.value.values))
            return f"{self.use('java.util.Arrays')}.asList({items})"
        return self.item(argument.value)

    def _json(self, value: object) -> str:
        if isinstance(value, Mapping):
            self.needs_map = True
            self.use("java.util.LinkedHashMap")
            self.use("java.util.Map")
            parts = (part for k, v in value.items() for part in (string_literal(k), self._json(v)))
            return f"map({', '.join(parts)})"
        if isinstance(value, list | tuple):
            return f"{self.use('java.util.Arrays')}.asList({', '.join(map(self._json, value))})"
        if value is None or isinstance(value, bool):
            return "null" if value is None else str(value).lower()
        return str(value) if isinstance(value, int | Decimal) else string_literal(str(value))
