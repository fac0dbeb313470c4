"""JSON values compared exactly: numbers by their value, whatever their size; objects without order."""

from __future__ import annotations

import json
import math
from decimal import Decimal

__all__ = ["Number", "canonical", "exact", "is_integer", "is_multiple", "type_names"]

Number = int | Decimal
# Integers with more digits are turned into text by Decimal, which has no limit of digits.
_FEW_BITS = 4_000
# Division of longer ones takes long; Python reads no more than 4,300 from text.
MOST_DIGITS = 4_000


def exact(value: object) -> Number | None:
    """A JSON number without rounding; None for what is no JSON number. Floats are what their text says."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return Decimal(repr(value)) if math.isfinite(value) else None
    if isinstance(value, Decimal) and value.is_finite():
        return value
    return None


def is_integer(number: Number) -> bool:
    """Whether a number has no fraction: 1.0 has none. The exponent may be of any size."""
    if isinstance(number, int):
        return True
    digits, exponent = _parts(number)
    return exponent >= 0 or not digits or len(digits) - len(digits.rstrip("0")) >= -exponent


def is_multiple(number: Number, factor: Number) -> bool | None:
    """Whether `number` is `factor`, which is above zero, times an integer.

    The time does not grow with the exponents. None for numbers of so many digits that it would take long.
    """
    if isinstance(number, int) and isinstance(factor, int):
        return number % factor == 0
    digits, exponent = _parts(number)
    divisor_digits, divisor_exponent = _parts(factor)
    if max(len(digits), len(divisor_digits)) > MOST_DIGITS:
        return None
    if not digits:
        return True
    divisor = int(divisor_digits)
    shift = exponent - divisor_exponent
    if shift >= 0:
        return int(digits) % divisor * pow(10, shift, divisor) % divisor == 0
    # The number has to have that power of ten itself.
    if len(digits) - len(digits.rstrip("0")) < -shift:
        return False
    return int(digits[:shift]) % divisor == 0


def _parts(number: Number) -> tuple[str, int]:
    """The digits, none for zero, and the exponent of ten; the sign does not matter here."""
    if isinstance(number, int) and number.bit_length() <= _FEW_BITS:
        return str(abs(number)).lstrip("0"), 0
    _, digits, exponent = Decimal(number).as_tuple()
    assert isinstance(exponent, int), "finite"
    return "".join(map(str, digits)).lstrip("0"), exponent


def type_names(value: object) -> tuple[str, ...]:
    """The names that `type` may call a value by; none for what is no JSON value."""
    if value is None:
        return ("null",)
    if isinstance(value, bool):
        return ("boolean",)
    if isinstance(value, str):
        return ("string",)
    if isinstance(value, dict):
        return ("object",)
    if isinstance(value, list):
        return ("array",)
    number = exact(value)
    if number is None:
        return ()
    return ("integer", "number") if is_integer(number) else ("number",)


def canonical(value: object) -> str:
    """A text that equal values share and others do not (JSON Schema 2020-12 Core, section 4.2.2)."""
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, dict):
        members = sorted(
            f"{json.dumps(name)}:{canonical(member)}" for name, member in value.items()
        )
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    number = exact(value)
    return str(value) if number is None else _number_text(number)


def _number_text(number: Number) -> str:
    digits, exponent = _parts(number)
    kept = digits.rstrip("0")
    if not kept:
        return "0"
    sign = "-" if number < 0 else ""
    return f"{sign}{kept}e{exponent + len(digits) - len(kept)}"
