"""What the validators know of a type, as statements of the method `describe`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from edmund.surface.shapes import Bound, JsonScalar, PropertyShape, StructuredShape, ValueShape
from edmund.targets.java.literals import int_literal
from edmund.targets.java.source import Call, Chain, Expression, Text, statement

__all__ = ["describe_property", "describe_type", "facets"]

_INDENT = 4


def describe_type(
    shape: StructuredShape,
    base: StructuredShape | None,
    secrets: frozenset[str],
    wires: Mapping[str, str | None],
    *,
    is_entity: bool,
) -> tuple[str, ...]:
    """The statements for a type: what it says beyond its base.

    `wires` are the types that values of properties have in OData 1 to 3, where they are others.
    """
    found: list[str] = []
    if base is not None:
        found.append("super.describe(shape);")
    if is_entity and base is None:
        found.append("shape.entity();")
    if shape.abstract != (base is not None and base.abstract):
        found.append(f"shape.isAbstract({'true' if shape.abstract else 'false'});")
    if shape.open and not (base is not None and base.open):
        found.append("shape.open();")
    if shape.opaque:
        found.append("shape.opaque();")
    inherited: Mapping[str, PropertyShape] = {} if base is None else base.properties
    for name, member in shape.properties.items():
        known = inherited.get(name)
        if known is not member and known != member:
            found.append(describe_property(member, secret=name in secrets, wire=wires.get(name)))
    return tuple(found) if len(found) > 1 or base is None else ()


def describe_property(
    shape: PropertyShape, *, secret: bool = False, wire: str | None = None
) -> str:
    """The statement for one property or parameter; `wire` is its type in OData 1 to 3, where that is another."""
    named = Call("property", (Text(shape.name), Text(shape.value.type)))
    facts = list(_facts(shape, secret))
    if wire is not None:
        facts.append(Call("wire", (Text(wire),)))
    return statement("", Chain("shape", (named, *facts)), _INDENT)


def _facts(shape: PropertyShape, secret: bool) -> Iterator[Call]:
    value = shape.value
    marks = {
        "collection": value.collection,
        "flags": value.flags,
        "notNull": not value.nullable,
        "secret": secret,
        "navigation": shape.navigation,
        "notInsertable": not shape.insertable,
        "notUpdatable": not shape.updatable,
        "requiredOnCreate": shape.required_on_create,
        "requiredOnUpdate": shape.required_on_update,
        "expectedOnCreate": shape.expected_on_create,
        "floatingScale": value.floating_scale,
        "url": value.is_url,
        "base64": value.is_base64,
    }
    yield from (Call(name, ()) for name, given in marks.items() if given)
    yield from facets(value)


def facets(value: ValueShape) -> Iterator[Call]:
    """What restricts a value of a built-in type."""
    numbers = {
        "maxLength": value.max_length,
        "precision": value.precision,
        "scale": value.scale,
        "minItems": value.min_items,
        "maxItems": value.max_items,
    }
    for name, number in numbers.items():
        if number is not None:
            yield Call(name, (int_literal(max(-1, min(number, 2**31 - 1))),))
    texts: dict[str, Expression | None] = {
        "pattern": None if value.pattern is None else Text(value.pattern),
        **_bounds(value),
        "multipleOf": None if value.multiple_of is None else _step(value.multiple_of),
    }
    yield from (Call(name, (text,)) for name, text in texts.items() if text is not None)
    if value.allowed_values is not None:
        if not value.allowed_values:
            yield Call("allowOnly", ())
        for allowed in value.allowed_values:
            yield Call("allow", (Text(_json(allowed)),))
    for name, types in (("types", value.types), ("writableTypes", value.writable_types)):
        if types:
            yield Call(name, tuple(map(Text, types)))


def _bounds(value: ValueShape) -> dict[str, Expression]:
    found: dict[str, Expression] = {}
    for bound, inclusive, exclusive in (
        (value.minimum, "minimum", "above"),
        (value.maximum, "maximum", "below"),
    ):
        if bound is not None:
            found[exclusive if bound.exclusive else inclusive] = Text(_literal(bound))
    return found


def _literal(bound: Bound) -> str:
    return bound.value if isinstance(bound.value, str) else _json(bound.value)


def _step(step: Decimal) -> Expression:
    """A step that is no number restricts nothing."""
    return Text(str(step) if step.is_finite() else "0")


def _json(value: JsonScalar) -> str:
    if isinstance(value, Decimal):
        return str(value) if value.is_finite() else json.dumps(str(value))
    if isinstance(value, float):
        shown = repr(value)
        return shown if shown[-1].isdigit() else json.dumps(shown)
    return json.dumps(value)
