"""Calls as OpenAPI operations (OData to OpenAPI Mapping, sections 4.5.2 to 4.5.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from edmund.conversions.openapi_paths import Listed, PathParameter, Place
from edmund.conversions.openapi_shapes import Shapes
from edmund.conversions.schema_types import Variant
from edmund.conversions.schema_values import JsonObject, value_schema
from edmund.surface.elements import Call, CallKind, CustomParameter, QueryOption
from edmund.surface.type_parts import is_list, item_of, name_of
from edmund.surface.types import Nullable, Type

__all__ = ["Operations"]

_SUMMARIES: Mapping[CallKind, str] = {
    CallKind.LIST: "Get entities from {}",
    CallKind.READ: "Get entity from {} by key",
    CallKind.CREATE: "Add new entity to {}",
    CallKind.UPDATE: "Update entity in {}",
    CallKind.REPLACE: "Replace entity in {}",
    CallKind.DELETE: "Delete entity from {}",
    CallKind.COUNT: "Get the number of items of {}",
    CallKind.READ_STREAM: "Get media content from {}",
    CallKind.WRITE_STREAM: "Update media content of {}",
    CallKind.LIST_REFERENCES: "Get references of {}",
    CallKind.READ_REFERENCE: "Get reference of {}",
    CallKind.ADD_REFERENCE: "Add reference to {}",
    CallKind.SET_REFERENCE: "Update reference of {}",
    CallKind.REMOVE_REFERENCE: "Delete reference of {}",
}
_INLINE: Final = (QueryOption.SELECT, QueryOption.EXPAND, QueryOption.ORDERBY)
_NO_CONTENT: Final[JsonObject] = {"description": "Success"}
_BYTES: Final[JsonObject] = {"application/octet-stream": {}}
_COUNT: Final[JsonObject] = {"text/plain": {"schema": {"$ref": "#/components/schemas/count"}}}
_REFERENCE: Final[JsonObject] = {
    "application/json": {"schema": {"$ref": "#/components/schemas/reference"}}
}


class Operations:
    """Makes operations of calls. What a call takes and answers is made once, however many paths have it."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._made: dict[int, tuple[list[JsonObject], JsonObject]] = {}

    def operation(self, listed: Listed, call: Call) -> JsonObject:
        """One operation. Path parameters are said for the whole path."""
        parameters, rest = self._parts(call)
        made: JsonObject = {"tags": [listed.tag], "summary": _summary(listed, call)}
        if call.long_description is not None:
            made["description"] = call.long_description
        arguments = [
            _argument(each, self._shapes)
            for each in listed.parameters
            if each.place is not Place.PATH
        ]
        if parameters or arguments:
            made["parameters"] = [*parameters, *arguments]
        made |= rest
        if any(each.place is Place.QUERY for each in listed.parameters):
            made.pop("requestBody", None)
        if call.deprecation is not None:
            made["deprecated"] = True
        return made

    def _parts(self, call: Call) -> tuple[list[JsonObject], JsonObject]:
        """Query options and headers, and the body with the answers."""
        known = self._made.get(id(call))  # calls are the surface's, which outlives this
        if known is None:
            rest: JsonObject = {}
            body = _body(call, self._shapes)
            if body is not None:
                rest["requestBody"] = body
            rest["responses"] = {**_responses(call, self._shapes), "4XX": _ERROR}
            known = self._made[id(call)] = [*_query(call, self._shapes), *_custom(call)], rest
        return known


_ERROR: Final[JsonObject] = {"$ref": "#/components/responses/error"}


def _summary(listed: Listed, call: Call) -> str:
    if call.description:
        return call.description
    if call.kind is CallKind.INVOKE:
        noun = "action" if call.method.value == "POST" else "function"
        return f"Invoke {noun} {(call.operation or listed.edges[-1].name).rpartition('.')[2]}"
    names = [edge.name for edge in listed.edges if edge.name and edge.name[:1] != "$"]
    return _SUMMARIES[call.kind].format(names[-1] if names else listed.tag)


def _query(call: Call, shapes: Shapes) -> Iterator[JsonObject]:
    """Query options, by reference to components (section 4.5.4)."""
    returned = call.returns
    name = None if returned is None else name_of(returned)
    for option in call.query:
        reference = shapes.option(option, name)
        if reference is not None:
            yield reference


def _argument(parameter: PathParameter, shapes: Shapes) -> JsonObject:
    """A query option that carries an argument of an operation: JSON (section 4.5.9), or a literal."""
    made: JsonObject = {"name": parameter.name, "in": "query", "required": parameter.required}
    if parameter.description:
        made["description"] = parameter.description
    if parameter.place is Place.QUERY:
        note = "a literal of OData, such as 'text', 12 or datetime'2000-12-31T00:00:00'"
        return {**made, "schema": {"type": "string", "description": note}}
    schema = value_schema(parameter.type, shapes.schemas.refer)
    return {**made, "content": {"application/json": {"schema": schema}}}


def _custom(call: Call) -> Iterator[JsonObject]:
    yield from (_parameter(each, "query") for each in call.custom_query)
    yield from (_parameter(each, "header") for each in call.custom_headers)


def _parameter(given: CustomParameter, place: str) -> JsonObject:
    made: JsonObject = {"name": given.name, "in": place, "schema": {"type": "string"}}
    if given.required:
        made["required"] = True
    if given.description:
        made["description"] = given.description
    return made


def _body(call: Call, shapes: Shapes) -> JsonObject | None:
    if call.kind is CallKind.WRITE_STREAM:
        return {"required": True, "content": _BYTES}
    if call.kind in (CallKind.ADD_REFERENCE, CallKind.SET_REFERENCE):
        return {"required": True, "description": "New entity reference", "content": _REFERENCE}
    if call.kind is CallKind.INVOKE:
        if not call.parameters:
            return None
        schema: JsonObject = {"type": "object"}
        refer = shapes.schemas.referring(Variant.CREATE)
        schema["properties"] = {p.name: value_schema(p.type, refer) for p in call.parameters}
        required = [p.name for p in call.parameters if p.required]
        if required:
            schema["required"] = required
        content = {"application/json": {"schema": schema}}
        return {"description": "Action parameters", "required": bool(required), "content": content}
    if call.body is None:
        return None
    variant = Variant.UPDATE if call.kind is CallKind.UPDATE else Variant.CREATE
    text = "New property values" if variant is Variant.UPDATE else "New entity"
    schema = value_schema(_without_null(call.body), shapes.schemas.referring(variant))
    content = {"application/json": {"schema": schema}}
    return {"required": True, "description": text, "content": content}


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_


def _responses(call: Call, shapes: Shapes) -> JsonObject:
    """What a call answers when it succeeds, by status (section 4.5.6)."""
    kind, returned = call.kind, call.returns
    if kind is CallKind.COUNT:
        return {"200": {"description": "The count of the resource", "content": _COUNT}}
    if kind is CallKind.READ_STREAM:
        return {"200": {"description": "Retrieved media content", "content": _BYTES}}
    if kind in (CallKind.READ_REFERENCE, CallKind.LIST_REFERENCES):
        content = _REFERENCE if kind is CallKind.READ_REFERENCE else shapes.references()
        return {"200": {"description": "Retrieved references", "content": content}}
    if returned is None or kind is CallKind.WRITE_STREAM:
        return {"204": _NO_CONTENT}
    if kind is CallKind.CREATE:
        return {"201": {"description": "Created entity", "content": shapes.answer(returned)}}
    if kind in (CallKind.UPDATE, CallKind.REPLACE):
        content = shapes.answer(_without_null(returned))
        return {"200": {"description": "Updated entity", "content": content}, "204": _NO_CONTENT}
    if name_of(item_of(returned)) == "Edm.Stream" and not is_list(returned):
        return {"200": {"description": "Retrieved media content", "content": _BYTES}}
    if is_list(returned):
        content = shapes.page(returned, pageable=call.pageable)
        return {"200": {"description": "Retrieved entities", "content": content}}
    found: JsonObject = {"200": {"description": "Success", "content": shapes.answer(returned)}}
    if isinstance(returned, Nullable):
        found["204"] = {"description": "No value"}
    return found
