"""Checking JSON against the schemas of an OpenAPI description, by the rules of its version of JSON Schema."""

from __future__ import annotations

import os
from urllib.parse import quote

from edmund.description import Description
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.frontends.json_schema import (
    DRAFT_2020_12,
    OPENAPI_3_0,
    SWAGGER_2_0,
    Document,
    Documents,
    Location,
    SchemaViolation,
    check_value,
    compile_schema,
)
from edmund.frontends.notation.source import Source
from edmund.frontends.openapi.document import Version
from edmund.suggestions import did_you_mean, near_names
from edmund.validation.json_text import NotJson, parse_json

__all__ = ["validate_openapi"]

_DIALECTS = {
    Version.V2_0: SWAGGER_2_0,
    Version.V3_0: OPENAPI_3_0,
    Version.V3_1: DRAFT_2020_12,
    Version.V3_2: DRAFT_2020_12,
}


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
    pointer = _pointer(description, schema)
    dialect = _DIALECTS[description.document.version]
    library = description.library

    def document(file: Source) -> Document:
        roots = [node.pointer for _, node in description.document.schemas if node.source is file]
        if file is library.main and pointer not in roots:
            roots.append(pointer)
        whole = ("",) if file is not library.main else ()
        return Document(_uri(file), file.value, dialect, (*roots, *whole), file.span)

    documents = Documents(map(document, library.sources))
    compiled = compile_schema(
        documents, Location(_uri(library.main), pointer), assert_formats=formats, allow_loops=True
    )
    try:
        value = parse_json(text)
    except NotJson as error:
        place = Span(source, error.line, error.column)
        raise EdmundError((Diagnostic("EDM802", Severity.ERROR, str(error), place),)) from None
    return check_value(compiled.program, value), compiled.diagnostics


def _uri(file: Source) -> str:
    path = os.path.abspath(file.name).replace(os.sep, "/")
    return "file:///" + quote(path.lstrip("/"))


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
