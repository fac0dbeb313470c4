"""JSON Schema documents: reading them, checking JSON against them."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from edmund.config.inputs import read_file
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.frontends.json_schema import SchemaViolation, check_value, compile_schema
from edmund.frontends.json_schema import load as loading
from edmund.frontends.json_schema.load import JsonSchemas, find_schema, load_schemas
from edmund.validation.json_text import NotJson, parse_json

__all__ = ["JsonSchemas", "SchemaViolation", "is_json_schema", "load_json_schema", "validate_json"]

AnyPath = str | PathLike[str]


def is_json_schema(path: AnyPath) -> bool:
    """Whether a file may be a JSON Schema: JSON, with keywords of it, and no CSDL or OpenAPI.

    Raises EdmundError when it cannot be read.
    """
    return loading.is_json_schema(read_file(Path(path)).data)


def load_json_schema(*files: AnyPath) -> JsonSchemas:
    """Read JSON Schema documents; the first is meant by `#`, the others are there for it to refer to.

    A document is known by its `$id` and by its path relative to those of the others. Nothing is fetched.
    Raises EdmundError for what cannot be read.
    """
    read = (read_file(Path(path)) for path in files)
    return load_schemas([(file.name, file.data) for file in read])


def validate_json(
    schemas: JsonSchemas,
    schema: str,
    text: bytes | str,
    *,
    formats: bool = False,
    source: str = "payload",
) -> tuple[tuple[SchemaViolation, ...], tuple[Diagnostic, ...]]:
    """What is wrong with a JSON text by a schema, and what of the schema is not checked (warnings).

    `schema` is `#` (the first document), `#/$defs/name`, `#anchor` or a URI. With `formats` the keyword
    `format` is an assertion. `source` is what messages call the text.

    Raises EdmundError when there is no such schema, when it is malformed, and for text that is not JSON.
    """
    compiled = compile_schema(
        schemas.documents, find_schema(schemas, schema), assert_formats=formats
    )
    try:
        value = parse_json(text)
    except NotJson as error:
        span = Span(source, error.line, error.column)
        raise EdmundError((Diagnostic("EDM802", Severity.ERROR, str(error), span),)) from None
    return check_value(compiled.program, value), compiled.diagnostics
