"""Rules on a single value that has the right type: facets and constraints."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .validation_primitives import Finding, fraction_digits, order_key
from .validation_rules import Rule
from .validation_shapes import Bound, JsonScalar, ValueShape
from .validation_text import decode_base64, is_url_reference

__all__ = ["check_facets", "check_items", "is_allowed"]

TEMPORAL = frozenset({"Edm.DateTimeOffset", "Edm.Duration", "Edm.TimeOfDay"})


def check_facets(shape: ValueShape, value: object) -> Iterator[Finding]:
    """What is wrong with `value`, a valid literal of the shape's primitive type."""
    if isinstance(value, str):
        yield from _check_length(shape, value)
        yield from _check_text(shape, value)
    if shape.type in TEMPORAL and isinstance(value, str):
        yield from _check_seconds(shape, value)
    if shape.type == "Edm.Decimal":
        yield from _check_digits(shape, value)
    yield from _check_interval(shape, value)
    if shape.allowed_values is not None and not is_allowed(shape, value):
        yield (Rule.ALLOWED_VALUES, "the value is none of those allowed")


def check_items(shape: ValueShape, count: int) -> Iterator[Finding]:
    """What is wrong with the number of a collection's items."""
    if shape.min_items is not None and count < shape.min_items:
        yield (Rule.MIN_ITEMS, f"{count} items; at least {shape.min_items} are asked for")
    if shape.max_items is not None and count > shape.max_items:
        yield (Rule.MAX_ITEMS, f"{count} items; at most {shape.max_items} are allowed")


def _check_length(shape: ValueShape, text: str) -> Iterator[Finding]:
    if shape.max_length is None:
        return
    if shape.type == "Edm.String" and len(text) > shape.max_length:
        yield (Rule.MAX_LENGTH, f"{len(text)} characters; at most {shape.max_length} are allowed")
    if shape.type == "Edm.Binary":
        data = decode_base64(text)
        if data is not None and len(data) > shape.max_length:
            yield (Rule.MAX_LENGTH, f"{len(data)} bytes; at most {shape.max_length} are allowed")


def _check_text(shape: ValueShape, text: str) -> Iterator[Finding]:
    if shape.type != "Edm.String":
        return
    if shape.pattern is not None:
        from .validation_matcher import matches

        found = matches(shape.pattern, text)
        if found is None:
            yield (Rule.PATTERN_SKIPPED, "the declared pattern cannot be checked in bounded time")
        elif not found:
            yield (Rule.PATTERN, "the text does not match the declared pattern")
    if shape.is_url and not is_url_reference(text):
        yield (Rule.URL, "the text is no URL, neither absolute nor relative")
    if shape.is_base64 and decode_base64(text) is None:
        yield (Rule.BASE64, "the text is neither base64 nor base64url")


def _check_seconds(shape: ValueShape, text: str) -> Iterator[Finding]:
    if shape.precision is not None and fraction_digits(shape.type, text) > shape.precision:
        yield (
            Rule.PRECISION,
            f"at most {shape.precision} fractional digits of a second are allowed",
        )


def _check_digits(shape: ValueShape, value: object) -> Iterator[Finding]:
    number = order_key("Edm.Decimal", value)
    if number is None or not number.is_finite():
        return
    left, right, significant = _count_digits(number)
    if shape.floating_scale:
        if shape.precision is not None and significant > shape.precision:
            yield (Rule.PRECISION, f"at most {shape.precision} significant digits are allowed")
        return
    if shape.scale is not None and right > shape.scale:
        yield (Rule.SCALE, f"at most {shape.scale} fractional digits are allowed")
    if shape.precision is None:
        return
    if shape.scale is not None:
        whole = shape.precision - shape.scale
        if left > whole:
            yield (Rule.PRECISION, f"at most {whole} digits before the decimal point are allowed")
    elif left + right > shape.precision:
        yield (Rule.PRECISION, f"at most {shape.precision} digits are allowed")


def _count_digits(number: Decimal) -> tuple[int, int, int]:
    """Digits before and after the decimal point, and significant ones, without leading or trailing zeros."""
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    text = "".join(map(str, digits)).lstrip("0")
    stripped = text.rstrip("0")
    if not stripped:
        return (0, 0, 0)
    exponent += len(text) - len(stripped)
    return (max(0, len(stripped) + exponent), max(0, -exponent), len(stripped))


def _check_interval(shape: ValueShape, value: object) -> Iterator[Finding]:
    if shape.minimum is None and shape.maximum is None and shape.multiple_of is None:
        return
    number = order_key(shape.type, value)
    if number is None:
        return
    low, high = _limit(shape, shape.minimum), _limit(shape, shape.maximum)
    if low is not None and shape.minimum is not None:
        if number < low:
            yield (Rule.MINIMUM, f"the minimum is {shape.minimum.value}")
        elif number == low and shape.minimum.exclusive:
            yield (Rule.MINIMUM, f"the value must be above {shape.minimum.value}")
    if high is not None and shape.maximum is not None:
        if number > high:
            yield (Rule.MAXIMUM, f"the maximum is {shape.maximum.value}")
        elif number == high and shape.maximum.exclusive:
            yield (Rule.MAXIMUM, f"the value must be below {shape.maximum.value}")
    if shape.multiple_of is not None and not _is_multiple(number, shape.multiple_of):
        yield (Rule.MULTIPLE_OF, f"the value must be a multiple of {shape.multiple_of}")


def _limit(shape: ValueShape, bound: Bound | None) -> Decimal | None:
    """Where a bound stands in the order of the type; NaN, which has no place there, is no bound."""
    number = None if bound is None else order_key(shape.type, bound.value)
    return None if number is None or number.is_nan() else number


def _is_multiple(number: Decimal, step: Decimal) -> bool:
    if not number.is_finite() or not step.is_finite() or step <= 0:
        return True
    low = min(_exponent(number), _exponent(step))
    if max(number.adjusted(), step.adjusted()) - low > 1000:
        return True  # Too far apart to be written out; nothing is claimed.
    return _whole(number, low) % _whole(step, low) == 0


def _whole(number: Decimal, exponent: int) -> int:
    """How often 10 to the `exponent` goes into the number; exactly, whatever the context's precision."""
    _, digits, own = number.as_tuple()
    assert isinstance(own, int)
    return int("".join(map(str, digits)) + "0" * (own - exponent))


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def is_allowed(shape: ValueShape, value: object) -> bool:
    """Whether `value` (None for null) is one of the allowed ones; numbers and times compare as such."""
    return any(_same(shape.type, value, allowed) for allowed in shape.allowed_values or ())


def _same(type_name: str, value: object, allowed: JsonScalar) -> bool:
    if isinstance(value, bool) or isinstance(allowed, bool) or value is None or allowed is None:
        return value is allowed
    mine, theirs = order_key(type_name, value), order_key(type_name, allowed)
    if mine is not None and theirs is not None:
        return mine == theirs
    if type_name == "Edm.Guid" and isinstance(value, str) and isinstance(allowed, str):
        return value.lower() == allowed.lower()
    return value == allowed
