"""Which kind of description a file is. There is one answer to this, here."""

from __future__ import annotations

import re
from enum import Enum
from json import JSONDecoder
from json.decoder import scanstring  # type: ignore[attr-defined]

__all__ = ["Format", "format_of"]


class Format(Enum):
    CSDL_XML = "CSDL XML"
    CSDL_JSON = "CSDL JSON"
    OPENAPI = "OpenAPI"
    JSON_SCHEMA = "JSON Schema"


_MARKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_SPACE = re.compile(r"[ \t\n\r]*")
_OPENAPI_KEYS = frozenset({"openapi", "swagger"})
# A key of YAML's root mapping, quoted or not.
_YAML_VERSION = re.compile(r"^([\"']?)(?:openapi|swagger)\1[ \t]*:(?:\s|$)", re.MULTILINE)


def format_of(data: bytes) -> Format:
    """The format of a description, by its first characters and the names at its root.

    XML is CSDL's, and so is JSON that says nothing else: their readers tell what is wrong.
    """
    first = data[:400].lstrip(_MARKS)[:1]
    if first == b"<" or not data.strip(_MARKS):
        return Format.CSDL_XML
    text = _text(data)
    if first == b"{":
        keys = _root_keys(text)
        if keys is not None:
            if keys & _OPENAPI_KEYS:
                return Format.OPENAPI
            return _other_json(data, keys)
    if _YAML_VERSION.search(text):
        return Format.OPENAPI
    return Format.CSDL_JSON if first in (b"{", b"[") else Format.CSDL_XML


def _other_json(data: bytes, keys: frozenset[str]) -> Format:
    """CSDL or a schema, whose reader takes long to import."""
    if "$Version" in keys:
        return Format.CSDL_JSON
    from edmund.frontends.json_schema.load import is_json_schema

    return Format.JSON_SCHEMA if is_json_schema(data) else Format.CSDL_JSON


def _text(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace")


def _root_keys(text: str) -> frozenset[str] | None:
    """The names of a JSON object's members, up to the one that decides; None when it is no JSON as far as that."""
    skip = JSONDecoder().scan_once  # type: ignore[attr-defined]
    found: set[str] = set()
    try:
        at = _after_space(text, _after_space(text, 0) + 1)
        while text[at] != "}":
            key, at = scanstring(text, at + 1, True)
            found.add(key)
            if key in _OPENAPI_KEYS or key == "$Version":
                break
            at = _after_space(text, _after_space(text, at) + 1)
            at = _after_space(text, skip(text, at)[1])
            if text[at] == ",":
                at = _after_space(text, at + 1)
    except (ValueError, StopIteration, IndexError, RecursionError):
        return None
    return frozenset(found)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()
