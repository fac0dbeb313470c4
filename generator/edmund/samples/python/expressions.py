"""Bodies and chains of accessors as Python expressions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from edmund.samples.python.literals import Use, entry, json_expression, scalar_expression
from edmund.samples.python.names import PythonNames
from edmund.samples.tree import (
    AnyJson,
    Argument,
    Entries,
    Enumeration,
    File,
    Items,
    Null,
    QueryItem,
    RawBody,
    Sample,
    Scalar,
    Step,
    Structure,
    Value,
    Variant,
)
from edmund.surface.elements import CallKind
from edmund.targets.python.literals import string_literal
from edmund.targets.python.signatures import Bracketed

__all__ = ["Accessor", "Expression", "Expressions", "Values", "chained", "named"]

_REFERENCES = {
    CallKind.ADD_REFERENCE: ("reference_create", "ReferenceCreate"),
    CallKind.SET_REFERENCE: ("reference_update", "ReferenceUpdate"),
}
Expression = str | Bracketed


@dataclass(frozen=True, slots=True)
class Accessor:
    """What leads from one builder to the next; without arguments it is no method."""

    name: str
    arguments: tuple[str, ...] | None = None

    @property
    def source(self) -> str:
        return self.name if self.arguments is None else f"{self.name}({', '.join(self.arguments)})"


class ValueNames(Protocol):
    """What a client calls its types, and what belongs to them."""

    @property
    def package(self) -> str: ...

    def class_place(self, type_name: str) -> tuple[str, str]: ...

    def attributes(self, type_name: str) -> Mapping[str, str]: ...

    def member(self, enum: str, name: str) -> str | None: ...


class Values:
    """Writes values; `use` imports what they name."""

    def __init__(self, names: ValueNames, use: Use) -> None:
        self._types = names
        self._use = use

    def value(self, value: Value) -> Expression:
        """Any value of the schema, or beyond it."""
        if isinstance(value, Null):
            return "None"
        if isinstance(value, Scalar):
            return scalar_expression(value, self._use)
        if isinstance(value, Enumeration):
            return self._enumeration(value)
        if isinstance(value, Items):
            items = tuple(self.value(item) for item in value.values)
            return Bracketed("", items, "[]") if items else "[]"
        if isinstance(value, AnyJson):
            return json_expression(value.value, self._use)
        if isinstance(value, Entries):
            entries = tuple(entry(string_literal(k), self.value(v)) for k, v in value.entries)
            return Bracketed("", entries, "{}") if entries else "{}"
        if isinstance(value, Variant):
            return self.value(value.value)
        if isinstance(value, File):
            return self.file(value)
        cls = self._use(*self._types.class_place(value.type))
        return self._object(cls, value, self._types.attributes(value.type))

    def _object(self, cls: str, value: Structure, attributes: Mapping[str, str]) -> Bracketed:
        given: list[Expression] = []
        if value.stated is not None and _says_more(value):
            given.append(f"odata_type={string_literal(value.stated)}")
        for member in value.known:
            given.append(named(attributes[member.wire], self.value(member.value)))
        if value.additional:
            given.append(named("additional_data", json_expression(value.additional, self._use)))
        return Bracketed(cls, tuple(given))

    def _enumeration(self, value: Enumeration) -> Expression:
        cls = self._use(*self._types.class_place(value.type))
        names = tuple(self._member(cls, value, name) for name in value.names)
        if not value.flags:
            return names[0]
        if ",".join(value.names) != value.text:
            return string_literal(value.text)
        return names[0] if len(names) == 1 else Bracketed("", names, "[]")

    def _member(self, cls: str, value: Enumeration, name: str) -> str:
        member = self._types.member(value.type, name)
        return f"{cls}.{member}" if member is not None else f"{cls}({string_literal(name)})"

    def file(self, value: File) -> Expression:
        """Bytes, with their name and media type where these are said."""
        content = f"{string_literal(value.text)}.encode()"
        if value.name is None and value.media_type is None:
            return content
        given = [content, "None" if value.name is None else string_literal(value.name)]
        if value.media_type is not None:
            given.append(string_literal(value.media_type))
        return Bracketed(self._use(self._types.package, "File"), tuple(given))


class Expressions(Values):
    """Writes the parts of one sample of an OData service."""

    def __init__(self, names: PythonNames, use: Use) -> None:
        super().__init__(names, use)
        self._names = names

    def chain(self, sample: Sample) -> tuple[Accessor, ...]:
        """The accessors that lead to the call."""
        return tuple(
            Accessor(
                link.name,
                None if link.arguments is None else self._arguments(link.step, link.arguments),
            )
            for link in self._names.chains.links(sample)
        )

    def _arguments(self, step: Step, arguments: Sequence[Argument]) -> tuple[str, ...]:
        written: list[str] = []
        for argument in arguments:
            value = self.value(argument.value)
            text = value if isinstance(value, str) else value.flat()
            if argument.optional:
                text = f"{self._names.parameter(step, argument.name)}={text}"
            written.append(text)
        return tuple(written)

    def body(self, sample: Sample) -> Expression | None:
        """The body of the call, or None."""
        body = sample.body
        if body is None:
            return None
        if isinstance(body, RawBody):
            return f"{string_literal(body.text)}.encode()"
        reference = _REFERENCES.get(sample.call.kind)
        if reference is not None and isinstance(body, AnyJson):
            return self._reference(reference, body)
        if sample.call.kind is CallKind.INVOKE and isinstance(body, Structure):
            cls = self._use(*self._names.body_place(sample.resource))
            return self._object(cls, body, self._names.body_attributes(sample.resource))
        return self.value(body)

    def _reference(self, place: tuple[str, str], body: AnyJson) -> Expression:
        module, cls = place
        given = body.value if isinstance(body.value, Mapping) else {}
        url = string_literal(str(given.get("@odata.id", "")))
        own = self._use(f"{self._names.package}.generated.models.{module}", cls)
        return Bracketed(own, (f"odata_id={url}",))

    def options(self, sample: Sample) -> Iterator[Expression]:
        """Query options and header fields as keyword arguments of the call."""
        own: dict[str, str] = {}
        beyond: dict[str, str] = {}
        for item in sample.query:
            plain = item.name.removeprefix("$")
            if item.option is not None and item.option in sample.call.query:
                yield named(item.option.value, _option_value(item.option.value, item))
            elif sample.call.kind is CallKind.REMOVE_REFERENCE and plain == "id":
                yield f"id={string_literal(item.value)}"
            elif item.name.startswith("$"):
                beyond[item.name] = item.value
            else:
                own[item.name] = item.value
        if own:
            yield named("query", json_expression(own, self._use))
        headers = {header.name: header.value for header in sample.headers}
        if headers:
            yield named("headers", json_expression(headers, self._use))
        if beyond:
            configuration = {"query_parameters": beyond}
            yield named("request_configuration", json_expression(configuration, self._use))


def chained(start: str, accessors: Sequence[Accessor], call: Bracketed) -> Bracketed:
    """A call at the end of a chain of accessors."""
    return Bracketed(".".join([start, *(a.source for a in accessors), call.head]), call.items)


def _option_value(name: str, item: QueryItem) -> Expression:
    if name in ("select", "expand", "orderby"):
        return Bracketed("", tuple(map(string_literal, item.parts)), "[]")
    if name in ("top", "skip"):
        return str(int(item.value))
    if name == "count" and item.value in ("true", "false"):
        return item.value.capitalize()
    return string_literal(item.value)


def named(name: str, value: Expression) -> Expression:
    """A keyword argument."""
    if isinstance(value, str):
        return f"{name}={value}"
    return Bracketed(f"{name}={value.head}", value.items, value.brackets)


def _says_more(value: Structure) -> bool:
    """Whether the client would not write the type just so by itself."""
    return value.type == value.declared or value.stated != f"#{value.type}"
