"""Planned calls as methods, and what the runtime is told of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edmund.naming.distinct import distinct
from edmund.plan.contents import ContentForm, PlannedContent
from edmund.plan.http_bodies import PlannedBody
from edmund.plan.http_calls import PlannedCall
from edmund.plan.paging import PlannedPaging, member_type
from edmund.surface.lineage import Lineage
from edmund.surface.types import AnyJson, ListOf, Named, Nullable, Type
from edmund.targets.csharp.builder_names import BUILDERS
from edmund.targets.csharp.held_types import HeldTypes
from edmund.targets.csharp.http.shapes import Shapes
from edmund.targets.csharp.literals import doc_lines, xml_text
from edmund.targets.csharp.names import class_name
from edmund.targets.csharp.views import CallView, FieldView
from edmund.targets.prose import call_text

__all__ = ["CallNames", "HttpCalls", "KeyParameters", "LoweredCall", "key_parameters", "path_call"]

_NOTHING = "object?"
_GIVEN = ("body", "requestConfiguration", "cancellationToken")


@dataclass(frozen=True, slots=True)
class CallNames:
    """What a call is called: the stem of its methods, the class of its parameters, the iteration over its pages, and
    the stems of its forms that give a stream."""

    verb: str
    parameters: str
    iterate: str
    streams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyParameters:
    """What a method takes for the path where no chain has it: parameters, arguments, documentation, and the place
    that all of it leads to. All empty where a chain has led to the call's place."""

    parameters: str = ""
    arguments: str = ""
    docs: tuple[str, ...] = ()
    place: str = ""


_NO_KEYS = KeyParameters()


@dataclass(frozen=True, slots=True)
class LoweredCall:
    """The table of a call, and its methods: one for each C# type that its body may have."""

    field: FieldView
    methods: tuple[CallView, ...]


@dataclass(frozen=True, slots=True)
class _Body:
    """Bodies of one C# type, by their places in the table; `codec` is empty for a stream."""

    type: str
    argument: str
    codec: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HttpCalls:
    """Lowers the calls of one file's builders."""

    shapes: Shapes
    package: str
    lineage: Lineage

    def lower(
        self, call: PlannedCall, given: CallNames, keys: KeyParameters = _NO_KEYS
    ) -> Iterator[LoweredCall]:
        """A call, and once more for each stream that may come in place of its plain answer."""
        yield self._lower(call, given, given.verb, call.success.content, keys)
        for verb, content in zip(given.streams, call.success.streams, strict=True):
            yield self._lower(replace(call, paging=None), given, verb, content, keys)

    def _lower(
        self,
        call: PlannedCall,
        given: CallNames,
        verb: str,
        content: PlannedContent | None,
        keys: KeyParameters,
    ) -> LoweredCall:
        names = self.shapes.held.members.names
        field = FieldView(
            names.known("CallShape"),
            f"s_{verb[0].lower()}{verb[1:]}",
            self.shapes.call(call, content),
        )
        own = replace(given, verb=verb)
        methods = (
            self._method(call, own, content, body, field.name, keys, is_first=at == 0)
            for at, body in enumerate(tuple(self._bodies(call)) or (None,))
        )
        return LoweredCall(field, tuple(methods))

    def _method(
        self,
        call: PlannedCall,
        given: CallNames,
        content: PlannedContent | None,
        body: _Body | None,
        table: str,
        keys: KeyParameters,
        *,
        is_first: bool = True,
    ) -> CallView:
        names = self.shapes.held.members.names
        query = self._parameters(call, given.parameters)
        answer = self._answer(content)
        request = answer or _NOTHING
        pages = self._pages(call.paging, call.success.type, request)
        is_optional = body is not None and is_first and not call.body_required
        configuration = names.known("Action", names.known("RequestConfiguration", query))
        return CallView(
            doc=doc_lines(call_text(call.call)),
            verb=given.verb,
            has_body=body is not None,
            returns=names.known("Task", answer) if answer else names.known("Task"),
            request=names.known("RequestInformation", request),
            body_type="" if body is None else body.type,
            body_parameter="" if body is None else _body_parameter(body, is_optional=is_optional),
            body_argument="" if body is None else "body, ",
            configuration=configuration,
            token=names.known("CancellationToken"),
            make=keys.place + _make(request, query, body, table),
            has_pages=bool(pages) and body is None,
            pages="" if pages is None else pages[0],
            has_alias=False,
            alias="",
            items="" if pages is None else f", {pages[1]}",
            iterate=given.iterate,
            keys=keys.parameters,
            key_arguments=keys.arguments,
            key_docs=keys.docs,
        )

    def _answer(self, content: PlannedContent | None) -> str:
        """The C# type that a call gives; '' for nothing."""
        names = self.shapes.held.members.names
        if content is None:
            return ""
        if content.form is ContentForm.BYTES:
            return f"{names.known('Stream')}?"
        type_ = self.shapes.held.of(content.type)
        if content.form.is_stream:
            return f"{names.known('ItemStream', type_.argument)}?"
        return type_.optional

    def _bodies(self, call: PlannedCall) -> Iterator[_Body]:
        found: dict[str, _Body] = {}
        for at, body in enumerate(call.bodies):
            made = self._body(body, at)
            known = found.get(made.type)
            found[made.type] = made if known is None else replace(known, at=(*known.at, at))
        yield from found.values()

    def _body(self, body: PlannedBody, at: int) -> _Body:
        held = self.shapes.held
        if body.form in (ContentForm.BYTES, ContentForm.EVENTS):
            stream = held.members.names.known("Stream")
            return _Body(stream, stream, "", (at,))
        is_many = body.form.is_stream
        type_ = held.of(ListOf(body.type) if is_many else body.type)
        return _Body(type_.written, type_.argument, type_.codec, (at,))

    def _parameters(self, call: PlannedCall, cls: str) -> str:
        names = self.shapes.held.members.names
        if not call.parameters:
            return names.known("DefaultQueryParameters")
        return names.own(f"{self.package}.{BUILDERS}", cls)

    def _pages(
        self, paging: PlannedPaging | None, type_: Type | None, page: str
    ) -> tuple[str, str] | None:
        """The class of the iteration, and the expression that takes the items out of a page."""
        if paging is None or type_ is None:
            return None
        item = self.shapes.held.of(paging.item)
        pages = self.shapes.held.members.names.known("PagedItems", page, item.argument)
        return pages, self._items(paging, type_)

    def _items(self, paging: PlannedPaging, page: Type) -> str:
        """The expression that takes the items out of a page."""
        attributes = self.shapes.held.members.layout.attributes
        path, at = "page", page
        for name in paging.items:
            path += f"?.{attributes[_name(at)][name]}"
            at = member_type(at, (name,), self.lineage) or AnyJson()
        return f"page => {path}"


def path_call(call: PlannedCall, stem: str) -> CallNames:
    """What a call is called that belongs to the place where a chain is; `stem` is the place's."""
    verb = class_name(call.method.capitalize())
    streams = (f"{verb}Stream{at + 1 if at else ''}" for at in range(len(call.success.streams)))
    return CallNames(verb, f"{stem}{verb}QueryParameters", "IterateAsync", tuple(streams))


def key_parameters(call: PlannedCall, held: HeldTypes, cls: str) -> KeyParameters:
    """What the methods of the class `cls` take for the path of a call."""
    if not call.path_parameters:
        return _NO_KEYS
    labels = [each.label for each in call.path_parameters]
    names = distinct(labels, held.members.layout.spelling.parameter, _GIVEN).names
    types = {each.label: held.of(each.type) for each in call.path_parameters}
    place = "".join(
        f".With<{types[label].argument}>({names[label]}, {types[label].codec})" for label in labels
    )
    docs = (
        f'<param name="{names[each.label].removeprefix("@")}">'
        f"{xml_text(each.description or f'The value of {each.name}.')}</param>"
        for each in call.path_parameters
    )
    return KeyParameters(
        "".join(f"{types[label].written} {names[label]}, " for label in labels),
        "".join(f"{names[label]}, " for label in labels),
        tuple(docs),
        f"new {cls}(PlaceBelow(){place}).",
    )


def _make(request: str, query: str, body: _Body | None, table: str) -> str:
    """The expression that makes the request."""
    if body is None:
        return f"CallRequest<{request}, {query}>({table}, requestConfiguration)"
    places = ", ".join(map(str, body.at))
    if not body.codec:
        return f"BodyRequest<{request}, {query}>({table}, body, requestConfiguration, {places})"
    types = f"{request}, {body.argument}, {query}"
    return f"BodyRequest<{types}>({table}, body, {body.codec}, requestConfiguration, {places})"


def _body_parameter(body: _Body, *, is_optional: bool) -> str:
    return f"{body.type}? body = default" if is_optional else f"{body.type} body"


def _name(type_: Type) -> str:
    plain = type_.type if isinstance(type_, Nullable) else type_
    return plain.name if isinstance(plain, Named) else ""
