"""What the schema says of values, as keyword arguments of declarations."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite

from edmund.surface.shapes import ValueShape
from edmund.surface.types import Constraints
from edmund.targets.python.literals import Group, int_literal, string_literal, tuple_literal

__all__ = ["constraint_facts", "facts_of", "value_literal"]


def facts_of(shape: ValueShape) -> list[str | Group]:
    """What the schema says of the values, as keyword arguments of a declaration; only what is said."""
    facts: list[str | Group] = [] if shape.nullable else ["nullable=False"]
    facts += _restrictions(shape)
    facts += _said("min_items", shape.min_items)
    facts += _said("max_items", shape.max_items)
    facts += _said("is_url", shape.is_url)
    facts += _said("is_base64", shape.is_base64)
    facts += _said("types", shape.types)
    return facts


def constraint_facts(said: Constraints, shape: ValueShape) -> list[str | Group]:
    """What restricts the values of a primitive or an enumeration of this shape, as keyword arguments."""
    return [
        *_said("min_length", said.min_length),
        *_restrictions(shape),
        *_said("is_url", said.is_url),
        *_said("is_base64", said.is_base64),
    ]


def _restrictions(said: ValueShape) -> Iterator[str | Group]:
    yield from _said("max_length", said.max_length)
    yield from _said("precision", said.precision)
    yield from _said("floating_scale", said.floating_scale)
    yield from _said("scale", said.scale)
    yield from _said("pattern", said.pattern)
    for end, bound in (("minimum", said.minimum), ("maximum", said.maximum)):
        if bound is not None:
            yield f"{end}={value_literal(bound.value)}"
            yield from _said(f"{end}_exclusive", bound.exclusive)
    yield from _said("multiple_of", _whole(said.multiple_of))
    yield from _said("allowed_values", said.allowed_values)


def _said(name: str, value: object) -> Iterator[str | Group]:
    """The keyword argument of a fact; nothing where nothing is said."""
    if isinstance(value, tuple) and value:
        yield Group(f"{name}=(", tuple(map(value_literal, value)))
    elif value is not None and value is not False and value != ():
        yield f"{name}={value_literal(value)}"


def _whole(value: Decimal | None) -> Decimal | int | None:
    """A number without a fraction as an integer."""
    return int(value) if value is not None and value.as_tuple().exponent == 0 else value


def value_literal(value: object) -> str:
    """A JSON scalar, or a tuple of them, as source; numbers that no float holds as their text."""
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, int):
        return int_literal(value)
    if isinstance(value, float):
        return repr(value) if isfinite(value) else string_literal(str(value))
    if isinstance(value, Decimal):
        if value.is_finite() and str(float(value)) == str(value):
            return str(value)
        return string_literal(str(value))
    if isinstance(value, bytes):
        return string_literal(base64.urlsafe_b64encode(value).decode("ascii"))
    if isinstance(value, tuple):
        return tuple_literal(map(value_literal, value))
    return string_literal(str(value))
