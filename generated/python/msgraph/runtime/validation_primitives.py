"""Whether a JSON value is a value of a primitive Edm type (OData JSON Format 4.01, section 7.1).

The literals are those of the OData ABNF 4.01. Where 4.0 and 4.01 or the protocol and its services
differ, the wider reading counts: Int64 and Decimal as numbers or as text (IEEE754Compatible), binary
data in either base64 alphabet with or without padding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from .validation_rules import Rule
from .validation_spatial import check_geo
from .validation_text import decode_base64

__all__ = ["Finding", "check_literal", "exact", "order_key"]

Finding = tuple[Rule, str]
"""A broken rule and what to say of it."""

INTEGER_RANGES: Mapping[str, tuple[int, int]] = {
    "Edm.Byte": (0, 255),
    "Edm.SByte": (-128, 127),
    "Edm.Int16": (-(2**15), 2**15 - 1),
    "Edm.Int32": (-(2**31), 2**31 - 1),
    "Edm.Int64": (-(2**63), 2**63 - 1),
}
MAX_SINGLE = Decimal(2**128 - 2**104)
MAX_DOUBLE = Decimal(2**1024 - 2**970)
SPECIAL_NUMBERS = frozenset({"INF", "-INF", "NaN"})

INTEGER = re.compile(r"[+-]?[0-9]{1,19}\Z")
DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,9})?\Z")
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")
DATE = re.compile(r"(-?)([0-9]{4}|[1-9][0-9]{4,5})-([0-9]{2})-([0-9]{2})\Z")
TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])(:([0-5][0-9])(\.([0-9]{1,12}))?)?\Z")
OFFSET = re.compile(r"(.+?)([zZ]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\Z", re.DOTALL)
DURATION = re.compile(
    r"([+-]?)P(?=[0-9T])(?:([0-9]{1,15})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,15})H)?(?:([0-9]{1,15})M)?(?:([0-9]{1,15}(?:\.[0-9]{1,15})?)S)?)?\Z"
)
# Times are counted in whole units of this size: a literal has no more fractional digits.
FRACTION_DIGITS = 15
UNITS: int = 10**FRACTION_DIGITS


def exact(value: object) -> Decimal | None:
    """The number that a JSON number is, exactly as its shortest text says; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(value))
    return None


def check_literal(type_name: str, value: object, *, floating: bool = False) -> Finding | None:
    """What keeps `value`, which is not null, from being a value of the primitive type `type_name`.

    `floating` is for an Edm.Decimal whose scale is floating. A type that is not known here has no
    values that could be wrong.
    """
    if type_name in INTEGER_RANGES:
        return _check_integer(type_name, value)
    if type_name == "Edm.Decimal":
        return _check_decimal(value, floating)
    if type_name in {"Edm.Double", "Edm.Single"}:
        return _check_float(type_name, value)
    if type_name == "Edm.Boolean":
        return None if isinstance(value, bool) else (Rule.WRONG_TYPE, "true or false is expected")
    if type_name == "Edm.PrimitiveType":
        wrong = isinstance(value, dict | list)
        return (Rule.WRONG_TYPE, "a primitive value is expected") if wrong else None
    if type_name == "Edm.Untyped":
        return None
    if type_name.startswith(("Edm.Geography", "Edm.Geometry")):
        problem = check_geo(type_name, value)
        if problem is None:
            return None
        return (Rule.WRONG_TYPE if not isinstance(value, dict) else Rule.FORMAT, problem)
    if not isinstance(value, str):
        return (Rule.WRONG_TYPE, f"text is expected for {type_name}")
    check = TEXT_CHECKS.get(type_name)
    return check(value) if check is not None else None


def _check_integer(type_name: str, value: object) -> Finding | None:
    if isinstance(value, str):
        if type_name != "Edm.Int64":
            return (Rule.WRONG_TYPE, f"a whole number is expected for {type_name}")
        if not INTEGER.match(value):
            return (Rule.FORMAT, "the text is no whole number")
        number = Decimal(value)
    else:
        found = exact(value)
        if found is None:
            return (Rule.WRONG_TYPE, f"a whole number is expected for {type_name}")
        number = found
        if not number.is_finite() or not _is_whole(number):
            return (Rule.WRONG_TYPE, f"a whole number is expected for {type_name}")
    low, high = INTEGER_RANGES[type_name]
    if not low <= number <= high:
        return (Rule.OUT_OF_RANGE, f"{type_name} goes from {low} to {high}")
    return None


def _is_whole(number: Decimal) -> bool:
    """Whether there is no fraction; without writing out numbers such as 1e999999."""
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or exponent >= 0:
        return True
    return not any(digits[max(0, len(digits) + exponent) :]) if digits else True


def _check_decimal(value: object, floating: bool) -> Finding | None:
    if isinstance(value, str):
        if value in SPECIAL_NUMBERS:
            problem = "only a decimal with floating scale can be INF, -INF or NaN"
            return None if floating else (Rule.FORMAT, problem)
        if not DECIMAL.match(value):
            return (Rule.FORMAT, "the text is no decimal number")
        return None
    number = exact(value)
    if number is None or not number.is_finite():
        return (Rule.WRONG_TYPE, "a number is expected for Edm.Decimal")
    return None


def _check_float(type_name: str, value: object) -> Finding | None:
    if isinstance(value, str):
        if value in SPECIAL_NUMBERS:
            return None
        return (Rule.WRONG_TYPE, f"a number is expected for {type_name}, or INF, -INF or NaN")
    number = exact(value)
    if number is None or not number.is_finite():
        return (Rule.WRONG_TYPE, f"a number is expected for {type_name}, or INF, -INF or NaN")
    if number.copy_abs() > (MAX_SINGLE if type_name == "Edm.Single" else MAX_DOUBLE):
        return (Rule.OUT_OF_RANGE, f"the number is too large for {type_name}")
    return None


def _is_date(text: str) -> bool:
    match = DATE.match(text)
    if match is None:
        return False
    year, month, day = int(match[2]), int(match[3]), int(match[4])
    # The calendar repeats every 400 years; `date` has the years from 1 to 9999.
    try:
        date(2000 + (-year if match[1] else year) % 400, month, day)
    except ValueError:
        return False
    return True


def _is_date_time_offset(text: str) -> bool:
    match = OFFSET.match(text)
    if match is None:
        return False
    day, mark, time = match[1].replace("t", "T").partition("T")
    return bool(mark) and _is_date(day) and TIME.match(time) is not None


def _check_guid(text: str) -> Finding | None:
    return None if GUID.match(text) else (Rule.FORMAT, "the text is no GUID")


def _check_date(text: str) -> Finding | None:
    return None if _is_date(text) else (Rule.FORMAT, "the text is no date as in 2026-01-31")


def _check_date_time_offset(text: str) -> Finding | None:
    if _is_date_time_offset(text):
        return None
    return (Rule.FORMAT, "the text is no date and time with offset as in 2026-01-31T12:00:00Z")


def _check_duration(text: str) -> Finding | None:
    if DURATION.match(text):
        return None
    return (Rule.FORMAT, "the text is no duration in days, hours, minutes and seconds as in P1DT2H")


def _check_time_of_day(text: str) -> Finding | None:
    return None if TIME.match(text) else (Rule.FORMAT, "the text is no time of day as in 12:00:00")


def _check_binary(text: str) -> Finding | None:
    if decode_base64(text) is not None:
        return None
    return (Rule.FORMAT, "the text is neither base64 nor base64url")


TEXT_CHECKS: Mapping[str, Callable[[str], Finding | None]] = {
    "Edm.Guid": _check_guid,
    "Edm.Date": _check_date,
    "Edm.DateTimeOffset": _check_date_time_offset,
    "Edm.Duration": _check_duration,
    "Edm.TimeOfDay": _check_time_of_day,
    "Edm.Binary": _check_binary,
}


def order_key(type_name: str, value: object) -> Decimal | None:
    """Where a valid value stands in the order of its type, or None where there is no such order.

    Numbers stand for themselves, durations and times of day for their seconds, dates for their day,
    points in time for the seconds since the year 0.
    """
    if type_name in {"Edm.Date", "Edm.DateTimeOffset", "Edm.TimeOfDay", "Edm.Duration"}:
        return _temporal_key(type_name, value) if isinstance(value, str) else None
    if isinstance(value, str):
        if value in SPECIAL_NUMBERS:
            return None if value == "NaN" else Decimal(value.replace("INF", "Infinity"))
        numeric = type_name in INTEGER_RANGES or type_name in {
            "Edm.Decimal",
            "Edm.Double",
            "Edm.Single",
        }
        try:
            return Decimal(value) if numeric else None
        except InvalidOperation:
            return None
    return exact(value)


def _temporal_key(type_name: str, text: str) -> Decimal | None:
    if _TEMPORAL[type_name](text) is not None:
        return None
    if type_name == "Edm.Date":
        return Decimal(_day_number(text))
    if type_name == "Edm.TimeOfDay":
        return _seconds(_units_of_day(text))
    if type_name == "Edm.Duration":
        return _seconds(_duration_units(text))
    match = OFFSET.match(text)
    assert match is not None
    day, _, time = match[1].replace("t", "T").partition("T")
    units = 86400 * UNITS * _day_number(day) + _units_of_day(time)
    if match[2] not in "zZ":
        offset = _units_of_day(match[2][1:])
        units += -offset if match[2][0] == "+" else offset
    return _seconds(units)


def _seconds(units: int) -> Decimal:
    """Seconds from units, exactly: arithmetic of decimals would round to the context's precision."""
    return Decimal(f"{units}e-{FRACTION_DIGITS}")


def _day_number(text: str) -> int:
    match = DATE.match(text)
    assert match is not None
    year = -int(match[2]) if match[1] else int(match[2])
    cycles, within = divmod(year, 400)
    return cycles * 146097 + date(2000 + within, int(match[3]), int(match[4])).toordinal()


def _units_of_day(text: str) -> int:
    match = TIME.match(text)
    assert match is not None
    whole = 3600 * int(match[1]) + 60 * int(match[2]) + int(match[4] or 0)
    return whole * UNITS + _fraction_units(match[6] or "")


def _duration_units(text: str) -> int:
    match = DURATION.match(text)
    assert match is not None
    whole = 86400 * int(match[2] or 0) + 3600 * int(match[3] or 0) + 60 * int(match[4] or 0)
    seconds, _, fraction = (match[5] or "0").partition(".")
    units = (whole + int(seconds)) * UNITS + _fraction_units(fraction)
    return -units if match[1] == "-" else units


def _fraction_units(digits: str) -> int:
    return int(digits.ljust(FRACTION_DIGITS, "0"))


_TEMPORAL: Mapping[str, Callable[[str], Finding | None]] = {
    "Edm.Date": _check_date,
    "Edm.DateTimeOffset": _check_date_time_offset,
    "Edm.Duration": _check_duration,
    "Edm.TimeOfDay": _check_time_of_day,
}


def fraction_digits(type_name: str, text: str) -> int:
    """How many digits the seconds' fraction of a valid temporal literal has, trailing zeros aside."""
    _, _, fraction = text.partition(".")
    digits = re.match(r"[0-9]*", fraction)
    return len(digits[0].rstrip("0")) if digits and type_name != "Edm.Date" else 0
