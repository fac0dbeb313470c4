"""What the description says of values of services without OData, as the expressions that the validators read."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.surface.type_schema import value_shape
from edmund.surface.types import (
    AnyJson,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Type,
)
from edmund.targets.java.literals import int_literal, scalar_literal
from edmund.targets.java.shapes import facets
from edmund.targets.java.source import Call, Chain, Expression, Text
from edmund.targets.java.types import Types

__all__ = ["shape_of_value"]


def shape_of_value(type_: Type, types: Types) -> Expression:
    """The shape of values of `type_`: `ValueShape.list(ValueShape.of("Edm.String")).maxItems(2)`."""
    cls = types.imports.runtime("ValueShape")
    plain = type_.type if isinstance(type_, Nullable) else type_
    calls = list(_facts(plain, types))
    if isinstance(type_, Nullable) or (isinstance(plain, AnyJson) and plain.null):
        calls.append(Call("nullable", ()))
    made = _made(cls, plain, types)
    return Chain(made, tuple(calls)) if calls else made


def _made(cls: str, type_: Type, types: Types) -> Expression:
    match type_:
        case ListOf():
            return Call(f"{cls}.list", (shape_of_value(type_.item, types),))
        case MapOf():
            return Call(f"{cls}.map", (shape_of_value(type_.value, types),))
        case Literal():
            value = type_.value
            only = Text(value) if isinstance(value, str) else scalar_literal(value)
            return Call(f"{cls}.literal", (only,))
        case Named():
            return Call(f"{cls}.of", (types.value(type_).codec,))
        case Primitive():
            return Call(f"{cls}.of", (Text(type_.name),))
        case _:
            return f"{cls}.any()"


def _facts(type_: Type, types: Types) -> Iterator[Call]:
    match type_:
        case ListOf():
            yield from _bounds(minItems=type_.min_items, maxItems=type_.max_items)
            if type_.unique_items:
                yield Call("uniqueItems", ())
        case MapOf():
            yield from _bounds(
                minProperties=type_.min_properties, maxProperties=type_.max_properties
            )
        case Primitive():
            shape = value_shape(types.surface.types, type_)
            marks = {
                "floatingScale": shape.floating_scale,
                "url": shape.is_url,
                "base64": shape.is_base64,
            }
            yield from (Call(name, ()) for name, holds in marks.items() if holds)
            yield from _bounds(minLength=type_.constraints.min_length)
            yield from facets(shape)


def _bounds(**bounds: int | None) -> Iterator[Call]:
    for name, value in bounds.items():
        if value is not None:
            yield Call(name, (int_literal(min(value, 2**31 - 1)),))
