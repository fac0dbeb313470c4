"""The elements of a description that one recorded exchange has to do with, by the names that findings have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from edmund.plan.contents import ContentForm
from edmund.plan.http_bodies import PlannedBody
from edmund.plan.http_calls import PlannedCall, planned_calls
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.servers import filled_in
from edmund.samples.address import Addresses, NotAddressed, parted_target, split_query
from edmund.samples.binding import bind_value
from edmund.samples.exchange import Body, Example, HttpAnswer
from edmund.samples.http.addresses import HttpAddresses
from edmund.samples.http.binding import Binding
from edmund.samples.http.bodies import read_body
from edmund.samples.http.reading import ABSENT, ParameterReader, raw_pairs
from edmund.samples.http.texts import NoValue
from edmund.samples.payload_checks import is_json
from edmund.samples.tree import Entries, Enumeration, Items, Structure, Value, Variant
from edmund.samples.url_values import NoLiteral
from edmund.surface.elements import CallKind, HttpMethod, Surface
from edmund.surface.exchange import Location
from edmund.surface.lineage import Lineage
from edmund.surface.media_types import base_name
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import EnumType, ListOf, StructuredType, Type, Types
from edmund.validation.json_text import NotJson, parse_json

__all__ = ["ElementsOf", "HttpElements", "ODataElements"]

_WORD = re.compile(r"[A-Za-z_][\w.]*")


class ElementsOf(Protocol):
    """Says what exchanges have to do with."""

    @property
    def known(self) -> frozenset[str]:
        """All elements that an exchange may have to do with."""

    def of(self, exchange: Example) -> frozenset[str] | None:
        """The elements of one exchange; None where it is no call of the service."""


class HttpElements:
    """Of a service that follows no protocol above HTTP."""

    def __init__(self, surface: Surface) -> None:
        self._lineage = Lineage(surface.types)
        self._calls = planned_calls(surface)
        servers = [
            filled_in(server)
            for each in (
                surface.servers,
                *(c.http.servers for r in surface.resources for c in r.calls if c.http),
            )
            for server in each
        ]
        self._addresses = HttpAddresses(surface, [root for root in servers if root and root != "/"])
        self._reader = ParameterReader(self._lineage)
        self._binding = Binding(self._lineage)
        self._known = frozenset(
            (*_type_elements(surface.types), *(e for c in self._each() for e in _call_elements(c)))
        )

    @property
    def known(self) -> frozenset[str]:
        return self._known

    def _each(self) -> Iterator[PlannedCall]:
        return (call for calls in self._calls.values() for call in calls)

    def of(self, exchange: Example) -> frozenset[str] | None:
        request = exchange.request
        path, query = parted_target(request.target)
        try:
            address = self._addresses.find(path, request.method)
        except NotAddressed:
            return None
        calls = self._calls[address.resource.id]
        planned = next((each for each in calls if each.method == request.method), None)
        if planned is None:
            return None
        name = _call_name(planned)
        found = {name, *(f"{name} path {each}" for each in _path_names(planned))}
        found.update(self._parameters(planned, exchange, query))
        if request.body is not None and planned.bodies:
            said = base_name(request.header("Content-Type") or planned.bodies[0].media_type)
            same = (each for each in planned.bodies if base_name(each.media_type) == said)
            body = next(same, None)
            if body is not None:
                media_type = request.header("Content-Type") or body.media_type
                found.update(self._body(body, request.body, media_type))
        if exchange.answer is not None:
            found.update(self._answer(planned, exchange.answer))
        return frozenset(found)

    def _parameters(self, planned: PlannedCall, exchange: Example, query: str) -> Iterator[str]:
        pairs = raw_pairs(query)
        for each in planned.parameters:
            value: object = ABSENT
            try:
                match each.location:
                    case Location.HEADER:
                        text = exchange.request.header(each.name)
                        value = ABSENT if text is None else self._reader.header(each, text)
                    case Location.COOKIE:
                        cookies = exchange.request.header("Cookie") or ""
                        value = self._reader.cookie(each, cookies)
                    case _:
                        value, _ = self._reader.query(each, pairs, query)
            except NoValue:
                yield _parameter_name(planned, each)
                continue
            if value is not ABSENT:
                yield _parameter_name(planned, each)
                yield from _value_elements(self._binding.value(value, each.type), self._lineage)

    def _body(self, body: PlannedBody, given: Body, media_type: str) -> Iterator[str]:
        try:
            value = read_body(body, given.text, media_type, self._lineage)
        except (NoValue, NotJson):
            return
        type_ = ListOf(body.type) if body.form.is_stream else body.type
        yield from _value_elements(self._binding.value(value, type_), self._lineage)

    def _answer(self, planned: PlannedCall, answer: HttpAnswer) -> Iterator[str]:
        wanted = (str(answer.status), f"{answer.status // 100}XX", "default")
        said = (each for status in wanted for each in planned.answers if each.status == status)
        found = next(said, None)
        if found is None:
            return
        yield f"{_call_name(planned)} answer {found.status}"
        content = next((c for c in found.contents if c.form is ContentForm.JSON), None)
        if content is not None and answer.body is not None:
            value = _json(answer.body)
            if value is not None:
                yield from _value_elements(self._binding.value(value, content.type), self._lineage)


class ODataElements:
    """Of an OData service."""

    def __init__(self, surface: Surface, roots: Iterable[str] = ()) -> None:
        self._schema = TypeSchema(surface.types)
        self._lineage = self._schema.lineage
        self._addresses = Addresses(surface, self._schema, roots)
        edges = (edge.qualified_name for r in surface.resources for edge in r.edges)
        self._known = frozenset((*_type_elements(surface.types), *(e for e in edges if e)))

    @property
    def known(self) -> frozenset[str]:
        return self._known

    def of(self, exchange: Example) -> frozenset[str] | None:
        request = exchange.request
        path, query = parted_target(request.target)
        items = split_query(query)
        aliases = {item.name: item.value for item in items if item.name.startswith("@")}
        try:
            address = self._addresses.find(path, aliases)
            method = HttpMethod(request.method)
        except (NotAddressed, NoLiteral, ValueError):
            return None
        resource = address.resource
        call = next((each for each in resource.calls if each.method is method), None)
        if call is None:
            return None
        found = {step.edge.qualified_name for step in address.steps} - {None}
        if call.operation is not None:
            found.add(call.operation)
        if resource.type is not None:
            found.update(self._queried(name_of(resource.type), [item.value for item in items]))
        if call.body is not None and is_json(request.header("Content-Type")):
            found.update(self._value(request.body, call.body))
        elif call.kind is CallKind.INVOKE and request.body is not None:
            value = _json(request.body)
            for each in call.parameters if isinstance(value, Mapping) else ():
                if each.name in value:  # type: ignore[operator]
                    bound = bind_value(value[each.name], each.type, self._schema)  # type: ignore[index]
                    found.update(_value_elements(bound, self._lineage))
        answer = exchange.answer
        is_good = answer is not None and 200 <= answer.status < 300
        if is_good and answer is not None and call.returns is not None:
            listed = call.kind is CallKind.LIST and not is_list(call.returns)
            found.update(self._value(answer.body, ListOf(call.returns) if listed else call.returns))
        return frozenset(each for each in found if each is not None)

    def _queried(self, type_: str, texts: Iterable[str]) -> Iterator[str]:
        """The properties that query options name."""
        if self._lineage.types.structured(type_) is None:
            return
        yield type_
        members = self._lineage.members(type_)
        for text in texts:
            for word in _WORD.findall(text):
                if word in members:
                    yield from _member_elements(type_, word, self._lineage)

    def _value(self, body: Body | None, type_: Type) -> Iterator[str]:
        value = None if body is None else _json(body)
        if is_list(type_) and isinstance(value, Mapping) and "value" in value:
            value = value["value"]
        if value is not None:
            yield from _value_elements(bind_value(value, type_, self._schema), self._lineage)


def _json(body: Body) -> object:
    """The value of a body; None where it is no JSON."""
    try:
        return parse_json(body.text)
    except NotJson:
        return None


def _call_name(planned: PlannedCall) -> str:
    http = planned.call.http
    assert http is not None, "it was planned"
    return f"{http.method} {http.path}"


def _parameter_name(planned: PlannedCall, parameter: PlannedParameter) -> str:
    """A parameter as findings call it: the names of header fields have no case."""
    is_header = parameter.location is Location.HEADER
    name = parameter.name.lower() if is_header else parameter.name
    return f"{_call_name(planned)} {parameter.location.value} {name}"


def _path_names(planned: PlannedCall) -> Iterator[str]:
    http = planned.call.http
    for each in () if http is None else http.parameters:
        if each.location is Location.PATH:
            yield each.name


def _call_elements(planned: PlannedCall) -> Iterator[str]:
    name = _call_name(planned)
    yield name
    yield from (f"{name} path {each}" for each in _path_names(planned))
    yield from (_parameter_name(planned, each) for each in planned.parameters)
    yield from (f"{name} answer {each.status}" for each in planned.answers)


def _type_elements(types: Types) -> Iterator[str]:
    for type_ in types.types:
        yield type_.name
        if isinstance(type_, StructuredType):
            yield from (f"{type_.name}/{each.name}" for each in type_.properties)
        elif isinstance(type_, EnumType):
            yield from (f"{type_.name}/{each.name}" for each in type_.members)


def _value_elements(value: Value, lineage: Lineage) -> Iterator[str]:
    """The types and members of a value, at any depth."""
    match value:
        case Structure(type=name, members=members):
            yield from (above.name for above in lineage.upwards(name))
            for member in members:
                yield from _member_elements(name, member.wire, lineage)
                yield from _value_elements(member.value, lineage)
        case Items(values=values):
            for each in values:
                yield from _value_elements(each, lineage)
        case Entries(entries=entries):
            for _, each in entries:
                yield from _value_elements(each, lineage)
        case Enumeration(type=name, names=names):
            yield name
            yield from (f"{name}/{each}" for each in names)
        case Variant(union=name, value=inner):
            yield name
            yield from _value_elements(inner, lineage)


def _member_elements(type_: str, member: str, lineage: Lineage) -> Iterator[str]:
    """A member by the type that declares it."""
    for above in lineage.upwards(type_):
        if any(each.name == member for each in above.properties):
            yield f"{above.name}/{member}"
