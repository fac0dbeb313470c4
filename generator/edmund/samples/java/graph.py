"""Java samples as Microsoft's documentation has them: statements, without imports."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from edmund.samples.graph_statements import GraphStatements
from edmund.samples.graph_text import MAJOR_VERSIONS, Lines, answers
from edmund.samples.java.names import JavaNames
from edmund.samples.json_source import JsonSpelling, json_source
from edmund.samples.style import Printed, Wishes
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
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import Type
from edmund.targets.java.literals import string_literal
from edmund.targets.java.names import camel

__all__ = ["JavaStatements", "print_graph_java"]

_PARSED: Final = {
    "Edm.DateTimeOffset": "OffsetDateTime.parse({})",
    "Edm.Duration": "PeriodAndDuration.ofDuration(Duration.parse({}))",
    "Edm.Date": "LocalDate.parse({})",
    "Edm.TimeOfDay": "LocalTime.parse({})",
    "Edm.Guid": "UUID.fromString({})",
    "Edm.Binary": "Base64.getDecoder().decode({})",
}
_SUFFIXES: Final = {"Edm.Int64": "L", "Edm.Double": "d", "Edm.Single": "f", "Edm.Decimal": "d"}
_CLASSES: Final = {"Edm.Boolean": "Boolean", "Edm.Int32": "Integer", "Edm.Int64": "Long"}


def print_graph_java(sample: Sample, names: JavaNames, wishes: Wishes) -> Printed:
    """The text of the page."""
    body = sample.body
    variable = ""
    statements = GraphStatements(JavaStatements(sample, names))
    if isinstance(body, Structure):
        parameters = sample.call.kind is CallKind.INVOKE
        place = names.body_place(sample.resource) if parameters else names.place(body.type)
        variable = camel(place.cls)
        statements.write(body, variable)
    elif isinstance(body, Items):
        variable = statements.write_items(body, "requestBody")
    elif isinstance(body, RawBody):
        variable = "body"
        text = string_literal(body.text)
        statements.lines.append(
            f"ByteArrayInputStream body = new ByteArrayInputStream({text}.getBytes());"
        )
    head = Lines()
    head.add(
        f"// Code snippets are only available for the latest version."
        f" Current version is {MAJOR_VERSIONS['java']}",
        "",
        "GraphServiceClient graphClient = new GraphServiceClient(requestAdapter);",
        "",
        *statements.lines,
        *_call(sample, names, variable),
    )
    return Printed(head.text())


def _call(sample: Sample, names: JavaNames, variable: str) -> list[str]:
    chain = "graphClient"
    for link in names.chains.links(sample):
        given = ", ".join(_argument(a.value) for a in link.arguments or ())
        chain += f".{link.name}({given})"
    call = f"{chain}.{sample.call.method.value.lower()}("
    if answers(sample):
        call = f"{_answer_type(sample, names)} result = {call}"
    if not (sample.query or sample.headers):
        return [f"{call}{variable});"]
    lines = Lines()
    lines.add(f"{call}{variable + ', ' if variable else ''}requestConfiguration -> {{")
    lines.depth += 1
    for item in sample.query:
        plain = item.name.removeprefix("$")
        name = f"requestConfiguration.queryParameters.{plain}"
        if plain in ("select", "expand", "orderby"):
            parts = ", ".join(map(string_literal, item.parts))
            lines.add(f"{name} = new String []{{{parts}}};")
        elif plain in ("top", "skip", "count"):
            lines.add(f"{name} = {item.value};")
        else:
            lines.add(f"{name} = {string_literal(item.value)};")
    for header in sample.headers:
        text = f"{string_literal(header.name)}, {string_literal(header.value)}"
        lines.add(f"requestConfiguration.headers.add({text});")
    lines.depth -= 1
    lines.add("});")
    return lines.found


def _answer_type(sample: Sample, names: JavaNames) -> str:
    returned = sample.call.returns
    if returned is None:
        return "var"
    name = name_of(returned)
    page = names.layout.pages.get(name)
    if page is not None and (is_list(returned) or sample.call.kind is CallKind.LIST):
        return page.cls
    place = names.layout.places.get(name)
    return place.cls if place is not None else "InputStream" if "Stream" in name else "var"


def _argument(value: Value) -> str:
    if isinstance(value, Scalar) and not isinstance(value.value, str):
        return f"{str(value.value).lower()}{_SUFFIXES.get(value.type, '')}"
    text = value.text if isinstance(value, Enumeration) else getattr(value, "value", "")
    return string_literal(str(text))


class JavaStatements:
    """Java's statements; variables are called as the members."""

    def __init__(self, sample: Sample, names: JavaNames) -> None:
        self.sample = sample
        self.names = names

    def is_parameters(self, type_: str) -> bool:
        return self.sample.call.kind is CallKind.INVOKE and type_ == self.sample.call.operation

    def variable(self, path: Sequence[str]) -> str:
        return camel(path[-1])

    def make(self, variable: str, type_: str) -> list[str]:
        if self.is_parameters(type_):
            place = self.names.body_place(self.sample.resource)
            full = f"{place.package}.{place.cls}"
            return [f"{full} {variable} = new {full}();"]
        cls = self.names.place(type_).cls
        return [f"{cls} {variable} = new {cls}();"]

    def put_type(self, owner: str, value: Structure) -> list[str]:
        return [f"{owner}.setOdataType({string_literal(value.stated or '')});"]

    def put(self, owner: str, type_: str, wire: str, expression: str) -> str:
        if self.is_parameters(type_):
            return f"{owner}.set{self.names.spelling.member(type_, wire)}({expression});"
        return f"{owner}.set{self.names.property(type_, wire)}({expression});"

    def put_value(
        self, owner: str, type_: str, wire: str, variable: str, value: Value
    ) -> list[str]:
        if isinstance(value, Enumeration) and value.flags:
            cls = self.names.place(value.type).cls
            members = ", ".join(self._member(value, name) for name in value.names)
            return [self.put(owner, type_, wire, f"EnumSet.of({members})" if cls else members)]
        return [self.put(owner, type_, wire, self.item(value))]

    def gather(
        self, variable: str, item: Type, expressions: Sequence[str]
    ) -> tuple[list[str], str]:
        place = self.names.layout.places.get(name_of(item))
        cls = place.cls if place is not None else _CLASSES.get(name_of(item), "String")
        name = f"{variable}List"
        lines = [f"LinkedList<{cls}> {name} = new LinkedList<{cls}>();"]
        return [*lines, *(f"{name}.add({each});" for each in expressions)], name

    def _member(self, value: Enumeration, name: str) -> str:
        member = self.names.member(value.type, name)
        cls = self.names.place(value.type).cls
        return f"{cls}.{member}" if member else f"{cls}.forValue({string_literal(name)})"

    def item(self, value: Value) -> str:
        if isinstance(value, Enumeration):
            return self._member(value, value.names[0])
        if isinstance(value, Scalar):
            if isinstance(value.value, bool):
                return str(value.value).lower()
            if isinstance(value.value, int | Decimal):
                return f"{value.value}{_SUFFIXES.get(value.type, '')}"
            return _PARSED.get(value.type, "{}").format(string_literal(str(value.value)))
        return json_source(value.value, _JSON) if isinstance(value, AnyJson) else "null"

    def put_additional(self, owner: str, others: dict[str, object]) -> list[str]:
        return [
            "HashMap<String, Object> additionalData = new HashMap<String, Object>();",
            *(
                f"additionalData.put({string_literal(name)}, {json_source(item, _JSON)});"
                for name, item in others.items()
            ),
            f"{owner}.setAdditionalData(additionalData);",
        ]


_JSON = JsonSpelling(
    string_literal, object=("Map.of(", ")"), list=("List.of(", ")"), name=("", ", ")
)
