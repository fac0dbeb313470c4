"""Conversions: a document in another notation or description format."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from edmund.collector import no_collection
from edmund.config.inputs import InputFile, read_file
from edmund.conversions.json_schema import json_schema_of
from edmund.conversions.openapi import ServiceInfo, openapi_of
from edmund.conversions.written import written
from edmund.csdl.reader import parse_document
from edmund.csdl.writing.json_document import write_json
from edmund.csdl.writing.xml_document import write_xml
from edmund.diagnostics import Diagnostic
from edmund.model import vocabulary
from edmund.model.elements import Model
from edmund.pipeline import load_model
from edmund.surface.build import build_surface
from edmund.surface.conventions import known_service_root
from edmund.surface.declared_types import types_of

__all__ = ["FORMATS", "convert"]

FORMATS = ("json", "xml", "openapi", "json-schema")
"""What a document can be converted to: CSDL JSON and XML 4.01, OpenAPI 3.1, JSON Schema 2020-12."""


def convert(source: str | PathLike[str] | bytes, to: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """A CSDL document, XML or JSON, as text of the format `to`, and warnings.

    `source` is a file or its bytes. "json" and "xml" are CSDL: 4.0 and 4.01 stay what they are, older
    versions become 4.01, nothing is resolved, so documents that it refers to need not be there. "openapi"
    describes calls and types by OASIS's mapping, "json-schema" the types alone; for these the document has
    to be whole. Raises EdmundError for what cannot be read, and for what the format has no way to say
    (EDM160); ValueError for another format.
    """
    if to not in FORMATS:
        raise ValueError(f"a document is converted to {' or '.join(FORMATS)}, not {to!r}")
    if isinstance(source, bytes):
        file = InputFile("<bytes>", source)
    else:
        file = read_file(Path(source))
    if to in ("openapi", "json-schema"):
        return _described(file, to)
    document, found = parse_document(file.data, file.name)
    if to == "xml":
        return write_xml(document), found
    text, told = write_json(document)
    return text, (*found, *told)


def _described(file: InputFile, to: str) -> tuple[str, tuple[Diagnostic, ...]]:
    loaded = load_model((file,))
    info = _info(loaded.model)
    told = loaded.diagnostics
    with no_collection():
        if to == "json-schema":
            made = json_schema_of(types_of(loaded.model), info.title)
        else:
            surface, found = build_surface(loaded.model)
            made, more = openapi_of(surface, info)
            told = (*told, *found, *more)
        return written(made), told


def _info(model: Model) -> ServiceInfo:
    """Title, version and description as annotations of container and schema say (section 4.2 of the mapping)."""
    containers = model.containers[:1]
    namespace = containers[0].name.rpartition(".")[0] if containers else ""
    schemas = [s for s in model.schemas if s.namespace == namespace] or list(model.schemas[:1])
    said = [*(c.annotations for c in containers), *(s.annotations for s in schemas)]
    texts = [vocabulary.description(annotations) for annotations in said]
    longer = [vocabulary.long_description(annotations) for annotations in said]
    versions = [
        vocabulary.text(vocabulary.find_value(e.annotations, vocabulary.SCHEMA_VERSION))
        for e in schemas
    ]
    shown = schemas[0].namespace if schemas else "no schema"
    return ServiceInfo(
        title=next(filter(None, texts), f"Service for namespace {shown}"),
        version=next(filter(None, versions), "0.1.0"),
        description=next(filter(None, longer), None),
        server=known_service_root(model),
        place=containers[0].span if containers else None,
    )
