"""Restrictions of primitives: which hold more values, and which values they let pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import gt, lt
from typing import Any, Final

from edmund.surface.types import Bound, Constraints, JsonScalar, Primitive

__all__ = ["are_tighter", "at_least", "at_most", "can_be"]

_WHOLE: Final = {"Edm.SByte": 7, "Edm.Byte": 8, "Edm.Int16": 15, "Edm.Int32": 31, "Edm.Int64": 63}
_FRACTIONAL: Final = ("Edm.Single", "Edm.Double", "Edm.Decimal")

# Which primitives hold all values of another one, as JSON writes them.
_WIDER: Final = {
    "Edm.SByte": "Edm.Int16",
    "Edm.Byte": "Edm.Int16",
    "Edm.Int16": "Edm.Int32",
    "Edm.Int32": "Edm.Int64",
    "Edm.Int64": "Edm.Single",
    "Edm.Single": "Edm.Double",
    "Edm.Double": "Edm.Decimal",
    "Edm.Guid": "Edm.String",
    "Edm.Date": "Edm.String",
    "Edm.DateTimeOffset": "Edm.String",
    "Edm.TimeOfDay": "Edm.String",
    "Edm.Duration": "Edm.String",
    "Edm.Binary": "Edm.String",
}


def are_tighter(inner: Primitive, outer: Primitive) -> bool:
    """Whether all values of `inner` are values of `outer`."""
    ours, theirs = inner.constraints, outer.constraints
    return (
        _reaches(inner.name, outer.name)
        and at_least(ours.min_length, theirs.min_length)
        and at_most(ours.max_length, theirs.max_length)
        and _is_within(ours.minimum, theirs.minimum, gt)
        and _is_within(ours.maximum, theirs.maximum, lt)
        and all(was == is_ or is_ in (None, False) for was, is_ in _of_one_kind(ours, theirs))
    )


def at_least(inner: int | None, outer: int | None) -> bool:
    """Whether a least number is no lower than another one; None is no bound."""
    return outer is None or (inner is not None and inner >= outer)


def at_most(inner: int | None, outer: int | None) -> bool:
    """Whether a greatest number is no higher than another one; None is no bound."""
    return outer is None or (inner is not None and inner <= outer)


def can_be(value: JsonScalar, primitive: Primitive) -> bool:
    """Whether a value is surely one of a primitive: of formats and patterns nothing is known."""
    limits = primitive.constraints
    if limits.pattern is not None or limits.multiple_of is not None:
        return False
    if isinstance(value, str):
        plain = primitive.name == "Edm.String" and not (limits.is_url or limits.is_base64)
        size = len(value)
        return plain and at_least(size, limits.min_length) and at_most(size, limits.max_length)
    if value is None or isinstance(value, bool):
        return value is not None and primitive.name == "Edm.Boolean"
    point = Bound(value)
    return (
        _is_number(Decimal(str(value)), primitive.name)
        and _is_within(point, limits.minimum, gt)
        and _is_within(point, limits.maximum, lt)
    )


def _is_number(value: Decimal, name: str) -> bool:
    if name in _FRACTIONAL:
        return True
    bits = _WHOLE.get(name)
    return bits is not None and value == value.to_integral_value() and abs(value) < 2**bits


def _reaches(name: str, wider: str) -> bool:
    at: str | None = name
    while at is not None and at != wider:
        at = _WIDER.get(at)
    return at is not None


def _of_one_kind(ours: Constraints, theirs: Constraints) -> Iterator[tuple[object, object]]:
    """Restrictions of which no more is known than that they are there."""
    yield ours.pattern, theirs.pattern
    yield ours.multiple_of, theirs.multiple_of
    yield ours.is_url, theirs.is_url
    yield ours.is_base64, theirs.is_base64
    yield ours.allowed_values, theirs.allowed_values


def _is_within(
    inner: Bound | None, outer: Bound | None, further: Callable[[Any, Any], object]
) -> bool:
    """Whether one end of an interval lies within another's; `further` says which of two values is further inside."""
    if outer is None or inner == outer:
        return True
    if inner is None:
        return False
    if inner.value == outer.value:
        return not outer.exclusive
    return bool(further(inner.value, outer.value))
