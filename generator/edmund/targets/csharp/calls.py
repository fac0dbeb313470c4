"""Calls as methods: the one that sends, and the one that makes the request without sending it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from edmund.plan.odata_exchange import AnswerForm, BodyForm, Purpose, answer_of, body_of, purpose_of
from edmund.surface.elements import Call, CallKind, Resource, Surface
from edmund.surface.type_parts import name_of
from edmund.surface.types import Type
from edmund.targets.csharp.builder_names import BUILDERS, BuilderNames, Payload
from edmund.targets.csharp.literals import doc_lines, string_literal
from edmund.targets.csharp.members import Members
from edmund.targets.csharp.options import OptionSet, option_set
from edmund.targets.csharp.views import CallView
from edmund.targets.prose import call_text

__all__ = ["Calls"]

_SHORT = {
    CallKind.CREATE: "CreateRequest",
    CallKind.UPDATE: "UpdateRequest",
    CallKind.REPLACE: "ReplaceRequest",
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """`type` is the answer's C# type, empty for nothing; `model` says that it is a model's class.

    `item` is the type of a page's items where the answer may go on.
    """

    type: str
    model: bool = False
    item: str = ""
    stream: bool = False


@dataclass(frozen=True, slots=True)
class _Body:
    """`declared` is the schema name that decides whether `@odata.type` must be sent; empty for a stream."""

    type: str
    declared: str
    stream: bool = False
    json: bool = False
    collection: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Calls:
    """Lowers the calls of one file's builders; `keep` takes the option sets that they name."""

    surface: Surface
    members: Members
    names: BuilderNames
    keep: Callable[[OptionSet], None]

    def lower(self, resource: Resource, call: Call) -> CallView:
        """One call as methods."""
        names = self.members.names
        stem = self.names.classes[resource.id].removesuffix("RequestBuilder")
        item = self._model(call.returns)
        options = option_set(call, stem, resource)
        if options.custom and item and call.returns is not None:
            options = replace(options, item=name_of(call.returns))
        self.keep(options)
        query = self._query(options, item)
        answer, body = self._answer(resource, call), self._body(resource, call)
        verb = call.method.value.capitalize()
        request = answer.type or "object?"
        make = self._make(call, answer, body, query)
        has_pages = bool(answer.item)
        page = answer.type.removesuffix("?")
        wrapper = self.names.answers.get(resource.id)
        return CallView(
            doc=doc_lines(call_text(call)),
            verb=verb,
            has_body=body is not None,
            returns=names.known("Task", answer.type) if answer.type else names.known("Task"),
            request=names.known("RequestInformation", request),
            body_type="" if body is None else body.type,
            body_parameter="" if body is None else _body_parameter(body),
            body_argument="" if body is None else "body, ",
            configuration=self._configuration(query),
            token=names.known("CancellationToken"),
            make=make,
            has_pages=has_pages,
            pages=names.known("PagedItems", page, answer.item) if has_pages else "",
            has_alias=call.kind is CallKind.INVOKE and wrapper is not None,
            alias="" if wrapper is None else f"{verb}As{wrapper.official}Async",
        )

    def _query(self, options: OptionSet, item: str) -> str:
        """The class of the options; of queries as code it is asked for by the type of what comes."""
        names = self.members.names
        if options.is_generated:
            own = names.own(f"{self.members.package}.{BUILDERS}", options.name)
            return f"{own}<{item or names.known('Model')}>" if options.is_generic else own
        if options.is_generic and item:
            return names.known(options.name, item)
        return names.known(options.name)

    def _model(self, returned: Type | None) -> str:
        """The class of the objects that come; empty where there are none."""
        if returned is None:
            return ""
        written, accessor, _ = self.members.type_name(name_of(returned))
        return written if accessor.startswith("Model<") else ""

    def _configuration(self, query: str) -> str:
        names = self.members.names
        return names.known("Action", names.known("RequestConfiguration", query))

    def _answer(self, resource: Resource, call: Call) -> _Answer:
        names = self.members.names
        planned = answer_of(call, self.surface.types, self.members.layout.pages)
        name = planned.type or ""
        item = self._item(name) if planned.iterable and name else ""
        match planned.form:
            case AnswerForm.NOTHING:
                return _Answer("")
            case AnswerForm.COUNT:
                return _Answer("int?")
            case AnswerForm.REFERENCE:
                return _Answer("string?")
            case AnswerForm.REFERENCES:
                return _Answer(f"{names.known('StringCollectionResponse')}?", True, "string")
            case AnswerForm.STREAM:
                return _Answer(f"{names.known('Stream')}?", stream=True)
            case AnswerForm.WRAPPED:
                return _Answer(f"{self._payload(self.names.answers[resource.id])}?", True, item)
            case AnswerForm.PAGE:
                return _Answer(f"{self._page(name)}?", True, item)
            case AnswerForm.COLLECTION | AnswerForm.VALUE:
                return _Answer(f"{names.known('JsonNode')}?")
        written, accessor, _ = self.members.type_name(name)
        return _Answer(f"{written}?", accessor.startswith("Model<"))

    def _page(self, name: str) -> str:
        place = self.members.layout.pages[name]
        below = f".{place.namespace}" if place.namespace else ""
        return self.members.names.own(f"{self.members.package}.Models{below}", place.cls)

    def _payload(self, payload: Payload) -> str:
        namespace, cls = payload.place
        return self.members.names.own(f"{self.members.package}.{namespace}", cls)

    def _item(self, name: str) -> str:
        written, _, is_value = self.members.type_name(name)
        return f"{written}?" if is_value else written

    def _body(self, resource: Resource, call: Call) -> _Body | None:
        names, planned = self.members.names, body_of(call)
        if planned is None:
            return None
        name = planned.type or ""
        match planned.form:
            case BodyForm.NEW_REFERENCE:
                return _Body(names.known("ReferenceCreate"), "reference")
            case BodyForm.REFERENCE:
                return _Body(names.known("ReferenceUpdate"), "reference")
            case BodyForm.PARAMETERS:
                payload = self.names.bodies[resource.id]
                own = self._payload(payload)
                return _Body(own, payload.operation, optional=planned.optional)
            case BodyForm.STREAM:
                return _Body(names.known("Stream"), "", stream=True)
        written, accessor, _ = self.members.type_name(name)
        if planned.form is BodyForm.COLLECTION:
            return _Body(names.known("List", written), name, collection=written)
        if not accessor.startswith("Model<"):
            return _Body(names.known("JsonNode"), name, json=True)
        return _Body(written, name)

    def _make(self, call: Call, answer: _Answer, body: _Body | None, query: str) -> str:
        """The expression that makes the request."""
        model = answer.type.removesuffix("?")
        method = string_literal(call.method.value)
        rest = "requestConfiguration"
        if body is None:
            return self._make_without_body(call, answer, query, method)
        if body.stream:
            if answer.model:
                return f"UploadRequest<{model}, {query}>({method}, body, {rest})"
            kind = "StreamUploadRequest" if answer.stream else "SilentUploadRequest"
            return f"{kind}<{query}>({method}, body, {rest})"
        if body.json:
            return f"ValueUploadRequest<{query}>({method}, body, {rest})"
        purpose = string_literal(_purpose(call))
        if body.collection:
            answered = model if answer.model else self.members.names.known("Model")
            types = f"{answered}, {body.collection}, {query}"
            return f"CollectionRequest<{types}>({method}, {purpose}, body, {rest})"
        short = _SHORT.get(call.kind)
        if short is not None and body.type == model:
            return f"{short}<{model}, {query}>(body, {rest})"
        declared = string_literal(body.declared)
        arguments = f"({method}, {purpose}, body, {declared}, {rest})"
        if answer.model:
            made = f"BodyRequest<{model}, {query}>{arguments}"
        elif not answer.type:
            made = f"SilentRequest<{query}>{arguments}"
        else:
            kind = "StreamRequest" if answer.stream else "ValueRequest"
            made = f"{kind}<{query}>{arguments}"
        if body.optional:
            without = self._make_without_body(call, answer, query, method)
            return f"body is null ? {without} : {made}"
        return made

    def _make_without_body(self, call: Call, answer: _Answer, query: str, method: str) -> str:
        model = answer.type.removesuffix("?")
        rest = "(requestConfiguration)"
        match call.kind:
            case CallKind.COUNT:
                return f"CountRequest<{query}>{rest}"
            case CallKind.READ_REFERENCE:
                return f"ReferenceRequest<{query}>{rest}"
            case CallKind.DELETE | CallKind.REMOVE_REFERENCE:
                return f"DeleteRequest<{query}>{rest}"
        if answer.model and method == '"GET"':
            return f"ReadRequest<{model}, {query}>{rest}"
        if answer.model:
            return f"AnsweredRequest<{model}, {query}>({method}, requestConfiguration)"
        if not answer.type:
            return f"PlainRequest<{query}>({method}, requestConfiguration)"
        kind = "StreamRequest" if answer.stream else "ValueRequest"
        return f"{kind}<{query}>({method}, requestConfiguration)"


def _purpose(call: Call) -> str:
    """What the runtime checks the body for; the parameters of an action have rules of their own."""
    purpose = purpose_of(call)
    return "" if purpose in (None, Purpose.INVOKE) else purpose.value


def _body_parameter(body: _Body) -> str:
    return f"{body.type}? body = default" if body.optional else f"{body.type} body"
