"""JSON values as text, two spaces deep; numbers are `JsonNumber`, written to the letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

from edmund.csdl.json.scanner import JsonNumber

__all__ = ["JsonValue", "json_text"]

JsonValue = Mapping[str, "JsonValue"] | Sequence["JsonValue"] | str | bool | None


def json_text(value: JsonValue) -> str:
    """The document as text, with a line feed at its end."""
    parts: list[str] = []
    _write(value, "\n", parts)
    parts.append("\n")
    return "".join(parts)


def _write(value: JsonValue, line: str, parts: list[str]) -> None:
    """`line` is the line feed and the blanks of the line that `value` begins in."""
    if isinstance(value, JsonNumber):
        parts.append(value)
    elif isinstance(value, str):
        parts.append(encode_basestring(value))
    elif value is None:
        parts.append("null")
    elif isinstance(value, bool):
        parts.append("true" if value else "false")
    elif isinstance(value, Mapping):
        _write_object(value, line, parts)
    else:
        inner = line + "  "
        mark = "["
        for item in value:
            parts.append(mark + inner)
            _write(item, inner, parts)
            mark = ","
        parts.append(line + "]" if value else "[]")


def _write_object(value: Mapping[str, JsonValue], line: str, parts: list[str]) -> None:
    inner = line + "  "
    mark = "{"
    for name, item in value.items():
        parts.append(f"{mark}{inner}{encode_basestring(name)}: ")
        _write(item, inner, parts)
        mark = ","
    parts.append(line + "}" if value else "{}")
