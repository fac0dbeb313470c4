"""Python samples as Microsoft's documentation has them."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.samples.chains import Link
from edmund.samples.graph_text import (
    MAJOR_VERSIONS,
    Lines,
    answers,
    initialize_comment,
)
from edmund.samples.python.literals import json_expression
from edmund.samples.python.names import PythonNames
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
from edmund.targets.python.literals import string_literal
from edmund.targets.python.names import class_name, module_name

__all__ = ["print_graph_python"]


def print_graph_python(sample: Sample, names: PythonNames, wishes: Wishes) -> Printed:
    """The text of the page."""
    snippet = _Snippet(sample, names)
    body = snippet.body()
    call = snippet.call(has_body=body is not None)
    head = Lines()
    head.add(
        f"# Code snippets are only available for the latest version."
        f" Current version is {MAJOR_VERSIONS['python']}",
        "",
        f"from {names.package} import {names.client}",
        *(f"from {module} import {name}" for module, name in snippet.imports),
        f"# {initialize_comment('graph_client', 'python')}",
        "",
    )
    return Printed(head.text() + (body or "") + call)


class _Snippet:
    def __init__(self, sample: Sample, names: PythonNames) -> None:
        self._sample = sample
        self._names = names
        self.imports: dict[tuple[str, str], None] = {}

    def body(self) -> str | None:
        """The statement that makes the body."""
        body = self._sample.body
        if body is None:
            return None
        lines = Lines()
        if isinstance(body, RawBody):
            lines.add(f"request_body = BytesIO({string_literal(body.text)})")
        else:
            self._write(lines, "request_body = ", body, "")
        lines.add("")
        return lines.text()

    def call(self, *, has_body: bool) -> str:
        sample, lines = self._sample, Lines()
        arguments = ["request_body"] if has_body else []
        if sample.query or sample.headers:
            self._configure(lines)
            arguments.append("request_configuration = request_configuration")
        chain = "".join(f".{self._link(link)}" for link in self._links)
        method = self._names.method(sample.call)
        result = "result = " if answers(sample) else ""
        lines.add(f"{result}await graph_client{chain}.{method}({', '.join(arguments)})")
        return lines.text()

    @property
    def _links(self) -> tuple[Link, ...]:
        return self._names.chains.links(self._sample)

    def _link(self, link: Link) -> str:
        if link.arguments is None:
            return link.name
        return f"{link.name}({', '.join(self._inline(a.value) for a in link.arguments)})"

    def _configure(self, lines: Lines) -> None:
        sample = self._sample
        if sample.query:
            builder = class_name("".join(f"_{link.name}" for link in self._links[-1:]).strip("_"))
            builder = "".join(part.capitalize() for part in builder.split("_"))
            kind = f"{builder}RequestBuilder.{builder}RequestBuilderGetQueryParameters"
            lines.add(f"query_params = {kind}(")
            lines.depth += 2
            for item in sample.query:
                plain = item.name.removeprefix("$")
                if plain in ("select", "expand", "orderby"):
                    value = f"[{','.join(map(string_literal, item.parts))}]"
                elif plain in ("top", "skip"):
                    value = item.value
                elif plain == "count":
                    value = item.value.capitalize()
                else:
                    value = string_literal(item.value)
                lines.add(f"{plain} = {value},")
            lines.depth -= 2
            lines.add(")", "")
        given = "query_parameters = query_params," if sample.query else ""
        lines.add("request_configuration = RequestConfiguration(", given, ")")
        for header in sample.headers:
            text = string_literal(header.value)
            lines.add(f"request_configuration.headers.add({string_literal(header.name)}, {text})")
        lines.add("")

    def _write(self, lines: Lines, before: str, value: Value, after: str) -> None:
        if isinstance(value, Structure):
            self._object(lines, before, value, after)
        elif isinstance(value, Items):
            lines.add(f"{before}[")
            lines.depth += 1
            for item in value.values:
                self._write(lines, "", item, ",")
            lines.depth -= 1
            lines.add(f"]{after}")
        else:
            lines.add(f"{before}{self._inline(value)}{after}")

    def _object(self, lines: Lines, before: str, value: Structure, after: str) -> None:
        sample = self._sample
        is_parameters = sample.call.kind is CallKind.INVOKE and value is sample.body
        attributes: Mapping[str, str]
        if is_parameters:
            _, cls = self._names.body_place(sample.resource)
            parts = ["item" if link.step.edge.keys else link.name for link in self._links]
            module = ".".join((self._names.package, "generated", *parts, module_name(cls)))
            attributes = self._names.body_attributes(sample.resource)
        else:
            module, cls = self._names.class_place(value.type)
            attributes = self._names.attributes(value.type)
        self.imports[module, cls] = None
        lines.add(f"{before}{cls}(")
        lines.depth += 1
        if value.stated is not None:
            lines.add(f"odata_type = {string_literal(value.stated)},")
        for member in value.known:
            self._write(lines, f"{attributes[member.wire]} = ", member.value, ",")
        others = value.additional
        if others:
            lines.add("additional_data = {")
            lines.depth += 2
            for name, item in others.items():
                written = json_expression(item, lambda module, name: name)
                text = written if isinstance(written, str) else written.flat()
                lines.add(f"{string_literal(name)} : {text},")
            lines.depth -= 2
            lines.add("}")
        lines.depth -= 1
        lines.add(f"){after}")

    def _inline(self, value: Value) -> str:
        if isinstance(value, Null):
            return "None"
        if isinstance(value, Enumeration):
            module, cls = self._names.class_place(value.type)
            self.imports[module, cls] = None
            return f"{cls}.{self._names.member(value.type, value.names[0])}"
        if isinstance(value, Scalar) and not isinstance(value.value, str):
            return str(value.value)
        if isinstance(value, Scalar):
            return string_literal(str(value.value))
        if isinstance(value, AnyJson):
            written = json_expression(value.value, lambda module, name: name)
            return written if isinstance(written, str) else written.flat()
        return "None"
