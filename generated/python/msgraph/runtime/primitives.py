"""Primitive values between JSON and Python (OData JSON Format 4.01, section 7.1).

A `Codec` reads what the wire has into the Python value and writes the Python value as the wire has it.
Both raise ValueError or TypeError with what was expected; they never repeat the value, which may be a
secret. Numbers are exact: a number that no float can hold is a Decimal.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from math import isnan
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal
    from uuid import UUID

__all__ = ["CODECS", "Codec", "codec_of", "found"]

_BYTE_ORDER = str.maketrans("-_", "+/")
# Compiled when first used: most programs read few of these.
_DAYS_AND_TIME = r"([+-])?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?\Z"
_DATE = r"\d{4}-\d\d-\d\d\Z"
_TIME = r"\d\d:\d\d(:\d\d(\.\d{1,12})?)?\Z"
_TIMESTAMP = r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,12})?)?([Zz]|[+-]\d\d:\d\d)\Z"
_DECIMAL = r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\Z"
_NOT_FINITE = {"INF": float("inf"), "-INF": float("-inf"), "NaN": float("nan")}


class Codec(NamedTuple):
    """How one primitive type is read and written.

    `plain` is the exact class whose JSON values are Python values as they stand, or None.
    """

    expected: str
    plain: type | None
    read: Callable[[Any], Any]
    write: Callable[[Any], Any]


def found(value: object) -> str:
    """What kind of thing `value` is, in words; never the value itself."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, str):
        return "a string"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, (int, float)) or type(value).__name__ == "Decimal":
        return "a number"
    if isinstance(value, datetime) and value.utcoffset() is None:
        return "a datetime without tzinfo"
    return f"a {type(value).__name__}"


def _only(*classes: type) -> Callable[[Any], Any]:
    def same(value: Any) -> Any:
        if isinstance(value, classes) and not (isinstance(value, bool) and bool not in classes):
            return value
        raise TypeError

    return same


def _write_string(value: Any) -> str:
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError


def _read_int(value: Any) -> int:
    """Strings as well: what IEEE754Compatible=true gives. Numbers such as 1.0 are integers too."""
    if type(value) is int:
        return value
    if isinstance(value, str) and value.isascii() and len(value) <= 40:
        return int(value)
    if not isinstance(value, (bool, str)) and hasattr(value, "as_integer_ratio"):
        # A Decimal such as 1e1000000 is never written out: no integer type has more than 19 digits.
        if hasattr(value, "adjusted") and (not value.is_finite() or value.adjusted() > 18):
            raise TypeError
        whole = int(value)
        if whole == value:
            return whole
    raise TypeError


def _write_int(value: Any) -> int | str:
    if type(value) is int:
        return value
    if isinstance(value, str):
        _read_int(value)
        return str.__str__(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    raise TypeError


def _read_float(value: Any) -> float:
    if isinstance(value, bool):
        raise TypeError
    if isinstance(value, str):
        if value in _NOT_FINITE:
            return _NOT_FINITE[value]
        if not re.match(_DECIMAL, value, re.ASCII):
            raise ValueError
    elif not hasattr(value, "as_integer_ratio"):
        raise TypeError
    return float(value)


def _write_float(value: Any) -> float | int | str:
    if isinstance(value, str):
        _read_float(value)
        return str.__str__(value)
    number = _read_float(value)
    if isnan(number):
        return "NaN"
    if number in (_NOT_FINITE["INF"], _NOT_FINITE["-INF"]):
        return "INF" if number > 0 else "-INF"
    return value if type(value) is int else number


def _read_decimal(value: Any) -> Decimal:
    from decimal import Decimal, InvalidOperation

    if isinstance(value, bool):
        raise TypeError
    if isinstance(value, (int, Decimal)):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, str) and (value in _NOT_FINITE or re.match(_DECIMAL, value, re.ASCII)):
        try:
            return Decimal(value.replace("INF", "Infinity"))
        except InvalidOperation:
            raise ValueError from None  # An exponent that no Decimal has.
    raise TypeError


def _write_decimal(value: Any) -> Any:
    from decimal import Decimal

    if isinstance(value, str):
        _read_decimal(value)
        return str.__str__(value)
    number = _read_decimal(value)
    if number.is_nan():
        return "NaN"
    if number.is_infinite():
        return "INF" if number > 0 else "-INF"
    text = str(number)
    if type(value) is int or repr(float(number)) == text:
        return value if type(value) is int else float(number)
    return Decimal(text)


def _read_timestamp(value: Any) -> datetime:
    """Fractions of more than six digits are cut: the text on the wire keeps them."""
    if not isinstance(value, str):
        raise TypeError
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = _leap(value.upper())
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _leap(text: str) -> datetime:
    """A leap second (RFC 3339, section 5.6) is the second after :59."""
    if text[16:19] != ":60":
        return datetime.fromisoformat(text)
    return datetime.fromisoformat(f"{text[:17]}59{text[19:]}") + timedelta(seconds=1)


def _write_timestamp(value: Any) -> str:
    if isinstance(value, str):
        if not re.match(_TIMESTAMP, value, re.ASCII):
            raise ValueError
        _read_timestamp(value)
        return str.__str__(value)
    if not isinstance(value, datetime):
        raise TypeError
    if value.utcoffset() is None:
        # Which moment that is depends on who reads it.
        raise ValueError("a datetime without tzinfo has no offset")
    text: str = value.isoformat()
    if text.endswith("+00:00"):
        return text[:-6] + "Z"
    if len(text) > 6 and text[-3] == ":" and text[-6] in "+-":
        return text
    raise ValueError


def _read_date(value: Any) -> date:
    if isinstance(value, str) and re.match(_DATE, value, re.ASCII):
        return date.fromisoformat(value)
    raise TypeError


def _write_date(value: Any) -> str:
    if isinstance(value, str):
        _read_date(value)
        return str.__str__(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    raise TypeError


def _read_time(value: Any) -> time:
    if isinstance(value, str) and re.match(_TIME, value, re.ASCII):
        return time.fromisoformat(value)
    raise TypeError


def _write_time(value: Any) -> str:
    if isinstance(value, str):
        _read_time(value)
        return str.__str__(value)
    if isinstance(value, time) and value.tzinfo is None:
        return value.isoformat()
    raise TypeError


def _read_duration(value: Any) -> timedelta:
    match = re.match(_DAYS_AND_TIME, value, re.ASCII) if isinstance(value, str) else None
    if match is None or value[-1] in "PT":
        raise TypeError
    sign, days, hours, minutes, seconds, fraction = match.groups()
    length = timedelta(
        days=int(days or 0),
        hours=int(hours or 0),
        minutes=int(minutes or 0),
        seconds=int(seconds or 0),
        microseconds=int((fraction or "0")[:6].ljust(6, "0")),
    )
    return -length if sign == "-" else length


def _write_duration(value: Any) -> str:
    if isinstance(value, str):
        _read_duration(value)
        return str.__str__(value)
    if not isinstance(value, timedelta):
        raise TypeError
    sign = "-" if value < timedelta(0) else ""
    length = abs(value)
    hours, rest = divmod(length.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f"{length.days}D" if length.days else ""
    clock = f"{hours}H" if hours else ""
    clock += f"{minutes}M" if minutes else ""
    if length.microseconds:
        clock += f"{seconds}." + f"{length.microseconds:06d}".rstrip("0") + "S"
    elif seconds or not (text or clock):
        clock += f"{seconds}S"
    return f"{sign}P{text}" + (f"T{clock}" if clock else "")


def _read_guid(value: Any) -> UUID:
    from .guids import guid_of

    return guid_of(value)


def _write_guid(value: Any) -> str:
    if isinstance(value, str):
        _read_guid(value)
        return str.__str__(value)
    if type(value).__name__ == "UUID":
        return str(value)
    raise TypeError


def _read_binary(value: Any) -> bytes:
    """Either alphabet, with padding or without."""
    if not isinstance(value, str):
        raise TypeError
    text = value.translate(_BYTE_ORDER).rstrip("=")
    return binascii.a2b_base64(text + "=" * (-len(text) % 4), strict_mode=True)


def _write_binary(value: Any) -> str:
    if isinstance(value, str):
        _read_binary(value)
        return str.__str__(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        text = binascii.b2a_base64(value, newline=False).decode("ascii")
        return text.replace("+", "-").replace("/", "_")
    raise TypeError


def _same(value: Any) -> Any:
    return value


_INTEGER = Codec("an integer", int, _read_int, _write_int)
_FLOAT = Codec("a number", float, _read_float, _write_float)
_BINARY = Codec("base64url text", None, _read_binary, _write_binary)
_GEO = Codec("a GeoJSON object", dict, _only(dict), _only(dict))
_ANY = Codec("a JSON value", None, _same, _same)

CODECS: dict[str, Codec] = {
    "Edm.String": Codec("a string", str, _only(str), _write_string),
    "Edm.Boolean": Codec("a boolean", bool, _only(bool), _only(bool)),
    "Edm.Byte": _INTEGER,
    "Edm.SByte": _INTEGER,
    "Edm.Int16": _INTEGER,
    "Edm.Int32": _INTEGER,
    "Edm.Int64": _INTEGER,
    "Edm.Single": _FLOAT,
    "Edm.Double": _FLOAT,
    "Edm.Decimal": Codec("a decimal number", None, _read_decimal, _write_decimal),
    "Edm.DateTimeOffset": Codec(
        "a date and time with an offset", None, _read_timestamp, _write_timestamp
    ),
    "Edm.Date": Codec("a date", None, _read_date, _write_date),
    "Edm.TimeOfDay": Codec("a time of day", None, _read_time, _write_time),
    "Edm.Duration": Codec("a duration (ISO 8601)", None, _read_duration, _write_duration),
    "Edm.Guid": Codec("a GUID", None, _read_guid, _write_guid),
    "Edm.Binary": _BINARY,
    "Edm.Stream": _BINARY,
    "Edm.Geography": _GEO,
    "Edm.Geometry": _GEO,
}
_SHAPES = ("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon")
for _space in ("Edm.Geography", "Edm.Geometry"):
    CODECS |= {f"{_space}{shape}": _GEO for shape in (*_SHAPES, "Collection")}


def codec_of(type_name: str) -> Codec:
    """The codec of a primitive type; any JSON value for Edm.Untyped and the abstract types."""
    return CODECS.get(type_name, _ANY)
