"""Keys and parameters in URLs: segments encoded once, and OData literals."""

from __future__ import annotations

import re
from math import isfinite
from typing import Any
from urllib.parse import quote

__all__ = [
    "OLDER",
    "invocation",
    "key_predicate",
    "literal",
    "plain_text",
    "segment",
    "url_text",
]


def segment(value: object, type_name: str = "Edm.String") -> str:
    """One path segment, percent-encoded once.

    Raises `ValueError` for an empty value and for `.` and `..`, which URL parsers would resolve even
    when encoded, and for a value that is none of `type_name`.
    """
    text = plain_text(value, type_name)
    if text in ("", ".", ".."):
        raise ValueError(f"{text!r} cannot be a path segment")
    return quote(text, safe="")


def literal(value: object, type_name: str = "Edm.String") -> str:
    """An OData literal for a URL (OData ABNF, `primitiveLiteral`), percent-encoded.

    Text is quoted with its quotes doubled. Raises `ValueError` for a value that is none of `type_name`.
    """
    if value is None:
        return "null"
    if type_name.startswith(OLDER):
        return quote(url_text(value, type_name), safe="'")
    text = plain_text(value, type_name)
    if type_name == "Edm.String" or not type_name.startswith("Edm."):
        # A member of an enumeration stands as its name alone (OData 4.01 URL Conventions, 5.1.1.14.5):
        # services know the parameter's type, and the official clients write it so.
        quoted = quote(text.replace("'", "''"), safe="")
        return f"'{quoted}'"
    if type_name in ("Edm.Duration", "Edm.Binary"):
        return f"{type_name[4:].lower()}'{quote(text, safe='')}'"
    return quote(text, safe="")


def url_text(value: object, type_name: str) -> str:
    """The literal of a value for a service of OData 1 to 3, not yet encoded.

    `type_name` has the type after a mark, `older:Edm.DateTime`; text needs no mark.
    """
    from .older_wire import literal_of

    wire = type_name.removeprefix(OLDER)
    return literal_of(plain_text(value, _SUCCESSORS.get(wire, wire)), wire)


OLDER = "older:"
"""Before the name of a type of OData 1 to 3: values are written as there."""
_SUCCESSORS = {"Edm.DateTime": "Edm.String", "Edm.Time": "Edm.Duration", "Edm.Float": "Edm.Double"}


def key_predicate(*parts: tuple[str, object, str]) -> str:
    """`(name=value,...)` of (name, value, type) parts; a single part without a name gives `(value)`."""
    inner = ",".join(
        f"{quote(name, safe='')}={literal(value, type_name)}" if name else literal(value, type_name)
        for name, value, type_name in parts
    )
    return f"({inner})"


def invocation(
    name: str, parts: tuple[tuple[str, object, str], ...], used: int = 0
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """`/name(a=1,b=@p0)` and the parameter aliases for the query (URL Conventions 4.01, section 5.2).

    `parts` are (name, value, type); the type `json` is for values that have no literal: they become
    aliases `@p0`, `@p1`, counted from `used`.
    """
    written: list[str] = []
    aliases: list[tuple[str, str]] = []
    for part, value, type_name in parts:
        if type_name == "json":
            alias = f"@p{used + len(aliases)}"
            aliases.append((alias, _json(value)))
            written.append(f"{quote(part, safe='')}={alias}")
        else:
            written.append(f"{quote(part, safe='')}={literal(value, type_name)}")
    return f"/{name}({','.join(written)})", tuple(aliases)


def _json(value: Any) -> str:
    """JSON for a parameter alias; numbers stay numbers, those that JSON lacks are `INF` and `NaN`."""
    from .json_text import dumps

    return dumps(_without_constants(value))


def _without_constants(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_without_constants(item) for item in value]
    if isinstance(value, (set, frozenset)) or (isinstance(value, float) and not isfinite(value)):
        return _text(value)
    return value


_PATTERNS = {
    "Edm.Date": r"-?\d{4,}-\d\d-\d\d",
    "Edm.DateTimeOffset": r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,12})?)?(Z|[+-]\d\d:\d\d)",
    "Edm.TimeOfDay": r"\d\d:\d\d(:\d\d(\.\d{1,12})?)?",
    "Edm.Duration": r"[+-]?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?",
    "Edm.Guid": r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
    "Edm.Binary": r"[A-Za-z0-9_-]*={0,2}",
    "Edm.Decimal": r"[+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN",
    "Edm.Double": r"[+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN",
    "Edm.Single": r"[+-]?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN",
    "Edm.Boolean": r"true|false",
}
_INTEGERS = {
    "Edm.Byte": (0, 255),
    "Edm.SByte": (-128, 127),
    "Edm.Int16": (-(2**15), 2**15 - 1),
    "Edm.Int32": (-(2**31), 2**31 - 1),
    "Edm.Int64": (-(2**63), 2**63 - 1),
}


def plain_text(value: object, type_name: str) -> str:
    """The value's text, checked against the type; `ValueError` when it is none of it."""
    if type_name in _INTEGERS:
        return _integer(value, type_name)
    text = _text(value)
    pattern = _PATTERNS.get(type_name)
    if pattern is not None and not re.fullmatch(pattern, text, re.ASCII):
        raise ValueError(f"{text[:80]!r} is no {type_name}")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError("text with a lone surrogate cannot be sent") from error
    return text


def _integer(value: object, type_name: str) -> str:
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,20}", value, re.ASCII):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{str(value)[:80]!r} is no {type_name}")
    low, high = _INTEGERS[type_name]
    if not low <= value <= high:
        raise ValueError(f"{value} is out of range for {type_name}")
    return str(value)


def _text(value: Any) -> str:
    """The OData text of a Python value, without quotes."""
    if isinstance(value, str):
        inner = getattr(value, "value", value)  # a member of an enumeration of text
        return inner if isinstance(inner, str) else str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return {"nan": "NaN", "inf": "INF", "-inf": "-INF"}.get(repr(value), repr(value))
    if isinstance(value, (bytes, bytearray)):
        from base64 import urlsafe_b64encode

        return urlsafe_b64encode(value).decode("ascii")
    if hasattr(value, "total_seconds"):
        return _duration(value)
    if hasattr(value, "isoformat"):
        text: str = value.isoformat()
        if hasattr(value, "tzinfo") and hasattr(value, "date"):
            if value.tzinfo is None:
                raise ValueError("a date and time needs its offset from UTC")
            return text.replace("+00:00", "Z")
        return text
    if isinstance(value, (frozenset, set, list, tuple)):
        return ",".join(sorted(_text(item) for item in value))
    return str(value)


def _duration(value: Any) -> str:
    micros = (value.days * 86_400 + value.seconds) * 1_000_000 + value.microseconds
    sign, micros = ("-", -micros) if micros < 0 else ("", micros)
    days, rest = divmod(micros, 86_400_000_000)
    seconds = f"{rest / 1_000_000:.6f}".rstrip("0").rstrip(".")
    return f"{sign}P{days}DT{seconds}S" if days else f"{sign}PT{seconds}S"
