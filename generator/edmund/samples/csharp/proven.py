"""C# samples that run as they are: usings, credential, client, call."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from edmund.samples.csharp.graph import CSharpSnippet
from edmund.samples.csharp.names import CSharpNames
from edmund.samples.csharp.scalars import scalar_source
from edmund.samples.graph_text import Lines
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import (
    AnyJson,
    Enumeration,
    Items,
    RawBody,
    Sample,
    Scalar,
    Structure,
    Value,
)
from edmund.surface.elements import CallKind
from edmund.targets.csharp.chain_names import INDEXER
from edmund.targets.csharp.literals import string_literal
from edmund.targets.csharp.names import segment_name

__all__ = ["print_csharp"]

_REFERENCES: Final = {
    CallKind.ADD_REFERENCE: "ReferenceCreate",
    CallKind.SET_REFERENCE: "ReferenceUpdate",
}
_ITEMS: Final = {
    "Edm.String": "string",
    "Edm.Boolean": "bool",
    "Edm.Int32": "int",
    "Edm.Int64": "long",
    "Edm.Guid": "Guid",
    "Edm.Double": "double",
    "Edm.Decimal": "decimal",
    "Edm.DateTimeOffset": "DateTimeOffset",
}
_METHODS: Final = {"GET": "Get", "POST": "Post", "PATCH": "Patch", "PUT": "Put", "DELETE": "Delete"}
# By namespace, the types that programs name.
_TYPES: Final = {
    "System": {
        *("Console", "Convert", "DateOnly", "DateTimeOffset", "Environment", "Guid", "TimeOnly"),
    },
    "System.Collections.Generic": {"Dictionary", "IReadOnlyList", "List"},
    "System.Globalization": {"CultureInfo"},
    "System.IO": {"MemoryStream"},
    "System.Text": {"Encoding"},
    "System.Threading": {"CancellationToken"},
    "System.Threading.Tasks": {"ValueTask"},
    "System.Xml": {"XmlConvert"},
}
_STATIC_CREDENTIAL: Final = """
// A token that was obtained elsewhere.
sealed class StaticCredential : ICredential
{
    public ValueTask<BearerToken> GetTokenAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken) =>
        new(new BearerToken(Environment.GetEnvironmentVariable("ACCESS_TOKEN") ?? "a-token", DateTimeOffset.MaxValue));
}"""


def print_csharp(sample: Sample, names: CSharpNames, wishes: Wishes) -> Printed:
    """The program."""
    program = _Program(sample, names)
    body = list(program.body_lines())
    call = list(program.call_lines())
    static = wishes.credential is Credential.STATIC
    root = string_literal(wishes.base_url or names.base_url or "https://service.example/root")
    given = "new StaticCredential()" if static else "null"
    lines = [
        *(
            []
            if static
            else ["// In place of null: an ICredential, such as one around Azure.Identity."]
        ),
        f"using var client = new {names.client}({given}, null, {root});",
        *body,
        *call,
        *(_STATIC_CREDENTIAL.split("\n") if static else ()),
    ]
    text = "\n".join(lines) + "\n"
    usings = {names.package, *program.usings, *_needed(text)}
    ordered = sorted(usings, key=lambda each: (not each.startswith("System"), each))
    head = "".join(f"using {each};\n" for each in ordered)
    return Printed(f"{head}\n{text}")


def _needed(text: str) -> Iterator[str]:
    """The namespaces of the library whose types a program names."""
    words = set(re.findall(r"\w+", text))
    yield from (namespace for namespace, types in _TYPES.items() if words & types)


class _Program(CSharpSnippet):
    """The generated client's own classes, with values that are exact."""

    def body_lines(self) -> Iterator[str]:
        """The statement that makes the body in `body`."""
        body = self.sample.body
        if body is None:
            return
        if isinstance(body, RawBody):
            text = string_literal(body.text)
            yield f"using var body = new MemoryStream(Encoding.UTF8.GetBytes({text}));"
            return
        reference = _REFERENCES.get(self.sample.call.kind)
        if reference is not None and isinstance(body, AnyJson) and isinstance(body.value, dict):
            self.usings[f"{self.names.package}.Models"] = None
            url = string_literal(str(body.value.get("@odata.id", "")))
            yield f"var body = new {reference} {{ OdataId = {url} }};"
            return
        lines = Lines()
        self.write(lines, "var body = ", body, ";")
        yield from (line.expandtabs(4) for line in lines.found)

    def call_lines(self) -> Iterator[str]:
        sample = self.sample
        chain = "client"
        for link in self.names.chains.links(sample):
            given = ", ".join(self.argument(each.value) for each in link.arguments or ())
            if link.name == INDEXER:
                chain += f"[{given}]"
            else:
                chain += f".{link.name}" + (f"({given})" if link.arguments is not None else "")
        arguments = ["body"] if sample.body is not None else []
        settings = list(self._settings())
        arguments += (
            [f"requestConfiguration =>\n{{\n{chr(10).join(settings)}\n}}"] if settings else []
        )
        call = f"await {chain}.{_METHODS[sample.call.method.value]}Async({', '.join(arguments)});"
        if sample.call.returns is None and sample.call.kind is not CallKind.READ_REFERENCE:
            yield call
            return
        yield f"var result = {call}"
        yield "Console.WriteLine(result);"

    def _settings(self) -> Iterator[str]:
        for item in self.sample.query:
            plain = item.name.removeprefix("$")
            name = f"    requestConfiguration.QueryParameters.{segment_name(plain)}"
            if item.option is None and not (plain == "id" and item.name.startswith("$")):
                own = f"{string_literal(item.name)}, {string_literal(item.value)}"
                yield f"    requestConfiguration.QueryParameters.SetCustom({own});"
            elif plain in ("select", "expand", "orderby"):
                yield f"{name} = new[] {{ {', '.join(map(string_literal, item.parts))} }};"
            elif plain in ("top", "skip", "count"):
                yield f"{name} = {item.value.lower()};"
            else:
                yield f"{name} = {string_literal(item.value)};"
        for header in self.sample.headers:
            text = f"{string_literal(header.name)}, {string_literal(header.value)}"
            yield f"    requestConfiguration.Headers.Add({text});"

    def says_type(self, value: Structure) -> bool:
        return value.type == value.declared or value.stated != f"#{value.type}"

    def body_place(self) -> tuple[str, str]:
        return self.names.body_place(self.sample)

    def type_name(self, name: str) -> str:
        if name.startswith("Edm."):
            return _ITEMS.get(name, "object")
        namespace, cls = self.names.class_place(name)
        self.usings[namespace] = None
        return f"{cls}?" if name in self.names.layout.members else cls

    def null_item(self) -> str:
        return "null!"

    def argument(self, value: Value) -> str:
        """A key, or a parameter of a function."""
        if isinstance(value, Items):
            return f"new[] {{ {', '.join(map(self.inline, value.values))} }}"
        if isinstance(value, Enumeration) and len(value.names) > 1:
            return string_literal(value.text)
        return self.inline(value)

    def inline(self, value: Value) -> str:
        if isinstance(value, AnyJson):
            self.usings["System.Text.Json.Nodes"] = None
            return f"JsonNode.Parse({string_literal(json.dumps(value.value, default=float))})"
        return super().inline(value)

    def scalar(self, value: Scalar) -> str:
        return scalar_source(value)
