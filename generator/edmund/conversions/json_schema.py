"""The types of a service as one JSON Schema document, draft 2020-12."""

from __future__ import annotations

from edmund.conversions.schema_types import SchemaSet
from edmund.conversions.schema_values import JsonObject
from edmund.surface.types import Types

__all__ = ["json_schema_of"]


def json_schema_of(types: Types, title: str) -> JsonObject:
    """A schema for each type as it is answered, `#/$defs/Namespace.Type`; the document itself takes anything.

    Types are open, as clients have to take what a later version of a service adds: nothing is refused for
    being there. What derives from a type is that type and more (`allOf`).
    """
    schemas = SchemaSet(types, "#/$defs/")
    schemas.want_all()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$defs": schemas.schemas(),
    }
