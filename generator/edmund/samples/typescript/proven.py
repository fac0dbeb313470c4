"""TypeScript samples that run as they are, on node 20: imports, credential, client, call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from edmund.samples.chains import Link
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import (
    AnyJson,
    Argument,
    Items,
    RawBody,
    Sample,
    Scalar,
    Structure,
)
from edmund.samples.typescript.names import TypeScriptNames
from edmund.samples.typescript.values import Values
from edmund.surface.elements import CallKind
from edmund.targets.typescript.literals import property_key, string_literal

__all__ = ["print_typescript"]

_LISTS: Final = ("select", "expand", "orderby")
_STATIC_CREDENTIAL: Final = """\
  credential: {
    getToken: async () => ({
      token: process.env["ACCESS_TOKEN"] ?? "a-token",
      expiresOnTimestamp: 4102444800000,
    }),
  },"""


def print_typescript(sample: Sample, names: TypeScriptNames, wishes: Wishes) -> Printed:
    """The program."""
    writer = _Writer(sample, names)
    body = list(writer.body())
    call = list(writer.call())
    make = writer.use(names.package, f"create{names.client}")
    settings: list[str] = []
    if wishes.credential is Credential.STATIC:
        settings += _STATIC_CREDENTIAL.split("\n")
    elif wishes.credential is Credential.AZURE:
        azure = writer.use("@azure/identity", "DefaultAzureCredential")
        settings.append(f"  credential: new {azure}(),")
    else:
        settings.append("  // credential: anything with the getToken of @azure/identity")
    if wishes.base_url is not None:
        settings.append(f"  baseUrl: {string_literal(wishes.base_url)},")
    lines = [
        *writer.imports(),
        "",
        f"const client = {make}({{",
        *settings,
        "});",
        "",
        *body,
        *call,
    ]
    return Printed("\n".join(lines) + "\n")


class _Writer(Values):
    """Writes one sample of an OData service."""

    def __init__(self, sample: Sample, names: TypeScriptNames) -> None:
        super().__init__(names)
        self._sample = sample
        self._names = names

    def body(self) -> Iterator[str]:
        """The statement that makes the body in `body`."""
        sample, body = self._sample, self._sample.body
        if body is None:
            return
        if isinstance(body, RawBody):
            yield f"const body = new TextEncoder().encode({string_literal(body.text)});"
            return
        if sample.call.kind in (CallKind.ADD_REFERENCE, CallKind.SET_REFERENCE):
            given = body.value if isinstance(body, AnyJson) else {}
            url = given.get("@odata.id", "") if isinstance(given, Mapping) else ""
            yield f"const body = {{ odataId: {string_literal(str(url))} }};"
            return
        if isinstance(body, Structure) and sample.call.kind is CallKind.INVOKE:
            module, name = self._names.body_place(sample.resource)
            written = self.object(body, self._names.body_properties(sample.resource), 0)
        elif isinstance(body, Structure):
            module, name = self._names.type_place(body.type)
            written = self.value(body, 0)
        elif isinstance(body, Items):
            return  # stands in the call, which says of what it is
        else:
            yield f"const body = {self.value(body, 0)};"
            return
        self.use(module, f"type {name}")
        yield f"const body: {name} = {written};"

    def call(self) -> Iterator[str]:
        sample = self._sample
        chain = "client"
        for link in self._names.chains.links(sample):
            chain += f".{link.name}"
            if link.arguments is not None:
                chain += f"({', '.join(map(self._argument, _ordered(link)))})"
        body = sample.body
        given = self.value(body, 0) if isinstance(body, Items) else "body"
        arguments = [] if body is None else [given]
        configuration = self._configuration()
        arguments += [configuration] if configuration is not None else []
        given = ", ".join(arguments)
        if self._names.iterates(sample.call):
            yield f"for await (const item of {chain}.iterate({given})) {{"
            yield "  console.log(item);"
            yield "}"
            return
        call = f"await {chain}.{sample.call.method.value.lower()}({given});"
        if sample.call.returns is None and sample.call.kind is not CallKind.READ_REFERENCE:
            yield call
            return
        yield f"const result = {call}"
        yield "console.log(result);"

    def _configuration(self) -> str | None:
        sample = self._sample
        options: list[str] = []
        own: list[str] = []
        for item in sample.query:
            plain = item.name.removeprefix("$")
            if plain in _LISTS:
                text = f"[{', '.join(map(string_literal, item.parts))}]"
            elif plain in ("top", "skip"):
                text = str(int(item.value))
            elif plain == "count":
                text = item.value.lower()
            else:
                text = string_literal(item.value)
            known = item.option is not None or item.name.startswith("$")
            (options if known else own).append(f"{property_key(plain)}: {text}")
        headers = [
            f"{string_literal(header.name)}: {string_literal(header.value)}"
            for header in sample.headers
        ]
        parts = (("queryParameters", options), ("customQueryOptions", own), ("headers", headers))
        given = [f"{name}: {{ {', '.join(items)} }}" for name, items in parts if items]
        return f"{{ {', '.join(given)} }}" if given else None

    def _argument(self, argument: Argument) -> str:
        value = argument.value
        if isinstance(value, Scalar) and isinstance(value.value, str):
            return string_literal(value.value)  # URLs take text
        return self.value(value, 0)


def _ordered(link: Link) -> Sequence[Argument]:
    """Keys as they are; the parameters of a function in the order of the alphabet, optional ones last."""
    if link.step.edge.keys:
        return link.arguments or ()
    return sorted(link.arguments or (), key=lambda each: (each.optional, each.name.lower()))
