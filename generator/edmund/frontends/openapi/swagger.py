"""Operations of Swagger 2.0, read as those of 3.x are: bodies and forms by media type, answers with contents.

Nothing is rewritten: a parameter that is no body is its own schema, so every place stays that of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.document import (
    Body,
    Encoding,
    Header,
    MediaType,
    Operation,
    Parameter,
    Response,
)
from edmund.frontends.openapi.findings import Code
from edmund.frontends.openapi.members import Reading, flag, list_of, object_of, text, texts
from edmund.frontends.openapi.operations import (
    all_parameters,
    located,
    read_pages,
    read_responses,
)
from edmund.frontends.openapi.security import Security
from edmund.suggestions import suggestion
from edmund.surface.exchange import Location, Server, Style

__all__ = ["SwaggerParameters", "read_swagger_operation", "swagger_parameters"]

_JSON = ("application/json",)
_MULTIPART = "multipart/form-data"
_FORM = "application/x-www-form-urlencoded"
_LOCATIONS = {
    "path": Location.PATH,
    "query": Location.QUERY,
    "header": Location.HEADER,
}
_COLLECTIONS = {
    "csv": (Style.FORM, False),
    "ssv": (Style.SPACE_DELIMITED, False),
    "tsv": (Style.TAB_DELIMITED, False),
    "pipes": (Style.PIPE_DELIMITED, False),
    "multi": (Style.FORM, True),
}


@dataclass(frozen=True, slots=True)
class SwaggerParameters:
    """What the one list of Swagger 2.0 holds: parameters, the body and the fields of a form."""

    parameters: tuple[Parameter, ...] = ()
    body: Node | None = None
    fields: tuple[Node, ...] = ()

    def over(self, shared: SwaggerParameters) -> SwaggerParameters:
        """The body and fields of an operation over those of its path; parameters are its own alone."""
        names = {field.said("name") for field in self.fields}
        inherited = tuple(field for field in shared.fields if field.said("name") not in names)
        return SwaggerParameters(
            self.parameters, self.body or shared.body, (*inherited, *self.fields)
        )


def swagger_parameters(holder: Node, reading: Reading) -> SwaggerParameters:
    """The parameters that a path item or operation names."""
    parameters: list[Parameter] = []
    body: Node | None = None
    fields: list[Node] = []
    for given in list_of(holder, "parameters", reading):
        node = reading.followed(given)
        if node is None:
            continue
        said = node.said("in")
        if said == "body":
            if body is not None:
                reading.findings.error(Code.REPEATED, "a call has one body, and here are two", node)
            body = node
        elif said == "formData" and isinstance(node.said("name"), str):
            fields.append(node)
        else:
            named = located(node, _LOCATIONS, reading)
            if named is not None:
                parameters.append(_parameter(*named, node, reading))
    return SwaggerParameters(tuple(parameters), body, tuple(fields))


def _parameter(name: str, location: Location, node: Node, reading: Reading) -> Parameter:
    required = flag(node, "required", reading)
    if location is Location.PATH and not required:
        message = f"the path parameter '{name}' is required, as all are"
        reading.findings.warning(Code.PATH, message, node)
        required = True
    style, explode = _collection(node, reading)
    if location in (Location.PATH, Location.HEADER) and style is Style.FORM:
        style, explode = Style.SIMPLE, False
    return Parameter(
        name,
        location,
        required,
        style,
        explode,
        allow_reserved=False,
        schema=node,
        media_type=None,
        description=text(node, "description", reading),
        deprecated=False,
        node=node,
    )


def _collection(node: Node, reading: Reading) -> tuple[Style, bool]:
    said = text(node, "collectionFormat", reading) or "csv"
    if said not in _COLLECTIONS:
        message = f"the collectionFormat '{said}' is none that there is; csv is taken"
        hint = suggestion(said, _COLLECTIONS)
        reading.findings.warning(Code.SHAPE, message, node.at("collectionFormat"), hint=hint)
    return _COLLECTIONS.get(said, _COLLECTIONS["csv"])


def read_swagger_operation(
    method: str,
    given: Node,
    template: str | None,
    shared: SwaggerParameters,
    servers: tuple[Server, ...],
    security: Security,
    reading: Reading,
) -> Operation | None:
    """One operation; `template` is None where there is no path of the service's own."""
    node = reading.followed_object(given, "an operation")
    if node is None:
        return None
    own = swagger_parameters(node, reading).over(shared)
    root = reading.library.main.root
    consumes = _media_types(node, "consumes", root, reading)
    produces = _media_types(node, "produces", root, reading)

    def response(status: str, answer: Node, reading: Reading) -> Response:
        return _response(status, answer, produces or _JSON, reading)

    return Operation(
        method,
        text(node, "operationId", reading),
        text(node, "summary", reading),
        text(node, "description", reading),
        texts(node, "tags", reading),
        flag(node, "deprecated", reading),
        all_parameters(node, shared.parameters, own.parameters, template, reading),
        _body(own, consumes, node, reading),
        read_responses(node, response, reading),
        security.of(node, reading),
        servers,
        (),
        node,
        read_pages(node, reading),
    )


def _media_types(node: Node, key: str, root: Node, reading: Reading) -> tuple[str, ...]:
    """The media types of an operation, which replace those of the description, even by none."""
    return texts(node if node.get(key) is not None else root, key, reading)


def _body(
    own: SwaggerParameters, consumes: Iterable[str], operation: Node, reading: Reading
) -> Body | None:
    if own.body is not None:
        node = own.body
        schema = node.get("schema")
        contents = tuple(
            MediaType(name, schema, None, (), node) for name in tuple(consumes) or _JSON
        )
        required = flag(node, "required", reading)
        return Body(contents, required, text(node, "description", reading), node)
    if not own.fields:
        return None
    form = _form(own.fields, operation, reading)
    names = tuple(name for name in consumes if name in (_FORM, _MULTIPART))
    if not names:
        has_file = any(field.said("type") == "file" for field in own.fields)
        names = (_MULTIPART,) if has_file else (_FORM,)
    encodings = tuple(_encodings(own.fields, reading))
    contents = tuple(MediaType(name, form, None, encodings, operation) for name in names)
    required = any(field.said("required") is True for field in own.fields)
    return Body(contents, required, None, operation)


def _form(fields: Iterable[Node], operation: Node, reading: Reading) -> Node:
    """The fields of a form as one object, whose parts are where they were."""
    properties: dict[str, object] = {}
    required: list[str] = []
    moved = {"": operation.source.pointer(operation.pointer)}
    for field in fields:
        name = str(field.said("name"))
        properties[name] = field.value
        if field.said("required") is True:
            required.append(name)
        escaped = name.replace("~", "~0").replace("/", "~1")
        if field.source is operation.source:
            moved[f"/properties/{escaped}"] = field.source.pointer(field.pointer)
    value = {"type": "object", "properties": properties, "required": required}
    return reading.library.derived(operation.source, value, moved).root


def _encodings(fields: Iterable[Node], reading: Reading) -> Iterator[Encoding]:
    for field in fields:
        if field.get("collectionFormat") is not None:
            style, explode = _collection(field, reading)
            yield Encoding(str(field.said("name")), (), style, explode, ())


def _response(status: str, node: Node, produces: Iterable[str], reading: Reading) -> Response:
    schema = node.get("schema")
    contents = (
        ()
        if schema is None
        else tuple(MediaType(name, schema, None, (), node) for name in produces)
    )
    headers = object_of(node, "headers", reading)
    return Response(
        status,
        contents,
        tuple(
            Header(name, each, required=False, description=text(each, "description", reading))
            for name, each in (headers.members() if headers is not None else ())
        ),
        text(node, "description", reading),
        node,
    )
