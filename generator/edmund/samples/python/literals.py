"""Values as Python expressions that give exactly what the example says, down to its spelling on the wire."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from edmund.samples.tree import Scalar
from edmund.targets.python.literals import string_literal
from edmund.targets.python.signatures import Bracketed

__all__ = ["Use", "entry", "json_expression", "scalar_expression"]

Use = Callable[[str, str], str]
"""Imports a name from a module and says under which name it is known."""

_NUMBERS: Final = frozenset(
    f"Edm.{name}" for name in ("Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double")
)
# What the client's own way of writing a duration gives: no part is zero, none is more than fits.
_DURATION: Final = re.compile(
    r"(-?)P(?=[0-9T])(?:([1-9][0-9]{0,6})D)?"
    r"(?:T(?=[0-9])(?:([1-9]|1[0-9]|2[0-3])H)?(?:([1-9]|[1-5][0-9])M)?"
    r"(?:([0-9]|[1-5][0-9])(?:\.([0-9]{0,5}[1-9]))?S)?)?\Z"
)


def scalar_expression(scalar: Scalar, use: Use) -> str:
    """A value of a primitive type; text where a value of Python's would be written in another spelling."""
    value = scalar.value
    if isinstance(value, bool):
        return str(value)
    if scalar.type == "Edm.Decimal" and isinstance(value, int | Decimal):
        return f"{use('decimal', 'Decimal')}({string_literal(str(value))})"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return _number(value)
    text = str(value)
    if scalar.type in _NUMBERS:
        return string_literal(text)
    found = _WRITERS[scalar.type](text, use) if scalar.type in _WRITERS else None
    return found if found is not None else string_literal(text)


def json_expression(value: object, use: Use) -> str | Bracketed:
    """Any JSON value as dicts, lists and constants."""
    if isinstance(value, Mapping):
        items = tuple(
            entry(string_literal(str(name)), json_expression(item, use))
            for name, item in value.items()
        )
        return Bracketed("", items, "{}") if items else "{}"
    if isinstance(value, list | tuple):
        parts = tuple(json_expression(item, use) for item in value)
        return Bracketed("", parts, "[]") if parts else "[]"
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, Decimal):
        text = _number(value)
        if Decimal(text) != value:
            return f"{use('decimal', 'Decimal')}({string_literal(str(value))})"
        return text
    return str(value) if isinstance(value, int) else string_literal(str(value))


def entry(name: str, value: str | Bracketed) -> str | Bracketed:
    """An entry of a dict, whose key is given as source."""
    if isinstance(value, str):
        return f"{name}: {value}"
    return Bracketed(f"{name}: {value.head}", value.items, value.brackets)


def _number(value: Decimal) -> str:
    """A float's shortest text."""
    return repr(float(value))


def _timestamp(text: str, use: Use) -> str | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    written = moment.isoformat()
    if moment.tzinfo is None or re.sub(r"\+00:00\Z", "Z", written) != text:
        return None
    return f"{use('datetime', 'datetime')}.fromisoformat({string_literal(text)})"


def _date(text: str, use: Use) -> str | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    if day.isoformat() != text:
        return None
    return f"{use('datetime', 'date')}({day.year}, {day.month}, {day.day})"


def _time(text: str, use: Use) -> str | None:
    try:
        written = time.fromisoformat(text).isoformat()
    except ValueError:
        return None
    if written != text:
        return None
    return f"{use('datetime', 'time')}.fromisoformat({string_literal(text)})"


def _duration(text: str, use: Use) -> str | None:
    match = _DURATION.match(text)
    if match is None:
        return None
    sign, *parts, fraction = match.groups()
    # A zero of seconds is written by the client where there is nothing else, or a fraction.
    if parts[3] == "0" and not fraction and any(parts[:3]):
        return None
    named = dict(zip(("days", "hours", "minutes", "seconds"), parts, strict=True))
    if fraction:
        named["microseconds"] = str(int(fraction.ljust(6, "0")))
    given = ", ".join(f"{name}={number}" for name, number in named.items() if number)
    return f"{sign}{use('datetime', 'timedelta')}({given})"


def _guid(text: str, use: Use) -> str | None:
    if text != text.lower():
        return None
    return f"{use('uuid', 'UUID')}({string_literal(text)})"


def _binary(text: str, use: Use) -> str | None:
    try:
        data = base64.b64decode(text.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        return None
    if base64.urlsafe_b64encode(data).decode("ascii") != text:
        return None
    return f"{use('base64', 'urlsafe_b64decode')}({string_literal(text)})"


_WRITERS: Mapping[str, Callable[[str, Use], str | None]] = {
    "Edm.DateTimeOffset": _timestamp,
    "Edm.Date": _date,
    "Edm.TimeOfDay": _time,
    "Edm.Duration": _duration,
    "Edm.Guid": _guid,
    "Edm.Binary": _binary,
}
