"""Checking JSON against the schemas of an OpenAPI description, by the rules of its version of JSON Schema."""

from __future__ import annotations

from edmund.api.schema_rules import SchemaPrograms
from edmund.description import Description
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.frontends.json_schema import SchemaViolation, check_value
from edmund.frontends.notation.source import Node
from edmund.suggestions import did_you_mean, near_names
from edmund.validation.json_text import NotJson, parse_json

__all__ = ["validate_openapi"]


def validate_openapi(
    description: Description,
    schema: str,
    text: bytes | str,
    *,
    formats: bool = False,
    source: str = "payload",
) -> tuple[tuple[SchemaViolation, ...], tuple[Diagnostic, ...]]:
    """What is wrong with a JSON text by a schema of the description, and what of the schema is not checked.

    `schema` is the name of a schema of the components, or a JSON pointer into the document after `#`. With
    `formats` the keyword `format` is an assertion. `source` is what messages call the text.

    Raises EdmundError when there is no such schema, and for text that is not JSON.
    """
    library = description.library
    node = Node(None, library.main, _pointer(description, schema))
    compiled = SchemaPrograms(description, (node,)).of(node, formats=formats)
    try:
        value = parse_json(text)
    except NotJson as error:
        place = Span(source, error.line, error.column)
        raise EdmundError((Diagnostic("EDM802", Severity.ERROR, str(error), place),)) from None
    return check_value(compiled.program, value), compiled.diagnostics


def _pointer(description: Description, schema: str) -> str:
    if schema.startswith("#/"):
        return schema[1:]
    known = {name: node.pointer for name, node in description.document.schemas}
    if schema in known:
        return known[schema]
    hint = did_you_mean(near_names(schema, known)) or (
        "schemas of the components have names; others are meant by '#' and a JSON pointer"
    )
    message = f"the description has no schema '{schema}'"
    raise EdmundError((Diagnostic("EDM801", Severity.ERROR, message, None, hint),))
