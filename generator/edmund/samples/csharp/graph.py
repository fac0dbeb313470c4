"""C# samples as Microsoft's documentation has them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from edmund.samples.csharp.names import CSharpNames
from edmund.samples.graph_text import (
    MAJOR_VERSIONS,
    Lines,
    answers,
    initialize_comment,
)
from edmund.samples.json_source import JsonSpelling, json_source
from edmund.samples.style import Printed, Wishes
from edmund.samples.tree import (
    AnyJson,
    Enumeration,
    Items,
    Null,
    RawBody,
    Sample,
    Scalar,
    Structure,
    Value,
)
from edmund.surface.elements import CallKind
from edmund.surface.type_parts import name_of
from edmund.targets.csharp.literals import string_literal
from edmund.targets.csharp.names import segment_name

__all__ = ["CSharpSnippet", "print_graph_csharp"]

_PARSED: Final = {
    "Edm.Guid": "Guid.Parse({})",
    "Edm.DateTimeOffset": "DateTimeOffset.Parse({})",
    "Edm.Duration": "TimeSpan.Parse({})",
    "Edm.Binary": "Convert.FromBase64String({})",
    "Edm.Date": "new Date(DateTime.Parse({}))",
    "Edm.TimeOfDay": "new Time(DateTime.Parse({}))",
}
_NUMBERS: Final = {"Edm.Int64": "L", "Edm.Double": "d", "Edm.Single": "f", "Edm.Decimal": "m"}
_METHODS: Final = {"GET": "Get", "POST": "Post", "PATCH": "Patch", "PUT": "Put", "DELETE": "Delete"}


def print_graph_csharp(sample: Sample, names: CSharpNames, wishes: Wishes) -> Printed:
    """The text of the page."""
    snippet = CSharpSnippet(sample, names)
    body = snippet.body()
    head = Lines()
    head.add(
        f"// Code snippets are only available for the latest version."
        f" Current version is {MAJOR_VERSIONS['csharp']}",
        "",
    )
    if snippet.usings:
        head.add("// Dependencies", *(f"using {each};" for each in snippet.usings), "")
    head.add(*body, f"// {initialize_comment('graphClient', 'csharp')}", *snippet.call())
    return Printed(head.text())


class CSharpSnippet:
    def __init__(self, sample: Sample, names: CSharpNames) -> None:
        self.sample = sample
        self.names = names
        self.usings: dict[str, None] = {}

    def body(self) -> list[str]:
        """The statement that makes the body."""
        body = self.sample.body
        if body is None:
            return []
        lines = Lines()
        if isinstance(body, RawBody):
            text = string_literal(body.text)
            lines.add(f"using var requestBody = new MemoryStream(Encoding.UTF8.GetBytes({text}));")
        else:
            self.write(lines, "var requestBody = ", body, ";")
        return [*lines.found, ""]

    def call(self) -> list[str]:
        sample, lines = self.sample, Lines()
        chain = "graphClient"
        for link in self.names.chains.links(sample):
            given = ", ".join(self.inline(a.value) for a in link.arguments or ())
            if link.step.edge.keys and link.name == "this":
                chain += f"[{given}]"
            else:
                chain += f".{link.name}" + (f"({given})" if link.arguments is not None else "")
        method = _METHODS[sample.call.method.value]
        start = f"{'var result = ' if answers(sample) else ''}await {chain}.{method}Async("
        arguments = "requestBody" if sample.body is not None else ""
        if not (sample.query or sample.headers):
            lines.add(f"{start}{arguments});")
            return lines.found
        lines.add(f"{start}{arguments + ', ' if arguments else ''}(requestConfiguration) =>", "{")
        lines.depth += 1
        for item in sample.query:
            plain = item.name.removeprefix("$")
            name = f"requestConfiguration.QueryParameters.{segment_name(plain)}"
            if plain in ("select", "expand", "orderby"):
                parts = ",".join(map(string_literal, item.parts))
                lines.add(f"{name} = new string []{{ {parts} }};")
            elif plain in ("top", "skip", "count"):
                lines.add(f"{name} = {item.value};")
            else:
                lines.add(f"{name} = {string_literal(item.value)};")
        for header in sample.headers:
            text = f"{string_literal(header.name)}, {string_literal(header.value)}"
            lines.add(f"requestConfiguration.Headers.Add({text});")
        lines.depth -= 1
        lines.add("});")
        return lines.found

    def write(self, lines: Lines, before: str, value: Value, after: str) -> None:
        if isinstance(value, Structure):
            self._object(lines, before, value, after)
        elif isinstance(value, Items):
            lines.add(f"{before}new List<{self.type_name(name_of(value.item))}>", "{")
            lines.depth += 1
            for item in value.values:
                if isinstance(item, Null):
                    lines.add(f"{self.null_item()},")
                else:
                    self.write(lines, "", item, ",")
            lines.depth -= 1
            lines.add(f"}}{after}")
        else:
            lines.add(f"{before}{self.inline(value)}{after}")

    def _object(self, lines: Lines, before: str, value: Structure, after: str) -> None:
        sample = self.sample
        is_parameters = sample.call.kind is CallKind.INVOKE and value is sample.body
        if is_parameters:
            namespace, cls = self.body_place()
        else:
            namespace, cls = self.names.class_place(value.type)
        self.usings[namespace] = None
        lines.add(f"{before}new {cls}", "{")
        lines.depth += 1
        if value.stated is not None and self.says_type(value):
            lines.add(f"OdataType = {string_literal(value.stated)},")
        for member in value.known:
            name = self.names.property(value.type, member.wire, sample if is_parameters else None)
            self.write(lines, f"{name} = ", member.value, ",")
        self._additional(lines, value.additional)
        lines.depth -= 1
        lines.add(f"}}{after}")

    def says_type(self, value: Structure) -> bool:
        """Whether an object says of which type it is."""
        return True

    def body_place(self) -> tuple[str, str]:
        """Namespace and class of an action's parameters."""
        return self.names.official_body(self.sample)

    def null_item(self) -> str:
        """What stands for null among the items of a list, or in JSON of any form."""
        return "null"

    def scalar(self, value: Scalar) -> str:
        """A value of a primitive type."""
        return _scalar(value)

    def _additional(self, lines: Lines, others: Mapping[str, object]) -> None:
        if not others:
            return
        lines.add("AdditionalData = new Dictionary<string, object>", "{")
        lines.depth += 1
        for name, item in others.items():
            lines.add("{", f"\t{string_literal(name)} , {_json(item, self.null_item())}", "},")
        lines.depth -= 1
        lines.add("},")

    def type_name(self, name: str) -> str:
        if name.startswith("Edm."):
            return {"Edm.String": "string", "Edm.Boolean": "bool?", "Edm.Int32": "int?"}.get(
                name, "object"
            )
        namespace, cls = self.names.class_place(name)
        self.usings[namespace] = None
        return cls

    def inline(self, value: Value) -> str:
        if isinstance(value, Null):
            return "null"
        if isinstance(value, Enumeration):
            namespace, cls = self.names.class_place(value.type)
            self.usings[namespace] = None
            members = (self.names.member(value.type, name) or name for name in value.names)
            return " | ".join(f"{cls}.{member}" for member in members)
        if isinstance(value, Scalar):
            return self.scalar(value)
        return _json(value.value, self.null_item()) if isinstance(value, AnyJson) else "null"


def _scalar(value: Scalar) -> str:
    if isinstance(value.value, bool):
        return str(value.value).lower()
    if isinstance(value.value, int | Decimal):
        return f"{value.value}{_NUMBERS.get(value.type, '')}"
    literal = string_literal(str(value.value))
    return _PARSED.get(value.type, "{}").format(literal)


def _json(value: object, null: str) -> str:
    spelling = JsonSpelling(
        string_literal,
        object=("new Dictionary<string, object> { ", " }"),
        list=("new List<object> { ", " }"),
        name=("[", "] = "),
        null=null,
    )
    return json_source(value, spelling)
