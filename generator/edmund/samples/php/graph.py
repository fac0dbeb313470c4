"""PHP samples as Microsoft's documentation has them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from edmund.samples.graph_statements import GraphStatements
from edmund.samples.graph_text import Lines, answers
from edmund.samples.json_source import JsonSpelling, json_source
from edmund.samples.php.names import PhpNames
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
from edmund.surface.elements import CallKind, SegmentKind
from edmund.surface.type_parts import name_of
from edmund.surface.types import Type
from edmund.targets.php.literals import string_literal
from edmund.targets.php.names import namespace_part, pascal_case, variable_name

__all__ = ["PhpStatements", "php_json", "print_graph_php"]

_PARSED: Final = {
    "Edm.DateTimeOffset": "new \\DateTime({})",
    "Edm.Duration": "new \\DateInterval({})",
    "Edm.Date": "new Date({})",
    "Edm.TimeOfDay": "new Time({})",
    "Edm.Binary": "\\GuzzleHttp\\Psr7\\Utils::streamFor(base64_decode({}))",
}
_KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)


def print_graph_php(sample: Sample, names: PhpNames, wishes: Wishes) -> Printed:
    """The text of the page."""
    body = sample.body
    spelling = PhpStatements(sample, names)
    statements = GraphStatements(spelling)
    if isinstance(body, Structure):
        statements.write(body, "$requestBody")
    elif isinstance(body, Items):
        items = statements.write_items(body, "$requestBody")
        statements.lines.append(f"$requestBody = {items};")
    elif isinstance(body, RawBody):
        text = string_literal(body.text)
        statements.lines.append(f"$requestBody = \\GuzzleHttp\\Psr7\\Utils::streamFor({text});")
    configured = _configuration(sample, names, spelling)
    head = Lines()
    head.add(
        "<?php",
        f"use {names.package}\\GraphServiceClient;",
        *(f"use {each};" for each in spelling.uses),
        "",
        "",
        "$graphServiceClient = new GraphServiceClient($tokenRequestContext, $scopes);",
        "",
        *statements.lines,
        *([""] if statements.lines else []),
        *configured,
        _call(sample, names, configured=bool(configured)),
    )
    return Printed(head.text())


def _call(sample: Sample, names: PhpNames, *, configured: bool) -> str:
    chain = "$graphServiceClient"
    for link in names.chains.links(sample):
        given = ", ".join(_argument(a.value) for a in names.arguments(link))
        chain += f"->{link.name}({given})"
    arguments = ["$requestBody"] if sample.body is not None else []
    arguments += ["$requestConfiguration"] if configured else []
    call = f"{chain}->{sample.call.method.value.lower()}({', '.join(arguments)})->wait();"
    return f"$result = {call}" if answers(sample) else call


def _argument(value: Value) -> str:
    if isinstance(value, Scalar) and not isinstance(value.value, str):
        return str(value.value).lower()
    text = value.text if isinstance(value, Enumeration) else getattr(value, "value", "")
    return string_literal(str(text))


def _path(sample: Sample, names: PhpNames) -> str:
    parts = (
        "Item" if link.step.edge.kind in _KEYS else namespace_part(link.name)
        for link in names.chains.links(sample)
    )
    return "\\".join((names.package, "Generated", *parts))


def _configuration(sample: Sample, names: PhpNames, spelling: PhpStatements) -> list[str]:
    """The statements that make the configuration of a call with a query or header fields."""
    if not (sample.query or sample.headers):
        return []
    links = names.chains.links(sample)
    last = pascal_case(links[-1].name) if links else ""
    if links and links[-1].step.edge.kind in _KEYS and links[-1].step.source.type is not None:
        last = pascal_case(name_of(links[-1].step.source.type).rpartition(".")[2]) + "Item"
    method = sample.call.method.value.capitalize()
    cls = f"{last}RequestBuilder{method}RequestConfiguration"
    spelling.uses[f"{_path(sample, names)}\\{cls}"] = None
    lines = Lines()
    lines.add(f"$requestConfiguration = new {cls}();")
    if sample.headers:
        lines.add("$headers = [")
        for header in sample.headers:
            text = f"{string_literal(header.name)} => {string_literal(header.value)}"
            lines.add(f"\t{text},")
        lines.add("];", "$requestConfiguration->headers = $headers;", "")
    if sample.query:
        lines.add(f"$queryParameters = {cls}::createQueryParameters();")
        for item in sample.query:
            plain = item.name.removeprefix("$")
            if plain in ("select", "expand", "orderby"):
                value = f"[{','.join(map(string_literal, item.parts))}]"
            else:
                plainly = plain in ("top", "skip", "count")
                value = item.value if plainly else string_literal(item.value)
            lines.add(f"$queryParameters->{plain} = {value};")
        lines.add("$requestConfiguration->queryParameters = $queryParameters;", "")
    return [*lines.found, ""]


class PhpStatements:
    """PHP's statements; a variable is called by the members that lead to it."""

    def __init__(self, sample: Sample, names: PhpNames) -> None:
        self.sample = sample
        self.names = names
        self.uses: dict[str, None] = {}

    def is_parameters(self, type_: str) -> bool:
        return self.sample.call.kind is CallKind.INVOKE and type_ == self.sample.call.operation

    def variable(self, path: Sequence[str]) -> str:
        first, *others = path
        return f"${variable_name(first + ''.join(map(pascal_case, others)))}"

    def make(self, variable: str, type_: str) -> list[str]:
        if self.is_parameters(type_):
            name = pascal_case(self.names.chains.links(self.sample)[-1].name)
            cls = f"{name}PostRequestBody"
            self.uses[f"{_path(self.sample, self.names)}\\{cls}"] = None
        else:
            cls = self.use(type_)
        return [f"{variable} = new {cls}();"]

    def use(self, type_: str) -> str:
        namespace, cls = self.names.class_place(type_)
        self.uses[f"{namespace}\\{cls}"] = None
        return cls

    def put_type(self, owner: str, value: Structure) -> list[str]:
        return [f"{owner}->setOdataType({string_literal(value.stated or '')});"]

    def put(self, owner: str, type_: str, wire: str, expression: str) -> str:
        if self.is_parameters(type_):
            return f"{owner}->set{self.names.spelling.member(type_, wire)}({expression});"
        return f"{owner}->set{self.names.property(type_, wire)}({expression});"

    def put_value(
        self, owner: str, type_: str, wire: str, variable: str, value: Value
    ) -> list[str]:
        return [self.put(owner, type_, wire, self.item(value))]

    def gather(
        self, variable: str, item: Type, expressions: Sequence[str]
    ) -> tuple[list[str], str]:
        if name_of(item).startswith("Edm."):
            return [], f"[{', '.join(expressions)}{', ' if expressions else ''}]"
        name = f"{variable}Array"
        return [f"{name} []= {each};" for each in expressions], name

    def item(self, value: Value) -> str:
        if isinstance(value, Enumeration):
            return f"new {self.use(value.type)}({string_literal(value.text)})"
        if isinstance(value, Scalar):
            if isinstance(value.value, bool):
                return str(value.value).lower()
            if isinstance(value.value, int | Decimal):
                return str(value.value)
            return _PARSED.get(value.type, "{}").format(string_literal(str(value.value)))
        return php_json(value.value) if isinstance(value, AnyJson) else "null"

    def put_additional(self, owner: str, others: dict[str, object]) -> list[str]:
        return [
            "$additionalData = [",
            *(f"\t{string_literal(name)} => {php_json(item)}," for name, item in others.items()),
            "];",
            f"{owner}->setAdditionalData($additionalData);",
        ]


_JSON = JsonSpelling(
    string_literal,
    object=("[", "]"),
    list=("[", "]"),
    name=("", " => "),
    empty="new \\stdClass()",  # an empty array is a list
)


def php_json(value: object) -> str:
    """JSON of any form as an expression."""
    return json_source(value, _JSON)
