"""Values as OData 1 to 3 write them: literals of URLs ([MS-ODATA], 2.2.2) and verbose JSON (2.2.6.3).

Everything else in this package speaks of values as OData 4.01 does. `wire` is the name that the older
version has for a type: `Edm.DateTime` for a moment without an offset, `Edm.Time` for a duration.
"""

from __future__ import annotations

import re
from base64 import b64encode, urlsafe_b64decode
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from .errors import UnexpectedAnswer

__all__ = ["from_json", "literal_of", "to_json"]

_TICKS = re.compile(r"/Date\((-?\d{1,17})([+-]\d{1,4})?\)/\Z")
_LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?\Z")
_NUMBER = re.compile(r"-?\d{1,40}(\.\d{1,40})?([eE][+-]?\d{1,4})?\Z", re.ASCII)
_SUFFIXES = {
    "Edm.Int64": "L",
    "Edm.Decimal": "M",
    "Edm.Double": "d",
    "Edm.Single": "f",
}
_DURATION = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(\.\d+)?S)?\Z", re.ASCII)
_NO_NUMBERS = ("INF", "-INF", "NaN")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def literal_of(text: str, wire: str) -> str:
    """The literal of a value that is there as the text that OData 4.01 has for it, not yet encoded."""
    if wire == "Edm.String" or not wire.startswith("Edm."):
        quoted = text.replace("'", "''")
        return f"'{quoted}'"
    if wire == "Edm.DateTime":
        return f"datetime'{_local(text)}'"
    if wire == "Edm.DateTimeOffset":
        return f"datetimeoffset'{text}'"
    if wire in ("Edm.Time", "Edm.Duration"):
        return f"time'{_time_of_day(text)}'"
    if wire == "Edm.Guid":
        return f"guid'{text}'"
    if wire == "Edm.Binary":
        return f"X'{_bytes(text).hex().upper()}'"
    return text if text in _NO_NUMBERS else text + _SUFFIXES.get(wire, "")


def to_json(value: Any, wire: str, iso: bool) -> Any:
    """A JSON value of 4.01 as the older version has it; with `iso` times are texts, as version 3 writes them."""
    if wire in ("Edm.Int64", "Edm.Decimal") and not isinstance(value, (str, bool, type(None))):
        return str(value)
    if not isinstance(value, str):
        return value
    if wire in ("Edm.DateTime", "Edm.DateTimeOffset"):
        if iso:
            return _local(value) if wire == "Edm.DateTime" else value
        return _ticks(_moment(value), wire == "Edm.DateTimeOffset")
    if wire in ("Edm.Time", "Edm.Duration"):
        return _time_of_day(value)
    return b64encode(_bytes(value)).decode("ascii") if wire == "Edm.Binary" else value


def from_json(value: Any, type_name: str, wire: str) -> Any:
    """A JSON value of the older version as 4.01 has it. `type_name` is its type there.

    What is none of the type stays as it is: reading the property says so. Raises `UnexpectedAnswer` for a
    moment that no calendar has.
    """
    if not isinstance(value, str):
        return value
    if wire in _SUFFIXES:
        return _number(value, wire)
    if wire not in ("Edm.DateTime", "Edm.DateTimeOffset"):
        return value
    ticks = _TICKS.match(value)
    if ticks is not None:
        value = _from_ticks(int(ticks[1]), int(ticks[2] or 0))
    elif _LOCAL.match(value):
        value += "Z"
    return value[:10] if type_name == "Edm.Date" else value


def _number(text: str, wire: str) -> Any:
    """A number that stands as text: with the suffix of a literal, or without."""
    plain = text[:-1] if text[-1:].lower() == _SUFFIXES[wire].lower() else text
    if wire == "Edm.Int64":
        return int(plain) if re.fullmatch(r"-?\d{1,19}", plain, re.ASCII) else text
    return plain if _NUMBER.match(plain) else text


def _from_ticks(milliseconds: int, minutes: int) -> str:
    """The moment at which a clock of that offset shows the ticks: what .NET, Olingo and datajs mean by them."""
    try:
        zone = timezone(timedelta(minutes=minutes)) if minutes else UTC
        moment = _EPOCH.replace(tzinfo=zone) + timedelta(milliseconds=milliseconds)
    except (OverflowError, ValueError):
        raise UnexpectedAnswer("the service answered a time that no calendar has") from None
    return moment.isoformat().replace("+00:00", "Z")


def _moment(text: str) -> datetime:
    """The moment that a text of 4.01 stands for; of a date its beginning."""
    if len(text) == 10:
        return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _local(text: str) -> str:
    """A moment without its offset, in universal time."""
    shown = _moment(text).astimezone(UTC).replace(tzinfo=None).isoformat()
    return shown.rstrip("0") if "." in shown else shown


def _ticks(moment: datetime, with_offset: bool) -> str:
    offset = (moment.utcoffset() or timedelta(0)) // timedelta(minutes=1)
    if not with_offset:
        offset = 0
    clock = moment - _EPOCH + timedelta(minutes=offset)
    milliseconds = clock // timedelta(milliseconds=1)
    return f"/Date({milliseconds}{f'{offset:+05d}' if with_offset else ''})/"


def _time_of_day(text: str) -> str:
    """A duration of less than a day with all its parts: services of SAP take no other form."""
    found = _DURATION.match(text)
    if found is None:
        return text
    hours, minutes, whole = (int(part or 0) for part in found.group(1, 2, 3))
    total = hours * 3600 + minutes * 60 + whole
    fraction = found[4] or ""
    if total >= 86400:
        return text
    return f"PT{total // 3600:02d}H{total // 60 % 60:02d}M{total % 60:02d}{fraction}S"


def _bytes(text: str) -> bytes:
    plain = text.translate(str.maketrans("+/", "-_")).rstrip("=")
    return urlsafe_b64decode(plain + "=" * (-len(plain) % 4))
