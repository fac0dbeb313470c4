"""Types in use as JSON Schema 2020-12: what a value may look like in a payload.

The shapes are those of OASIS's OData to OpenAPI Mapping (section 4.6.3) and of JSON Format 4.01 (section
7.1); where the two drafts of JSON Schema differ, as for null, it is 2020-12 that is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from edmund.surface.types import (
    NO_CONSTRAINTS,
    AnyJson,
    Bound,
    Constraints,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Type,
)

__all__ = ["JsonObject", "Refer", "value_schema"]

JsonObject = dict[str, object]
Refer = Callable[[str], JsonObject | None]
"""Gives the schema that stands for a named type, usually a `$ref`; None for a name of which nothing is known."""

_NO_NUMBERS: JsonObject = {"enum": ["-INF", "INF", "NaN"]}
_GEO = {
    "Point": "Point",
    "LineString": "LineString",
    "Polygon": "Polygon",
    "MultiPoint": "MultiPoint",
    "MultiLineString": "MultiLineString",
    "MultiPolygon": "MultiPolygon",
    "Collection": "GeometryCollection",
}
_PRIMITIVES: Mapping[str, JsonObject] = {
    "Edm.Binary": {"type": "string", "format": "base64url"},
    "Edm.Boolean": {"type": "boolean"},
    "Edm.Byte": {"type": "integer", "format": "uint8", "minimum": 0, "maximum": 255},
    "Edm.Date": {"type": "string", "format": "date"},
    "Edm.DateTimeOffset": {"type": "string", "format": "date-time"},
    "Edm.Double": {"anyOf": [{"type": "number", "format": "double"}, _NO_NUMBERS]},
    "Edm.Duration": {"type": "string", "format": "duration"},
    "Edm.Guid": {"type": "string", "format": "uuid"},
    "Edm.Int16": {"type": "integer", "format": "int16", "minimum": -32768, "maximum": 32767},
    "Edm.Int32": {"type": "integer", "format": "int32"},
    "Edm.SByte": {"type": "integer", "format": "int8", "minimum": -128, "maximum": 127},
    "Edm.Single": {"anyOf": [{"type": "number", "format": "float"}, _NO_NUMBERS]},
    "Edm.Stream": {"type": "string", "format": "base64url"},
    "Edm.String": {"type": "string"},
    "Edm.TimeOfDay": {"type": "string", "format": "time"},
}


def value_schema(type_: Type, refer: Refer) -> JsonObject:
    """The schema of a value of `type_`; what is named is asked of `refer`."""
    if isinstance(type_, Nullable):
        return _or_null(value_schema(type_.type, refer))
    if isinstance(type_, ListOf):
        schema: JsonObject = {"type": "array", "items": value_schema(type_.item, refer)}
        _set(schema, "minItems", type_.min_items)
        _set(schema, "maxItems", type_.max_items)
        if type_.unique_items:
            schema["uniqueItems"] = True
        return schema
    if isinstance(type_, MapOf):
        schema = {"type": "object", "additionalProperties": value_schema(type_.value, refer)}
        _set(schema, "minProperties", type_.min_properties)
        _set(schema, "maxProperties", type_.max_properties)
        return schema
    if isinstance(type_, Literal):
        return {"const": _number(type_.value)}
    if isinstance(type_, Named):
        return _restricted(refer(type_.name) or {}, type_.constraints)
    if isinstance(type_, AnyJson):
        return {} if type_.null else {"not": {"type": "null"}}
    return _primitive(type_)


def _primitive(type_: Primitive) -> JsonObject:
    constraints = type_.constraints
    if type_.name in ("Edm.Int64", "Edm.Decimal"):
        return _large_number(type_.name, constraints)
    schema = dict(_PRIMITIVES.get(type_.name) or _geometry(type_.name))
    return _restricted(schema, constraints)


def _geometry(name: str) -> JsonObject:
    """GeoJSON of one kind (RFC 7946), or, for any other built-in type, any value."""
    for system in ("Edm.Geography", "Edm.Geometry"):
        if name.startswith(system):
            kind = _GEO.get(name.removeprefix(system))
            of_kind: JsonObject = {"type": "string"} if kind is None else {"const": kind}
            members = ["type", "geometries" if kind == "GeometryCollection" else "coordinates"]
            required = members if kind is not None else ["type"]
            return {"type": "object", "properties": {"type": of_kind}, "required": required}
    return {}


def _large_number(name: str, constraints: Constraints) -> JsonObject:
    """A number that clients may ask to be sent as text (`IEEE754Compatible=true`)."""
    kind = "integer" if name == "Edm.Int64" else "number"
    form = "int64" if name == "Edm.Int64" else "decimal"
    number: JsonObject = {"type": kind, "format": form}
    if constraints.scale is not None and constraints.scale <= _MOST_DIGITS:
        step = Decimal(1).scaleb(-constraints.scale)
        number["multipleOf"] = _number(step)
    _bounds(number, constraints)
    if constraints.allowed_values is not None:
        number["enum"] = [_number(value) for value in constraints.allowed_values]
    return {"anyOf": [number, {"type": "string"}]}


_MOST_DIGITS = 15
"""More decimals than a JSON number holds: `multipleOf` would refuse what is right."""


def _restricted(schema: JsonObject, constraints: Constraints) -> JsonObject:
    if constraints is NO_CONSTRAINTS:
        return schema
    if "$ref" in schema or "anyOf" in schema:
        rest = _restricted({}, constraints)
        return {**schema, **rest}
    if schema.get("type") == "string":
        longest = constraints.max_length
        if schema.get("format") == "base64url" and longest is not None:
            longest = 4 * ((longest + 2) // 3)
        _set(schema, "minLength", constraints.min_length)
        _set(schema, "maxLength", longest)
        _set(schema, "pattern", constraints.pattern)
        if constraints.is_url:
            schema["format"] = "uri-reference"
        elif constraints.is_base64:
            schema["format"] = "base64"
    _bounds(schema, constraints)
    if constraints.multiple_of is not None:
        schema["multipleOf"] = _number(constraints.multiple_of)
    if constraints.allowed_values is not None:
        schema["enum"] = [_number(value) for value in constraints.allowed_values]
    return schema


def _bounds(schema: JsonObject, constraints: Constraints) -> None:
    """Ends of an interval; those of dates, times and durations have no place in JSON Schema."""
    for bound, inclusive, exclusive in (
        (constraints.minimum, "minimum", "exclusiveMinimum"),
        (constraints.maximum, "maximum", "exclusiveMaximum"),
    ):
        if isinstance(bound, Bound) and _is_finite(bound.value):
            schema[exclusive if bound.exclusive else inclusive] = _number(bound.value)


def _is_finite(value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite() and abs(value.adjusted()) < _MOST_PLACES
    if isinstance(value, float):
        return value - value == 0
    return isinstance(value, int) and not isinstance(value, bool)


_MOST_PLACES = 300
"""A bound beyond what a double holds restricts nothing, and would be written as endless digits."""


def _number(value: object) -> object:
    """A value as `json.dumps` takes it."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _or_null(schema: JsonObject) -> JsonObject:
    if not schema:
        return schema
    kind = schema.get("type")
    if isinstance(kind, str) and "enum" not in schema and "const" not in schema:
        return {**schema, "type": [kind, "null"]}
    if "anyOf" in schema and isinstance(schema["anyOf"], list) and len(schema) == 1:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    return {"anyOf": [schema, {"type": "null"}]}


def _set(schema: JsonObject, key: str, value: object) -> None:
    if value is not None:
        schema[key] = value
