"""Operations of OpenAPI 3.x (3.2.0, sections 4.9 to 4.19)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

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
from edmund.frontends.openapi.security import Security
from edmund.frontends.openapi.servers import read_servers
from edmund.suggestions import suggestion
from edmund.surface.exchange import Location, Pages, Paging, Server, Style

__all__ = [
    "all_parameters",
    "located",
    "path_names",
    "read_operation",
    "read_pages",
    "read_responses",
    "shared_parameters",
]

_LOCATIONS = {each.value: each for each in Location}
_STYLES = {each.value: each for each in Style}
_DEFAULT_STYLES = {
    Location.PATH: Style.SIMPLE,
    Location.QUERY: Style.FORM,
    Location.HEADER: Style.SIMPLE,
    Location.COOKIE: Style.FORM,
    Location.QUERY_STRING: Style.CONTENT,
}
_EXPLODED = frozenset({Style.FORM, Style.COOKIE, Style.DEEP_OBJECT})
_STATUS = re.compile(r"[1-5](?:[0-9][0-9]|XX)|default")
_BRACES = re.compile(r"\{([^{}]*)\}")
# Headers that are set by what a call is, not by parameters (section 4.12.1).
_RESERVED_HEADERS = frozenset({"accept", "content-type", "authorization"})


def path_names(template: str) -> tuple[str, ...]:
    """The names in braces of a path."""
    return tuple(_BRACES.findall(template))


def shared_parameters(item: Node, reading: Reading) -> tuple[Parameter, ...]:
    """The parameters of a path item, which all its operations have."""
    return tuple(_parameters(item, reading))


def read_operation(
    method: str,
    given: Node,
    template: str | None,
    shared: tuple[Parameter, ...],
    servers: tuple[Server, ...],
    security: Security,
    reading: Reading,
) -> Operation | None:
    """One operation; `template` is None where there is no path of the service's own."""
    node = reading.followed_object(given, "an operation")
    if node is None:
        return None
    return Operation(
        method,
        text(node, "operationId", reading),
        text(node, "summary", reading),
        text(node, "description", reading),
        texts(node, "tags", reading),
        flag(node, "deprecated", reading),
        all_parameters(node, shared, _parameters(node, reading), template, reading),
        _body(node, reading),
        read_responses(node, _response, reading),
        security.of(node, reading),
        read_servers(node, reading) or servers,
        (),
        node,
        read_pages(node, reading),
    )


def read_pages(operation: Node, reading: Reading) -> Pages | None:
    """How pages follow each other by `x-ms-pageable` (AutoRest's extensions); None where it is not said."""
    pageable = object_of(operation, "x-ms-pageable", reading)
    next_link = None if pageable is None else text(pageable, "nextLinkName", reading)
    if pageable is None or not next_link:
        return None
    items = text(pageable, "itemName", reading) or "value"
    return Pages(Paging.NEXT_LINK, (items,), (next_link,))


# Parameters


def _parameters(holder: Node, reading: Reading) -> Iterator[Parameter]:
    for given in list_of(holder, "parameters", reading):
        node = reading.followed(given)
        if node is None:
            continue
        named = located(node, _LOCATIONS, reading)
        if named is None:
            continue
        name, location = named
        if location is Location.HEADER and name.lower() in _RESERVED_HEADERS:
            continue
        yield _parameter(name, location, node, reading)


def located(
    node: Node, locations: dict[str, Location], reading: Reading
) -> tuple[str, Location] | None:
    """The name and location of a parameter; None, and told, when it does not say them."""
    if not isinstance(node.value, dict):
        reading.findings.error(Code.SHAPE, "a parameter is an object", node)
        return None
    name = text(node, "name", reading)
    said = text(node, "in", reading)
    location = locations.get(said or "")
    if location is Location.QUERY_STRING and name is None:
        name = "query"
    if name is None or said is None:
        reading.findings.error(Code.MISSING, "a parameter has no 'name' or no 'in'", node)
        return None
    if location is None:
        message = f"the parameter '{name}' is in '{said}', which there is not"
        reading.findings.error(Code.SHAPE, message, node, hint=suggestion(said, locations))
        return None
    return name, location


def _parameter(name: str, location: Location, node: Node, reading: Reading) -> Parameter:
    required = flag(node, "required", reading)
    if location is Location.PATH and not required:
        message = f"the path parameter '{name}' is required, as all are"
        reading.findings.warning(Code.PATH, message, node)
        required = True
    contents = tuple(_contents(node, reading))
    style = _style(node, reading) or _DEFAULT_STYLES[location]
    if contents:
        style = Style.CONTENT
    return Parameter(
        name,
        location,
        required,
        style,
        flag(node, "explode", reading, default=style in _EXPLODED),
        flag(node, "allowReserved", reading),
        contents[0].schema if contents else node.get("schema"),
        contents[0].name if contents else None,
        text(node, "description", reading),
        flag(node, "deprecated", reading),
        node,
    )


def _style(node: Node, reading: Reading) -> Style | None:
    said = text(node, "style", reading)
    if said is None:
        return None
    style = _STYLES.get(said)
    if style is None:
        message = f"the style '{said}' is none that there is; the default is taken"
        reading.findings.warning(
            Code.SHAPE, message, node.at("style"), hint=suggestion(said, _STYLES)
        )
    return style


def all_parameters(
    operation: Node,
    shared: Iterable[Parameter],
    own: Iterable[Parameter],
    template: str | None,
    reading: Reading,
) -> tuple[Parameter, ...]:
    """The parameters of an operation: those of its path, overridden by its own, the path's first in order.

    What the braces of the path and the parameters say must be the same; both kinds of difference
    are told, and the braces count.
    """
    found: dict[tuple[str, Location], Parameter] = {}
    for parameter in shared:
        found[parameter.name, parameter.location] = parameter
    seen: set[tuple[str, Location]] = set()
    for parameter in own:
        key = (parameter.name, parameter.location)
        if key in seen:
            message = f"the parameter '{parameter.name}' is there twice; the first one counts"
            reading.findings.warning(Code.REPEATED, message, parameter.node)
            continue
        seen.add(key)
        found[key] = parameter
    if template is None:
        return tuple(found.values())
    names = path_names(template)
    for name in names:
        if (name, Location.PATH) not in found:
            message = (
                f"the path has '{{{name}}}', and there is no such parameter; it is taken for text"
            )
            reading.findings.warning(Code.PATH, message, operation)
            found[name, Location.PATH] = _undeclared(name, operation)
    for name, location in list(found):
        if location is Location.PATH and name not in names:
            message = f"the path has no '{{{name}}}'; the parameter is left out"
            hint = suggestion(name, names)
            reading.findings.warning(Code.PATH, message, found[name, location].node, hint=hint)
            del found[name, location]
    return tuple(found.values())


def _undeclared(name: str, operation: Node) -> Parameter:
    return Parameter(
        name,
        Location.PATH,
        required=True,
        style=Style.SIMPLE,
        explode=False,
        allow_reserved=False,
        schema=None,
        media_type=None,
        description=None,
        deprecated=False,
        node=operation,
    )


# Bodies and answers


def _body(operation: Node, reading: Reading) -> Body | None:
    given = object_of(operation, "requestBody", reading)
    node = None if given is None else reading.followed(given)
    if node is None:
        return None
    contents = tuple(_contents(node, reading))
    if not contents:
        message = "the request body has no 'content'"
        reading.findings.warning(Code.MISSING, message, node)
    return Body(contents, flag(node, "required", reading), text(node, "description", reading), node)


def _contents(holder: Node, reading: Reading) -> Iterator[MediaType]:
    content = object_of(holder, "content", reading)
    for name, given in content.members() if content is not None else ():
        node = reading.followed(given)
        if node is None or node.value is None:
            continue
        if not isinstance(node.value, dict):
            reading.findings.error(Code.SHAPE, f"the content '{name}' is an object", node)
            continue
        yield MediaType(
            name,
            node.get("schema"),
            node.get("itemSchema"),
            tuple(_encodings(node, reading)),
            node,
        )


def _encodings(media_type: Node, reading: Reading) -> Iterator[Encoding]:
    encodings = object_of(media_type, "encoding", reading)
    for name, node in encodings.members() if encodings is not None else ():
        said = text(node, "contentType", reading) or ""
        yield Encoding(
            name,
            tuple(each.strip() for each in said.split(",") if each.strip()),
            _style(node, reading),
            flag(node, "explode", reading) if node.get("explode") is not None else None,
            tuple(_headers(node, reading)),
            flag(node, "allowReserved", reading),
        )


def _headers(holder: Node, reading: Reading) -> Iterator[Header]:
    headers = object_of(holder, "headers", reading)
    for name, given in headers.members() if headers is not None else ():
        node = reading.followed(given)
        if node is None or name.lower() == "content-type":
            continue
        contents = tuple(_contents(node, reading))
        schema = contents[0].schema if contents else node.get("schema")
        yield Header(
            name, schema, flag(node, "required", reading), text(node, "description", reading)
        )


def read_responses(
    operation: Node, read: Callable[[str, Node, Reading], Response], reading: Reading
) -> tuple[Response, ...]:
    """The answers of an operation by status, each read by `read`."""
    responses = object_of(operation, "responses", reading)
    if responses is None:
        if not reading.version.is_json_schema:
            reading.findings.warning(
                Code.MISSING, "the operation does not say what it answers", operation
            )
        return ()
    found: list[Response] = []
    for status, given in responses.members():
        if status.startswith("x-"):
            continue
        normal = status if status == "default" else status.upper()
        if not _STATUS.fullmatch(normal):
            message = f"'{status}' is no status, range of statuses or 'default'; it is left out"
            reading.findings.warning(Code.STATUS, message, given)
            continue
        node = reading.followed_object(given, f"the answer '{status}'")
        if node is not None:
            found.append(read(normal, node, reading))
    return tuple(found)


def _response(status: str, node: Node, reading: Reading) -> Response:
    return Response(
        status,
        tuple(_contents(node, reading)),
        tuple(_headers(node, reading)),
        text(node, "description", reading),
        node,
    )
