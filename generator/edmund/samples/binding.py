"""Gives JSON values their types: what a payload's members are by the schema, kept as they were written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from edmund.model.elements import (
    EnumType,
    Model,
    NavigationProperty,
    Parameter,
    Property,
    TypeDefinition,
    TypeReference,
)
from edmund.model.schema import ModelSchema
from edmund.model.vocabulary import is_secret
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

__all__ = ["bind_parameters", "bind_value"]

_TYPE_NAMES = ("@odata.type", "@type")


def bind_value(value: object, type_: TypeReference, schema: ModelSchema) -> Value:
    """`value`, parsed JSON that was found valid, as a value of `type_`."""
    if type_.collection and isinstance(value, list):
        item = TypeReference(type_.name, nullable=type_.nullable, facets=type_.facets)
        return Items(item, tuple(bind_value(each, item, schema) for each in value))
    if value is None:
        return Null()
    found = schema.model.types_by_name.get(type_.name)
    if isinstance(found, TypeDefinition):
        return bind_value(value, TypeReference(found.underlying), schema)
    if isinstance(found, EnumType):
        return enumeration(str(value), found)
    if isinstance(value, Mapping) and (found is not None or type_.name in _STRUCTURES):
        return _bind_object(value, type_.name, schema)
    if type_.is_primitive and not isinstance(value, Mapping | list):
        return Scalar(type_.name, value)
    return AnyJson(value)


def bind_parameters(
    value: Mapping[str, object],
    operation: str,
    parameters: Iterable[Parameter],
    schema: ModelSchema,
) -> Structure:
    """The object that carries an action's parameters."""
    declared = {parameter.name: parameter for parameter in parameters}
    return Structure(operation, _members(value, declared, schema), operation)


def enumeration(text: str, type_: EnumType) -> Enumeration:
    """A value of an enumeration: several members where it is one of flags."""
    names = tuple(name.strip() for name in text.split(",")) if type_.flags else (text,)
    return Enumeration(type_.name, text, names, type_.flags)


_STRUCTURES = ("Edm.ComplexType", "Edm.EntityType")


def _bind_object(value: Mapping[str, object], declared: str, schema: ModelSchema) -> Value:
    stated = next((value[name] for name in _TYPE_NAMES if name in value), None)
    text = stated if isinstance(stated, str) else None
    name = declared if text is None else schema.resolve(text.rpartition("#")[2])
    type_ = schema.model.structured(name)
    if type_ is None or type_.is_any_json:
        return AnyJson(value)
    return Structure(name, _members(value, _declared(name, schema), schema), declared, text)


def _declared(
    name: str, schema: ModelSchema
) -> Mapping[str, Property | NavigationProperty | Parameter]:
    members: Sequence[Property | NavigationProperty] = (
        *schema.lineage.properties(name),
        *schema.lineage.navigation_properties(name),
    )
    return {member.name: member for member in members}


def _members(
    value: Mapping[str, object],
    declared: Mapping[str, Property | NavigationProperty | Parameter],
    schema: ModelSchema,
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
            found.append(Member(name, bound, member.type, _is_secret(member)))
    return tuple(found)


def _is_secret(member: Property | NavigationProperty | Parameter) -> bool:
    return not isinstance(member, NavigationProperty) and is_secret(member)


def underlying(type_: TypeReference, model: Model) -> str:
    """The name of a type, that of what it stands for where it is a type definition."""
    found = model.types_by_name.get(type_.name)
    return found.underlying if isinstance(found, TypeDefinition) else type_.name
