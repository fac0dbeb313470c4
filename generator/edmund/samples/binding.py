"""Gives JSON values their types: what a payload's members are by the schema, kept as they were written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edmund.samples.tree import (
    AnyJson,
    Enumeration,
    Items,
    Member,
    Null,
    Scalar,
    Structure,
    Value,
)
from edmund.surface.elements import Parameter
from edmund.surface.type_parts import is_edm, is_list, item_of, name_of, takes_null
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import EnumType, Nullable, PropertyType, Type

__all__ = ["bind_parameters", "bind_value"]

_TYPE_NAMES = ("@odata.type", "@type")


def bind_value(value: object, type_: Type, schema: TypeSchema) -> Value:
    """`value`, parsed JSON that was found valid, as a value of `type_`."""
    if is_list(type_) and isinstance(value, list):
        item = Nullable(item_of(type_)) if takes_null(type_) else item_of(type_)
        return Items(item, tuple(bind_value(each, item, schema) for each in value))
    if value is None:
        return Null()
    name = name_of(type_)
    found = schema.types.by_name.get(name)
    if isinstance(found, EnumType):
        return enumeration(str(value), found)
    if isinstance(value, Mapping) and (found is not None or name in _STRUCTURES):
        return _bind_object(value, name, schema)
    if is_edm(type_) and not isinstance(value, Mapping | list):
        return Scalar(name, value)
    return AnyJson(value)


def bind_parameters(
    value: Mapping[str, object],
    operation: str,
    parameters: Iterable[Parameter],
    schema: TypeSchema,
) -> Structure:
    """The object that carries an action's parameters."""
    declared = {parameter.name: parameter for parameter in parameters}
    return Structure(operation, _members(value, declared, schema), operation)


def enumeration(text: str, type_: EnumType) -> Enumeration:
    """A value of an enumeration: several members where it is one of flags."""
    names = tuple(name.strip() for name in text.split(",")) if type_.flags else (text,)
    return Enumeration(type_.name, text, names, type_.flags)


_STRUCTURES = ("Edm.ComplexType", "Edm.EntityType")


def _bind_object(value: Mapping[str, object], declared: str, schema: TypeSchema) -> Value:
    stated = next((value[name] for name in _TYPE_NAMES if name in value), None)
    text = stated if isinstance(stated, str) else None
    name = declared if text is None else schema.resolve(text.rpartition("#")[2])
    type_ = schema.types.structured(name)
    if type_ is None or type_.opaque:
        return AnyJson(value)
    return Structure(name, _members(value, schema.lineage.members(name), schema), declared, text)


def _members(
    value: Mapping[str, object],
    declared: Mapping[str, PropertyType | Parameter],
    schema: TypeSchema,
) -> tuple[Member, ...]:
    found: list[Member] = []
    for name, item in value.items():
        if name in _TYPE_NAMES:
            continue
        member = declared.get(name)
        if member is None:
            found.append(Member(name, AnyJson(item)))
        else:
            bound = bind_value(item, member.type, schema)
            found.append(Member(name, bound, member.type, member.secret))
    return tuple(found)
