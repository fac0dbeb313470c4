"""Go samples as Microsoft's documentation has them: statements, not a program."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from edmund.samples.go.names import GoNames
from edmund.samples.graph_statements import GraphStatements
from edmund.samples.graph_text import MAJOR_VERSIONS, Lines, answers, initialize_comment
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
from edmund.surface.elements import CallKind, SegmentKind
from edmund.surface.type_parts import is_edm, name_of
from edmund.surface.types import Type
from edmund.targets.go.literals import string_literal
from edmund.targets.go.names import exported, package_name, unexported

__all__ = ["GoStatements", "go_json", "print_graph_go"]

_TYPES: Final = {
    "Edm.Byte": "int32",
    "Edm.SByte": "int32",
    "Edm.Int16": "int32",
    "Edm.Int32": "int32",
    "Edm.Int64": "int64",
    "Edm.Double": "float64",
    "Edm.Single": "float32",
    "Edm.Decimal": "float64",
}
_PARSED: Final = {
    "Edm.DateTimeOffset": "time.Parse(time.RFC3339, {})",
    "Edm.Duration": "abstractions.ParseISODuration({})",
    "Edm.Date": "serialization.ParseDateOnly({})",
    "Edm.TimeOfDay": "serialization.ParseTimeOnly({})",
}


def print_graph_go(sample: Sample, names: GoNames, wishes: Wishes) -> Printed:
    """The text of the page."""
    spelling = GoStatements(sample, names)
    body = sample.body
    statements = GraphStatements(spelling)
    if isinstance(body, Structure):
        statements.write(body, "requestBody")
    elif isinstance(body, Items):
        items = statements.write_items(body, "requestBody")
        statements.lines += [] if items == "requestBody" else [f"requestBody := {items}"]
    elif isinstance(body, RawBody):
        statements.lines.append(f"requestBody := []byte({string_literal(body.text)})")
    configured = _configuration(sample, names, spelling)
    head = Lines()
    head.add(
        "",
        f"// Code snippets are only available for the latest major version."
        f" Current major version is {MAJOR_VERSIONS['go']}",
        "",
        "// Dependencies",
        "import (",
        '\t  "context"',
        *(f'\t  "{each}"' for each in sorted(spelling.standard)),
        f"\t  msgraphsdk {string_literal(names.package)}",
        *(
            f"\t  {alias} {string_literal(f'{names.package}/{path}')}"
            for alias, path in spelling.packages.items()
        ),
        "\t  //other-imports",
        ")",
        "",
        *statements.lines,
        *([""] if statements.lines else []),
        *configured,
        f"// {initialize_comment('graphClient', 'go')}",
        _call(sample, names, configured=bool(configured)),
    )
    return Printed(head.text())


def _call(sample: Sample, names: GoNames, *, configured: bool) -> str:
    links = names.chains.links(sample)
    chain = "graphClient"
    for link in links:
        given = ", ".join(_argument(a.value) for a in link.arguments or ())
        chain += f".{link.name}({given})"
    named = [link.step.edge for link in links if link.step.edge.name]
    result = unexported(named[-1].name.rpartition(".")[2]) if named else "result"
    arguments = ["context.Background()"]
    if sample.body is not None:
        arguments.append("requestBody")
    arguments.append("configuration" if configured else "nil")
    method = sample.call.method.value.capitalize()
    call = f"{chain}.{method}({', '.join(arguments)})"
    return f"{result}, err := {call}" if answers(sample) else call


def _argument(value: Value) -> str:
    if isinstance(value, Scalar) and not isinstance(value.value, str):
        return str(value.value).lower()
    text = value.text if isinstance(value, Enumeration) else getattr(value, "value", "")
    return string_literal(str(text))


def _configuration(sample: Sample, names: GoNames, spelling: GoStatements) -> list[str]:
    """The statements that make the configuration of a call with a query or header fields."""
    if not (sample.query or sample.headers):
        return []
    lines = Lines()
    named = [step.edge for step in sample.steps if step.edge.name]
    package = f"graph{package_name(named[0].name)}"
    spelling.packages[package] = package_name(named[0].name)
    stem = "".join(
        "Item" if step.edge.kind in _KEYS else exported(step.edge.name.rpartition(".")[2])
        for step in sample.steps[1:] or sample.steps
    )
    stem += f"RequestBuilder{sample.call.method.value.capitalize()}"
    if sample.headers:
        spelling.packages["abstractions"] = "../kiota-abstractions-go"
        lines.add("headers := abstractions.NewRequestHeaders()")
        for header in sample.headers:
            text = f"{string_literal(header.name)}, {string_literal(header.value)}"
            lines.add(f"headers.Add({text})")
        lines.add("")
    if sample.query:
        fields: list[str] = []
        for item in sample.query:
            plain = item.name.removeprefix("$")
            if plain in ("select", "expand", "orderby"):
                parts = ",".join(map(string_literal, item.parts))
                fields.append(f"{exported(plain)}: [] string {{{parts}}},")
                continue
            literal = {
                "top": f"int32({item.value})",
                "skip": f"int32({item.value})",
                "count": item.value,
            }.get(plain, string_literal(item.value))
            variable = f"request{exported(plain)}"
            lines.add(f"{variable} := {literal}")
            fields.append(f"{exported(plain)}: &{variable},")
        lines.add("", f"requestParameters := &{package}.{stem}QueryParameters{{")
        lines.add(*(f"\t{field}" for field in fields), "}")
    lines.add(f"configuration := &{package}.{stem}RequestConfiguration{{")
    if sample.headers:
        lines.add("\tHeaders: headers,")
    if sample.query:
        lines.add("\tQueryParameters: requestParameters,")
    lines.add("}", "")
    return lines.found


_KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)


class GoStatements:
    """Go's statements; variables are called as the members."""

    def __init__(self, sample: Sample, names: GoNames) -> None:
        self.sample = sample
        self.names = names
        self.standard: set[str] = set()
        self.packages: dict[str, str] = {}

    def is_parameters(self, type_: str) -> bool:
        return self.sample.call.kind is CallKind.INVOKE and type_ == self.sample.call.operation

    def variable(self, path: Sequence[str]) -> str:
        return unexported(path[-1])

    def make(self, variable: str, type_: str) -> list[str]:
        if self.is_parameters(type_):
            first = next(step.edge for step in self.sample.steps if step.edge.name)
            package = f"graph{package_name(first.name)}"
            self.packages[package] = package_name(first.name)
            parts = (
                "Item" if step.edge.kind in _KEYS else exported(step.edge.name.rpartition(".")[2])
                for step in self.sample.steps[1:]
            )
            return [f"{variable} := {package}.New{''.join(parts)}PostRequestBody()"]
        self.packages["graphmodels"] = "models"
        return [f"{variable} := graphmodels.New{self.names.struct(type_)}()"]

    def put_type(self, owner: str, value: Structure) -> list[str]:
        return []

    def put(self, owner: str, type_: str, wire: str, expression: str) -> str:
        return f"{owner}.Set{self.property(type_, wire)}({expression})"

    def property(self, type_: str, wire: str) -> str:
        if self.is_parameters(type_):
            return self.names.spelling.member(type_, wire)
        return self.names.property(type_, wire)

    def put_value(
        self, owner: str, type_: str, wire: str, variable: str, value: Value
    ) -> list[str]:
        setter = f"{owner}.Set{self.property(type_, wire)}"
        if isinstance(value, Null):
            return [f"{setter}(nil) "]
        if isinstance(value, Scalar) and value.type in _PARSED:
            if value.type == "Edm.DateTimeOffset":
                self.standard.add("time")
            made = _PARSED[value.type].format(string_literal(str(value.value)))
            return [f"{variable} , err := {made}", f"{setter}(&{variable}) "]
        return [f"{variable} := {self.item(value)}", f"{setter}(&{variable}) "]

    def gather(
        self, variable: str, item: Type, expressions: Sequence[str]
    ) -> tuple[list[str], str]:
        name = name_of(item)
        if is_edm(item):
            kind = _TYPES.get(name, "string")
        else:
            self.packages["graphmodels"] = "models"
            struct = self.names.struct(name)
            enum = name in self.names.layout.constants
            kind = f"graphmodels.{struct}{'' if enum else 'able'}"
        lines = [f"{variable} := []{kind} {{", *(f"\t{each}," for each in expressions), "}"]
        return lines, variable

    def item(self, value: Value) -> str:
        if isinstance(value, Enumeration):
            self.packages["graphmodels"] = "models"
            constants = (
                self.names.constant(value.type, name) or string_literal(name)
                for name in value.names
            )
            return " | ".join(f"graphmodels.{each}" for each in constants)
        if isinstance(value, Scalar):
            return self._scalar(value)
        return go_json(value.value) if isinstance(value, AnyJson) else "nil"

    def _scalar(self, value: Scalar) -> str:
        if isinstance(value.value, bool):
            return str(value.value).lower()
        if isinstance(value.value, int | Decimal):
            return f"{_TYPES.get(value.type, 'int32')}({value.value})"
        literal = string_literal(str(value.value))
        if value.type == "Edm.Guid":
            self.packages["uuid"] = "../../google/uuid"
            return f"uuid.MustParse({literal})"
        return f"[]byte({literal})" if value.type == "Edm.Binary" else literal

    def put_additional(self, owner: str, others: dict[str, object]) -> list[str]:
        return [
            "additionalData := map[string]interface{}{",
            *(f"\t{string_literal(name)} : {go_json(item)}, " for name, item in others.items()),
            "}",
            f"{owner}.SetAdditionalData(additionalData)",
        ]


_JSON = JsonSpelling(
    string_literal,
    object=("map[string]interface{}{", "}"),
    list=("[]interface{}{", "}"),
    name=("", ": "),
    null="nil",
)


def go_json(value: object) -> str:
    """JSON of any form as an expression."""
    return json_source(value, _JSON)
