"""Values of keys and of functions' parameters, as they stand in a URL (OData URL Conventions 4.01, section 5.1.1.13).

A key that is a segment of its own is written without quotes. `{placeholder}` stands for any text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final
from urllib.parse import unquote

from edmund.edm import EDM_TYPES
from edmund.samples.binding import bind_value, enumeration
from edmund.samples.tree import Null, Scalar, Value
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import EnumType, StructuredType, Type
from edmund.validation.json_text import NotJson, parse_json
from edmund.validation.primitives import check_literal

__all__ = ["NoLiteral", "named_arguments", "url_value"]

_QUOTED: Final = re.compile(r"(?:[A-Za-z_][\w.]*)?'((?:[^']|'')*)'\Z", re.S)
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}\Z")
_NUMBERS: Final = ("Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Decimal")
_AS_NUMBER: Final = frozenset(f"Edm.{name}" for name in _NUMBERS)
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\Z")


class NoLiteral(ValueError):
    """A text of a URL that is no value of the type that stands there."""


def named_arguments(text: str) -> tuple[tuple[str, str], ...]:
    """`a=1,b='x,y'` as pairs; the name is empty for a value alone."""
    found: list[tuple[str, str]] = []
    depth, quoted, start = 0, False, 0
    for at, character in enumerate(text + ","):
        if character == "'":
            quoted = not quoted
        elif quoted:
            continue
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == "," and depth <= 0:
            part = text[start:at].strip()
            start = at + 1
            name = re.match(r"([^'=(]+)=", part)
            if name is None:
                found.append(("", part))
            else:
                found.append((unquote(name[1]).strip(), part[name.end() :].strip()))
    return tuple(pair for pair in found if pair != ("", ""))


def url_value(
    text: str,
    type_: Type,
    schema: TypeSchema,
    *,
    segment: bool = False,
    aliases: Mapping[str, str] | None = None,
) -> Value:
    """The value that `text`, percent-encoded, stands for; `segment` for a key without quotes.

    `aliases` are the query options that parameter aliases (`@p`) name. Raises `NoLiteral`.
    """
    plain = unquote(text)
    if plain.startswith("@") and not segment:
        found = (aliases or {}).get(plain)
        if found is None:
            raise NoLiteral(f"the query has no parameter alias {plain}")
        plain = found
    if plain == "null" and not segment:
        return Null()
    declared = schema.types.by_name.get(name_of(type_))
    if is_list(type_) or isinstance(declared, StructuredType):
        return _json(plain, type_, schema)
    quoted = None if segment else _QUOTED.match(plain)
    inner = quoted[1].replace("''", "'") if quoted is not None else plain
    if isinstance(declared, EnumType):
        value = enumeration(inner, declared)
        known = {member.name for member in declared.members}
        if not _PLACEHOLDER.match(inner) and any(
            name not in known and not name.isdigit() for name in value.names
        ):
            raise NoLiteral(f"the text names no member of {declared.name}")
        return value
    return _scalar(inner, name_of(type_))


def _scalar(text: str, name: str) -> Scalar:
    if name == "Edm.String" or name not in EDM_TYPES:
        return Scalar(name, text)
    value: object = text
    if name in _AS_NUMBER and _NUMBER.match(text):
        value = Decimal(text) if re.search("[.eE]", text) else int(text)
    elif name == "Edm.Boolean":
        value = {"true": True, "false": False}.get(text, text)
    wrong = check_literal(name, value)
    if wrong is not None:
        raise NoLiteral(f"the text is no {name}: {wrong[1]}")
    return Scalar(name, value)


def _json(text: str, type_: Type, schema: TypeSchema) -> Value:
    """A collection or structured value; docs leave out the quotes of JSON where only text can stand."""
    try:
        value = parse_json(text)
    except NotJson:
        if _PLACEHOLDER.match(text) or not is_list(type_):
            raise NoLiteral("JSON is expected for a collection or an object") from None
        value = parse_json(json.dumps([text]))
    if is_list(type_) and not isinstance(value, list):
        raise NoLiteral("a JSON array is expected")
    return bind_value(value, type_, schema)
