"""Planned calls as methods, and what the runtime is told of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edmund.plan.contents import ContentForm, PlannedContent
from edmund.plan.http_bodies import PlannedBody
from edmund.plan.http_calls import PlannedCall
from edmund.plan.paging import PlannedPaging, member_type
from edmund.surface.lineage import Lineage
from edmund.surface.types import AnyJson, ListOf, Named, Nullable, Type
from edmund.targets.csharp.builder_names import BUILDERS
from edmund.targets.csharp.http.shapes import Shapes
from edmund.targets.csharp.literals import doc_lines
from edmund.targets.csharp.names import class_name
from edmund.targets.csharp.views import CallView, FieldView
from edmund.targets.prose import call_text

__all__ = ["HttpCalls", "LoweredCall", "parameters_class"]

_NOTHING = "object?"


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

    def lower(self, call: PlannedCall, stem: str) -> Iterator[LoweredCall]:
        """A call, and once more for each stream that may come in place of its plain answer."""
        verb = class_name(call.method.capitalize())
        yield self._lower(call, stem, verb, call.success.content)
        streams = list(call.success.streams)
        for at, content in enumerate(streams):
            number = "" if at == 0 else str(at + 1)
            plain = replace(call, paging=None)
            yield self._lower(plain, stem, f"{verb}Stream{number}", content)

    def _lower(
        self, call: PlannedCall, stem: str, verb: str, content: PlannedContent | None
    ) -> LoweredCall:
        names = self.shapes.held.members.names
        field = FieldView(
            names.known("CallShape"),
            f"s_{verb[0].lower()}{verb[1:]}",
            self.shapes.call(call, content),
        )
        bodies = tuple(self._bodies(call))
        query = self._parameters(call, stem)
        if not bodies:
            return LoweredCall(field, (self._method(call, verb, content, query, None, field.name),))
        methods = (
            self._method(call, verb, content, query, body, field.name, is_first=at == 0)
            for at, body in enumerate(bodies)
        )
        return LoweredCall(field, tuple(methods))

    def _method(
        self,
        call: PlannedCall,
        verb: str,
        content: PlannedContent | None,
        query: str,
        body: _Body | None,
        table: str,
        *,
        is_first: bool = True,
    ) -> CallView:
        names = self.shapes.held.members.names
        answer = self._answer(content)
        request = answer or _NOTHING
        pages = self._pages(call.paging, call.success.type, request)
        is_optional = body is not None and is_first and not call.body_required
        configuration = names.known("Action", names.known("RequestConfiguration", query))
        return CallView(
            doc=doc_lines(call_text(call.call)),
            verb=verb,
            has_body=body is not None,
            returns=names.known("Task", answer) if answer else names.known("Task"),
            request=names.known("RequestInformation", request),
            body_type="" if body is None else body.type,
            body_parameter="" if body is None else _body_parameter(body, is_optional=is_optional),
            body_argument="" if body is None else "body, ",
            configuration=configuration,
            token=names.known("CancellationToken"),
            make=_make(request, query, body, table),
            has_pages=bool(pages) and body is None,
            pages="" if pages is None else pages[0],
            has_alias=False,
            alias="",
            items="" if pages is None else f", {pages[1]}",
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

    def _parameters(self, call: PlannedCall, stem: str) -> str:
        names = self.shapes.held.members.names
        if not call.parameters:
            return names.known("DefaultQueryParameters")
        return names.own(f"{self.package}.{BUILDERS}", parameters_class(call, stem))

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


def parameters_class(call: PlannedCall, stem: str) -> str:
    """The class of a call's parameters, where it has any."""
    return f"{stem}{class_name(call.method.capitalize())}QueryParameters"


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
