"""A whole service as an OpenAPI 3.1 document by OASIS's OData to OpenAPI Mapping (Version 1.0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edmund.conversions.openapi_calls import Operations
from edmund.conversions.openapi_paths import Listed, Place, listed_paths
from edmund.conversions.openapi_shapes import Shapes
from edmund.conversions.schema_values import JsonObject, value_schema
from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.surface.elements import Surface

__all__ = ["MOST_PATHS", "ServiceInfo", "openapi_of"]

MOST_PATHS = 100_000
"""Paths of one document; Microsoft Graph has 24,000. What is beyond is left out with a warning."""


@dataclass(frozen=True, slots=True)
class ServiceInfo:
    """What the description says of the service as a whole. `place` is where diagnostics point."""

    title: str
    version: str = "0.1.0"
    description: str | None = None
    server: str | None = None
    place: Span | None = None


def openapi_of(
    surface: Surface, info: ServiceInfo, most: int = MOST_PATHS
) -> tuple[JsonObject, tuple[Diagnostic, ...]]:
    """The document, and a warning (EDM180) when there are more paths than are written."""
    shapes = Shapes(surface.types, surface.version)
    operations = Operations(shapes)
    paths: dict[str, JsonObject] = {}
    tags: dict[str, str | None] = {}
    found: list[Diagnostic] = []
    for count, listed in enumerate(listed_paths(surface, most + 1)):
        if count == most:
            message = f"there are more than {most} paths; the others are left out"
            found.append(Diagnostic("EDM180", Severity.WARNING, message, info.place))
            break
        tags.setdefault(listed.tag, listed.edges[0].description)
        _add(paths.setdefault(listed.path, {}), listed, shapes, operations)
    if paths:
        paths["/$batch"] = {"post": _BATCH}
        tags["Batch Requests"] = None
    schemas = {**shapes.schemas.schemas(), **shapes.components()}
    document: JsonObject = {
        "openapi": "3.1.0",
        "info": _info(info),
        "servers": [{"url": info.server or "/"}],
        "tags": [_tag(name, text) for name, text in tags.items()],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "parameters": shapes.parameters,
            "responses": {"error": _ERROR},
        },
    }
    return document, tuple(found)


def _add(item: JsonObject, listed: Listed, shapes: Shapes, operations: Operations) -> None:
    """The operations of a path. Where overloads share one, the first of a method is written."""
    parameters = [
        {
            "name": each.name,
            "in": "path",
            "required": True,
            **({"description": each.description} if each.description else {}),
            "schema": value_schema(each.type, shapes.schemas.refer),
        }
        for each in listed.parameters
        if each.place is Place.PATH
    ]
    if parameters and "parameters" not in item:
        item["parameters"] = parameters
    for call in listed.resource.calls:
        method = call.method.value.lower()
        if method not in item:
            item[method] = operations.operation(listed, call)


def _info(info: ServiceInfo) -> JsonObject:
    made: JsonObject = {"title": info.title, "version": info.version}
    if info.description is not None:
        made["description"] = info.description
    return made


def _tag(name: str, description: str | None) -> JsonObject:
    return {"name": name, **({"description": description} if description else {})}


def _content(media_type: str, text: str, example: Iterable[str]) -> JsonObject:
    schema = {"type": "string"}
    body = {media_type: {"schema": schema, "example": "\r\n".join(example)}}
    return {"required": True, "description": text, "content": body}


_BATCH: JsonObject = {
    "summary": "Send a group of requests",
    "description": "Group multiple requests into a single request payload, see "
    "[Batch Requests](https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part1-protocol.html).",
    "tags": ["Batch Requests"],
    "requestBody": _content(
        "multipart/mixed;boundary=request-separator",
        "Batch request",
        (
            "--request-separator",
            "Content-Type: application/http",
            "Content-Transfer-Encoding: binary",
            "",
            "GET $metadata HTTP/1.1",
            "",
            "",
            "--request-separator--",
        ),
    ),
    "responses": {
        "200": {
            "description": "Batch response",
            "content": {"multipart/mixed": {"schema": {"type": "string"}}},
        },
        "4XX": {"$ref": "#/components/responses/error"},
    },
}
_ERROR: JsonObject = {
    "description": "Error",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}},
}
