"""What validators of models know of values however they are put together: expressions of the runtime's HeldShape."""

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
    PropertyType,
    Type,
    Types,
)
from edmund.targets.csharp.literals import int_literal, json_literal, string_literal
from edmund.targets.csharp.members import value_facts

__all__ = ["held_shape", "property_source"]


def held_shape(type_: Type, types: Types) -> str:
    """The expression that makes the shape of values of `type_`, which its target names."""
    plain = type_.type if isinstance(type_, Nullable) else type_
    name = string_literal(plain.name) if isinstance(plain, Primitive | Named) else ""
    facts = list(_facts(plain, types))
    if isinstance(type_, Nullable) or (isinstance(type_, AnyJson) and type_.null):
        facts.append("IsNullable = true")
    return f"new({name}) {{ {', '.join(facts)} }}" if facts else f"new({name})"


def _facts(type_: Type, types: Types) -> Iterator[str]:
    match type_:
        case ListOf():
            yield f"Item = {held_shape(type_.item, types)}"
            yield from _bounds(MinItems=type_.min_items, MaxItems=type_.max_items)
            if type_.unique_items:
                yield "IsUnique = true"
        case MapOf():
            yield f"Value = {held_shape(type_.value, types)}"
            yield from _bounds(
                MinProperties=type_.min_properties, MaxProperties=type_.max_properties
            )
        case Literal():
            yield f"Literal = {json_literal(type_.value)}"
        case Primitive() | Named():
            yield from value_facts(value_shape(types, Nullable(type_)))
            yield from _bounds(MinLength=type_.constraints.min_length)


def _bounds(**bounds: int | None) -> Iterator[str]:
    for name, value in bounds.items():
        if value is not None:
            yield f"{name} = {int_literal(value)}"


def property_source(member: PropertyType, name: str, types: Types) -> str:
    """The expression that makes the runtime's PropertyShape for a property called `name` in C#."""
    writing = member.writing
    facts = [f"Holds = {held_shape(member.type, types)}"]
    said = {
        "IsRequired": member.required,
        "IsRequiredOnCreate": writing.required_on_create,
        "IsRequiredOnUpdate": writing.required_on_update,
        "IsSecret": member.secret,
    }
    facts += [f"{fact} = true" for fact, holds in said.items() if holds]
    denied = {
        "IsInsertable": not writing.insertable,
        "IsUpdatable": not writing.updatable,
    }
    facts += [f"{fact} = false" for fact, holds in denied.items() if holds]
    held = string_literal(value_shape(types, member.type).type)
    return f"new({string_literal(member.name)}, {string_literal(name)}, {held}) {{ {', '.join(facts)} }}"
