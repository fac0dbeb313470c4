"""Conversions: a document in the other notation."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from edmund.config.inputs import read_file
from edmund.csdl.reader import parse_document
from edmund.csdl.writing.json_document import write_json
from edmund.csdl.writing.xml_document import write_xml
from edmund.diagnostics import Diagnostic

__all__ = ["FORMATS", "convert"]

FORMATS = ("json", "xml")
"""What a document can be converted to: CSDL JSON 4.01 and CSDL XML 4.01."""


def convert(source: str | PathLike[str] | bytes, to: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """A CSDL document, XML or JSON, as text of the format `to` ("json" or "xml"), and warnings.

    `source` is a file or its bytes. The version stays what it is; nothing is resolved, so documents
    that it refers to need not be there. Raises EdmundError for what cannot be read, and for
    what the format has no way to say (EDM160); ValueError for another format.
    """
    if to not in FORMATS:
        raise ValueError(f"a document is converted to {' or '.join(FORMATS)}, not {to!r}")
    if isinstance(source, bytes):
        name, data = "<bytes>", source
    else:
        file = read_file(Path(source))
        name, data = file.name, file.data
    document, found = parse_document(data, name)
    if to == "xml":
        return write_xml(document), found
    text, told = write_json(document)
    return text, (*found, *told)
