"""The literals of primitive types: is this text one? (OData ABNF 4.01, rules `...Value`.)

Only syntax and range are decided here; the text itself is what a Document keeps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from edmund.csdl.expression import ConstantKind
from edmund.csdl.names import is_qualified_name, is_simple_identifier

__all__ = ["INTEGER_RANGES", "constant_problem", "default_value_problem", "integer_problem"]

INTEGER_RANGES: Mapping[str, tuple[int, int]] = {
    "Edm.Byte": (0, 255),
    "Edm.SByte": (-128, 127),
    "Edm.Int16": (-(2**15), 2**15 - 1),
    "Edm.Int32": (-(2**31), 2**31 - 1),
    "Edm.Int64": (-(2**63), 2**63 - 1),
}

_INTEGER = re.compile(r"[+-]?[0-9]{1,19}")
_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?|-?INF|NaN")
_BINARY = re.compile(r"([A-Za-z0-9_-]{4})*([A-Za-z0-9_-]{2}(==)?|[A-Za-z0-9_-]{3}=?)?")
_GUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_DURATION = re.compile(
    r"[+-]?P(?=[0-9T])([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?"
)
_YEAR_MONTH_DAY = r"-?(?P<year>0[0-9]{3}|[1-9][0-9]{3,})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,12})?)?"
_DATE = re.compile(_YEAR_MONTH_DAY)
_TIME = re.compile(_CLOCK)
_DATE_TIME = re.compile(rf"{_YEAR_MONTH_DAY}[Tt]{_CLOCK}([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def integer_problem(text: str, type_name: str) -> str | None:
    """Why `text` is no literal of an integer type such as `Edm.Int32`, or None."""
    if not _INTEGER.fullmatch(text):
        return "it is not an integer"
    low, high = INTEGER_RANGES[type_name]
    return None if low <= int(text) <= high else f"it is not between {low} and {high}"


def _is_calendar_day(matched: re.Match[str]) -> bool:
    month, day = int(matched["month"]), int(matched["day"])
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    # Only the last four digits decide, so that a year of any length costs nothing.
    year = int(matched["year"][-4:])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return leap or (month, day) != (2, 29)


def _date(text: str) -> str | None:
    matched = _DATE.fullmatch(text)
    return None if matched and _is_calendar_day(matched) else "a date is YYYY-MM-DD"


def _date_time_offset(text: str) -> str | None:
    matched = _DATE_TIME.fullmatch(text)
    if matched and _is_calendar_day(matched):
        return None
    return "a date with time is YYYY-MM-DDThh:mm:ss, then Z or an offset such as +01:00"


def _boolean(text: str) -> str | None:
    return None if text.lower() in {"true", "false"} else "a Boolean is true or false"


def _decimal(text: str) -> str | None:
    return (
        None if _DECIMAL.fullmatch(text) else "a number is digits, perhaps with point and exponent"
    )


def _int(text: str) -> str | None:
    return integer_problem(text, "Edm.Int64")


def _binary(text: str) -> str | None:
    return None if _BINARY.fullmatch(text) else "binary is base64url: letters, digits, - and _"


def _guid(text: str) -> str | None:
    return None if _GUID.fullmatch(text) else "a GUID is 8-4-4-4-12 hexadecimal digits"


def _duration(text: str) -> str | None:
    return (
        None if _DURATION.fullmatch(text) else "a duration is P, days, T, hours, minutes, seconds"
    )


def _time_of_day(text: str) -> str | None:
    return None if _TIME.fullmatch(text) else "a time of day is hh:mm:ss"


def _string(text: str) -> str | None:
    return None


def _enum_member(text: str) -> str | None:
    members = text.split()
    for member in members:
        type_name, _, name = member.partition("/")
        if not is_qualified_name(type_name) or not is_simple_identifier(name):
            return "members are written Namespace.Type/Member, several separated by spaces"
    if len({member.partition("/")[0] for member in members}) > 1:
        return "all members must be of one type"
    return None if members else "it is empty"


_CONSTANTS: Mapping[ConstantKind, Callable[[str], str | None]] = {
    ConstantKind.BINARY: _binary,
    ConstantKind.BOOL: _boolean,
    ConstantKind.DATE: _date,
    ConstantKind.DATE_TIME_OFFSET: _date_time_offset,
    ConstantKind.DECIMAL: _decimal,
    ConstantKind.DURATION: _duration,
    ConstantKind.ENUM_MEMBER: _enum_member,
    ConstantKind.FLOAT: _decimal,
    ConstantKind.GUID: _guid,
    ConstantKind.INT: _int,
    ConstantKind.STRING: _string,
    ConstantKind.TIME_OF_DAY: _time_of_day,
}

_DEFAULTS: Mapping[str, Callable[[str], str | None]] = {
    "Edm.Binary": _binary,
    "Edm.Boolean": _boolean,
    "Edm.Date": _date,
    "Edm.DateTimeOffset": _date_time_offset,
    "Edm.Decimal": _decimal,
    "Edm.Double": _decimal,
    "Edm.Duration": _duration,
    "Edm.Guid": _guid,
    "Edm.Single": _decimal,
    "Edm.TimeOfDay": _time_of_day,
}


def constant_problem(kind: ConstantKind, text: str) -> str | None:
    """Why `text` is no constant of `kind` (section 14.3), or None when it is one."""
    return _CONSTANTS[kind](text)


def default_value_problem(type_name: str, text: str) -> str | None:
    """Why `text` cannot be a DefaultValue of a built-in type (section 7.2.7), or None.

    Types of the model's own, collections, strings and geo types are not judged here.
    """
    if type_name in INTEGER_RANGES:
        return integer_problem(text, type_name)
    check = _DEFAULTS.get(type_name)
    return None if check is None else check(text)
