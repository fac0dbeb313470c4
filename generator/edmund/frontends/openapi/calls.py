"""From operations of a Document to calls of the surface."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from edmund.frontends.openapi.document import (
    Encoding,
    Header,
    MediaType,
    Operation,
    Parameter,
    Response,
)
from edmund.frontends.openapi.schemas.builder import SchemaTypes
from edmund.surface.elements import Call, CallKind, HttpMethod
from edmund.surface.exchange import (
    Answer,
    AnswerHeader,
    CallParameter,
    Content,
    HttpCall,
    Part,
    RequestContent,
)
from edmund.surface.media_types import is_json
from edmund.surface.types import AnyJson, Deprecation, ListOf, Nullable, Primitive, Type

__all__ = ["Calls", "parameter_type"]

_TEXT = Primitive("Edm.String")
_STREAM = Primitive("Edm.Stream")
_METHODS = {method.value: method for method in HttpMethod if method is not HttpMethod.OTHER}
_KINDS = {
    "GET": CallKind.READ,
    "PUT": CallKind.REPLACE,
    "PATCH": CallKind.UPDATE,
    "DELETE": CallKind.DELETE,
}


def parameter_type(parameter: Parameter, types: SchemaTypes) -> Type:
    """The type of a parameter's value; text where nothing is said."""
    return _TEXT if parameter.schema is None else types.type_at(parameter.schema)


class Calls:
    """Makes calls; their types are made by `types`."""

    def __init__(self, types: SchemaTypes) -> None:
        self._types = types

    def call(self, operation: Operation, path: str) -> Call:
        """The call that an operation of the path `path` is."""
        answers = tuple(map(self._answer, operation.responses))
        content = None
        if operation.body is not None and operation.body.contents:
            body = operation.body
            content = RequestContent(
                tuple(map(self._content, body.contents)), body.required, body.description
            )
        returns = success_type(answers)
        return Call(
            _kind(operation.method, returns),
            _METHODS.get(operation.method, HttpMethod.OTHER),
            body=None if content is None else content_type(content.contents),
            returns=returns,
            description=operation.summary or operation.description,
            long_description=operation.description if operation.summary else None,
            deprecation=Deprecation() if operation.deprecated else None,
            http=HttpCall(
                operation.method,
                path,
                tuple(map(self._parameter, operation.parameters)),
                content,
                answers,
                operation.security,
                operation.servers,
                operation.id,
                operation.tags,
                pages=operation.pages,
            ),
            span=operation.node.span,
        )

    def with_callbacks(self, call: Call, operation: Operation) -> Call:
        """The call of an operation with what the service calls because of it."""
        assert call.http is not None, "it was made here"
        made = (
            self.call(each, item.template).http
            for item in operation.callbacks
            for each in item.operations
        )
        callbacks = tuple(http for http in made if http is not None)
        return replace(call, http=replace(call.http, callbacks=callbacks))

    def _parameter(self, parameter: Parameter) -> CallParameter:
        return CallParameter(
            parameter.name,
            parameter.location,
            parameter_type(parameter, self._types),
            parameter.required,
            parameter.style,
            parameter.explode,
            parameter.allow_reserved,
            parameter.media_type,
            parameter.description,
            parameter.deprecated,
            None if parameter.schema is None else self._types.default_at(parameter.schema),
            span=parameter.node.span,
        )

    def _content(self, media_type: MediaType) -> Content:
        return Content(
            media_type.name,
            None if media_type.schema is None else self._types.type_at(media_type.schema),
            None if media_type.item_schema is None else self._types.type_at(media_type.item_schema),
            tuple(map(self._part, media_type.encodings)),
        )

    def _part(self, encoding: Encoding) -> Part:
        return Part(
            encoding.property,
            encoding.media_types,
            encoding.style,
            encoding.explode,
            tuple(self._headers(encoding.headers)),
            encoding.allow_reserved,
        )

    def _headers(self, headers: Iterable[Header]) -> Iterable[AnswerHeader]:
        for header in headers:
            type_ = _TEXT if header.schema is None else self._types.type_at(header.schema)
            yield AnswerHeader(header.name, type_, header.required, header.description)

    def _answer(self, response: Response) -> Answer:
        return Answer(
            response.status,
            tuple(map(self._content, response.contents)),
            tuple(self._headers(response.headers)),
            response.description,
            response.node.span,
        )


def success_type(answers: Sequence[Answer]) -> Type | None:
    """What a call answers when all goes well: of the lowest status of success that has a body, else of `default`."""
    good = sorted((each for each in answers if each.success), key=lambda each: each.status)
    if not good:
        good = [each for each in answers if each.status == "default"]
    for answer in good:
        if answer.contents:
            return content_type(answer.contents)
    return None


def content_type(contents: Sequence[Content]) -> Type:
    """The type of a body: as JSON where it can be, as text, else as bytes."""
    for content in contents:
        if is_json(content.media_type):
            return AnyJson() if content.type is None else content.type
    first = contents[0]
    if first.media_type.startswith("text/") and first.type is not None:
        return first.type
    return _STREAM if not first.media_type.startswith("text/") else _TEXT


def _kind(method: str, returns: Type | None) -> CallKind:
    plain = returns.type if isinstance(returns, Nullable) else returns
    if method == "GET" and isinstance(plain, ListOf):
        return CallKind.LIST
    return _KINDS.get(method, CallKind.CALL)
