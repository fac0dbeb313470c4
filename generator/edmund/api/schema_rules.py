"""The schemas of an OpenAPI description as rules for JSON, by its version of JSON Schema."""

from __future__ import annotations

import os
from collections.abc import Iterable
from urllib.parse import quote

from edmund.description import Description
from edmund.frontends.json_schema import (
    DRAFT_2020_12,
    OPENAPI_3_0,
    SWAGGER_2_0,
    Compiled,
    Document,
    Documents,
    Location,
    compile_schema,
)
from edmund.frontends.notation.source import Node, Source
from edmund.frontends.openapi.document import Version

__all__ = ["SchemaPrograms"]

_DIALECTS = {
    Version.V2_0: SWAGGER_2_0,
    Version.V3_0: OPENAPI_3_0,
    Version.V3_1: DRAFT_2020_12,
    Version.V3_2: DRAFT_2020_12,
}


class SchemaPrograms:
    """Compiles schemas of one description, which have names or are at one of the places of `more`."""

    def __init__(self, description: Description, more: Iterable[Node] = ()) -> None:
        dialect = _DIALECTS[description.document.version]
        library = description.library
        named = [node for _, node in description.document.schemas]
        places = list(dict.fromkeys((id(n.source), n.pointer) for n in (*named, *more)))

        def document(file: Source) -> Document:
            roots = tuple(pointer for source, pointer in places if source == id(file))
            whole = ("",) if file is not library.main else ()
            return Document(_uri(file), file.value, dialect, (*roots, *whole), file.span)

        self._documents = Documents(map(document, library.sources))
        self._compiled: dict[tuple[int, str, bool], Compiled] = {}

    def of(self, schema: Node, *, formats: bool = False) -> Compiled:
        """The program of a schema. With `formats` the keyword `format` is an assertion. Raises EdmundError."""
        key = (id(schema.source), schema.pointer, formats)
        if key not in self._compiled:
            place = Location(_uri(schema.source), schema.pointer)
            self._compiled[key] = compile_schema(
                self._documents, place, assert_formats=formats, allow_loops=True
            )
        return self._compiled[key]


def _uri(file: Source) -> str:
    path = os.path.abspath(file.name).replace(os.sep, "/")
    return "file:///" + quote(path.lstrip("/"))
