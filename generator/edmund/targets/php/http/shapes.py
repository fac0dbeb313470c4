"""What the description says of values, as the arrays that the runtime reads (templates/php/runtime/Http/Shapes.php)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from edmund.surface.type_schema import value_shape
from edmund.surface.types import (
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    PropertyType,
    Type,
    Types,
)
from edmund.targets.php.facts import value_facts
from edmund.targets.php.literals import Bracketed, array, entry, scalar_literal

__all__ = ["json_literal", "property_shape", "shape"]

_LARGEST = 2**63


def shape(type_: Type, types: Types) -> Bracketed:
    """The shape of a value of `type_`."""
    return array(_facts(type_, types))


def property_shape(member: PropertyType, types: Types) -> Bracketed:
    """The shape of a property's values, and what may and must be written when."""
    items = list(_facts(member.type, types))
    writing = member.writing
    said = {
        "required": member.required,
        "notInsertable": not writing.insertable,
        "notUpdatable": not writing.updatable,
        "requiredOnCreate": writing.required_on_create,
        "requiredOnUpdate": writing.required_on_update,
        "secret": member.secret,
    }
    items += [entry(name, "true") for name, holds in said.items() if holds]
    return array(items)


def json_literal(value: JsonScalar) -> str:
    """A JSON value as source. A number that PHP would round is text."""
    if isinstance(value, Decimal | float) and not isinstance(value, bool):
        number = float(value)
        is_exact = Decimal(repr(number)) == Decimal(str(value))
        return repr(number).replace("e", "E") if is_exact else scalar_literal(str(value))
    return scalar_literal(value)


def _facts(type_: Type, types: Types) -> Iterator[str | Bracketed]:
    if isinstance(type_, Nullable):
        yield from _facts(type_.type, types)
        yield entry("nullable", "true")
    elif isinstance(type_, ListOf):
        yield entry("list", shape(type_.item, types))
        yield from _bounds(minItems=type_.min_items, maxItems=type_.max_items)
        if type_.unique_items:
            yield entry("uniqueItems", "true")
    elif isinstance(type_, MapOf):
        yield entry("map", shape(type_.value, types))
        yield from _bounds(minProperties=type_.min_properties, maxProperties=type_.max_properties)
    elif isinstance(type_, Literal):
        yield entry("literal", json_literal(type_.value))
    elif isinstance(type_, Primitive | Named):
        facts = value_facts(value_shape(types, Nullable(type_)))
        yield from facts
        yield from _bounds(minLength=type_.constraints.min_length)
    elif type_.null:
        yield entry("nullable", "true")


def _bounds(**bounds: int | None) -> Iterator[str | Bracketed]:
    for name, value in bounds.items():
        if value is not None:
            yield entry(name, scalar_literal(value))
