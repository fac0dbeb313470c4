"""TypeScript samples that run as they are, on node 20: imports, credential, client, call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from edmund.samples.chains import Link
from edmund.samples.json_source import JsonSpelling, json_source
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import (
    AnyJson,
    Argument,
    Enumeration,
    Items,
    Null,
    RawBody,
    Sample,
    Scalar,
    Structure,
    Value,
)
from edmund.samples.typescript.names import TypeScriptNames
from edmund.surface.elements import CallKind
from edmund.targets.typescript.literals import property_key, string_literal

__all__ = ["print_typescript"]

_LARGEST_SAFE: Final = 2**53 - 1
_LISTS: Final = ("select", "expand", "orderby")
_DATE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")
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


class _Writer:
    """Writes one sample; what it uses is imported."""

    def __init__(self, sample: Sample, names: TypeScriptNames) -> None:
        self._sample = sample
        self._names = names
        self._modules: dict[str, dict[str, None]] = {}

    def use(self, module: str, name: str) -> str:
        self._modules.setdefault(module, {})[name] = None
        return name

    def imports(self) -> Iterator[str]:
        """A statement for each module."""
        for module, names in self._modules.items():
            listed = ", ".join(sorted(names, key=lambda name: name.removeprefix("type ")))
            yield f"import {{ {listed} }} from {string_literal(module)};"

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
            written = self._object(body, self._names.body_properties(sample.resource), 0)
        elif isinstance(body, Structure):
            module, name = self._names.type_place(body.type)
            written = self._value(body, 0)
        elif isinstance(body, Items):
            return  # stands in the call, which says of what it is
        else:
            yield f"const body = {self._value(body, 0)};"
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
        given = self._value(body, 0) if isinstance(body, Items) else "body"
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
        return self._value(value, 0)

    def _value(self, value: Value, depth: int) -> str:
        if isinstance(value, Null):
            return "null"
        if isinstance(value, Enumeration):
            return self._enumeration(value)
        if isinstance(value, Items):
            # Items that are null are beyond what the types of lists say.
            items = (
                "null!" if isinstance(item, Null) else self._value(item, depth)
                for item in value.values
            )
            return f"[{', '.join(items)}]"
        if isinstance(value, Structure):
            return self._object(value, self._names.properties(value.type), depth)
        if isinstance(value, Scalar):
            return self._scalar(value)
        assert isinstance(value, AnyJson), "OData has no maps, unions and files in its values"
        return json_source(value.value, _JSON)

    def _object(self, value: Structure, properties: Mapping[str, str], depth: int) -> str:
        pad = "  " * (depth + 1)
        lines: list[str] = []
        if value.stated is not None:
            lines.append(f"odataType: {string_literal(f'#{value.type}')},")
        others: dict[str, object] = {}
        for member in value.members:
            if member.type is None:
                others[member.wire] = (
                    member.value.value if isinstance(member.value, AnyJson) else None
                )
                continue
            key = property_key(properties[member.wire])
            lines.append(f"{key}: {self._value(member.value, depth + 1)},")
        if others:
            lines.append(f"additionalData: {json_source(others, _JSON)},")
        if not lines:
            return "{}"
        inner = "\n".join(f"{pad}{line}" for line in lines)
        return f"{{\n{inner}\n{pad[2:]}}}"

    def _enumeration(self, value: Enumeration) -> str:
        module, name = self._names.type_place(value.type)
        members: list[str] = []
        for each in value.names:
            member = self._names.member(value.type, each)
            if member is None:
                members.append(string_literal(each))
            else:
                members.append(f"{self.use(module, f'{name}Object')}.{member}")
        return f"[{', '.join(members)}]" if value.flags else members[0]

    def _scalar(self, value: Scalar) -> str:
        plain = value.value
        if isinstance(plain, bool):
            return str(plain).lower()
        if isinstance(plain, int):
            return f"{plain}n" if abs(plain) > _LARGEST_SAFE else str(plain)
        if isinstance(plain, Decimal):
            return _decimal(plain) if value.type == "Edm.Decimal" else repr(float(plain))
        text = str(plain)
        literal = string_literal(text)
        date = _DATE.match(text)
        package = self._names.package
        special = {"INF": "Infinity", "-INF": "-Infinity", "NaN": "NaN"}
        if value.type in ("Edm.Double", "Edm.Single") and text in special:
            return special[text]
        if value.type == "Edm.DateTimeOffset":
            return f"new {self.use(package, 'DateTimeOffset')}({literal})"
        if value.type == "Edm.Date" and date is not None:
            year, month, day = map(int, date.groups())
            made = f"{{ year: {year}, month: {month}, day: {day} }}"
            return f"new {self.use(package, 'DateOnly')}({made})"
        if value.type == "Edm.TimeOfDay":
            return f"{self.use(package, 'TimeOnly')}.parse({literal})!"
        if value.type == "Edm.Duration":
            return f"{self.use(package, 'Duration')}.parse({literal})!"
        if value.type == "Edm.Binary":
            return f'new Uint8Array(Buffer.from({literal}, "base64url"))'
        return literal


def _ordered(link: Link) -> Sequence[Argument]:
    """Keys as they are; the parameters of a function in the order of the alphabet, optional ones last."""
    if link.step.edge.keys:
        return link.arguments or ()
    return sorted(link.arguments or (), key=lambda each: (each.optional, each.name.lower()))


def _decimal(value: Decimal) -> str:
    """A number where it has the same digits, else text."""
    number = repr(float(value))
    return number if Decimal(number) == value and "e" not in number else string_literal(str(value))


_JSON = JsonSpelling(
    string_literal, object=("{ ", " }"), list=("[", "]"), name=("", ": "), empty="{}"
)
