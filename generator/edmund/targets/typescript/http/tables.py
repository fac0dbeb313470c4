"""The types of a service as tables, by which the runtime reads and writes values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from edmund.plan.said_members import SaidMembers, said_members
from edmund.plan.unions import planned_union
from edmund.surface.elements import Surface
from edmund.surface.lineage import Lineage
from edmund.surface.type_schema import value_shape
from edmund.surface.types import (
    AnyJson,
    Discriminator,
    EnumType,
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Named,
    NamedType,
    Nullable,
    Primitive,
    PropertyType,
    StructuredType,
    Type,
    Types,
    UnionType,
)
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.literals import exact_number, property_key, string_literal
from edmund.targets.typescript.model_views import SchemaView
from edmund.targets.typescript.schema_tables import scalar_source, value_facts
from edmund.targets.typescript.source import Data, Text, import_statement, statement

__all__ = ["lower_types", "table_key", "type_table"]

_TRUE = Text("true")
_NO_TYPES = Types()


def lower_types(surface: Surface, layout: Layout) -> SchemaView:
    """All named types."""
    said = said_members(surface.types)
    lineage = Lineage(surface.types)
    rows = {
        table_key(type_.name): _named_table(type_, surface.types, layout, said, lineage)
        for type_ in surface.types.types
        if not (isinstance(type_, StructuredType) and type_.opaque)
    }
    return SchemaView(
        (import_statement(["TypeTables"], "../runtime/typeTables.js"),),
        (statement("export const TYPES: TypeTables", rows),),
    )


def table_key(name: str) -> str:
    """A name of a table's entry, which may be any: one of them would be no entry at all, but for its brackets."""
    return '["__proto__"]' if name == "__proto__" else property_key(name)


def type_table(type_: Type) -> Data:
    """The row of a type in use."""
    match type_:
        case Nullable(inner):
            return {"nullable": type_table(inner)}
        case ListOf(item):
            bounds = _bounds(minItems=type_.min_items, maxItems=type_.max_items)
            unique = {"uniqueItems": _TRUE} if type_.unique_items else {}
            return {"list": type_table(item), **bounds, **unique}
        case MapOf(value):
            bounds = _bounds(minProperties=type_.min_properties, maxProperties=type_.max_properties)
            return {"map": type_table(value), **bounds}
        case Literal(value):
            return {"literal": _scalar(value)}
        case AnyJson(null):
            return {"json": _TRUE} if null else {"json": _TRUE, "notNull": _TRUE}
        case Primitive():
            return _primitive_table(type_)
        case Named(name):
            return {"json": _TRUE} if name.startswith("Edm.") else {"named": _text(name)}


def _primitive_table(type_: Primitive) -> Data:
    name = _text(type_.name.removeprefix("Edm."))
    facts = dict(value_facts(value_shape(_NO_TYPES, Nullable(type_))))
    facts.update(_bounds(minLength=type_.constraints.min_length))
    return {"primitive": name, **facts} if facts else name


def _bounds(**bounds: int | None) -> dict[str, Data]:
    return {name: Text(str(value)) for name, value in bounds.items() if value is not None}


def _scalar(value: JsonScalar) -> Data:
    """A JSON scalar, every digit of a number kept."""
    if isinstance(value, bool) or not isinstance(value, Decimal | float | int):
        return scalar_source(value)
    exact = exact_number(value)
    return {"number": _text(str(value))} if exact is None else Text(exact)


def _text(value: str) -> Text:
    return Text(string_literal(value))


def _named_table(
    type_: NamedType,
    types: Types,
    layout: Layout,
    said: Mapping[str, SaidMembers],
    lineage: Lineage,
) -> dict[str, Data]:
    if isinstance(type_, EnumType):
        return {"values": [_scalar(member.value) for member in type_.members]}
    if isinstance(type_, UnionType):
        return dict(_union_table(type_, types))
    table = dict(_object_table(type_, layout, said[type_.name]))
    return table if lineage.is_open(type_.name) else {**table, "closed": _TRUE}


def _object_table(
    type_: StructuredType, layout: Layout, said: SaidMembers
) -> Iterator[tuple[str, Data]]:
    if type_.base is not None:
        yield "base", _text(type_.base)
    names = layout.properties[type_.name]
    if type_.properties:
        yield "properties", [_property_row(own, names[own.name]) for own in type_.properties]
    if type_.additional is not None and not isinstance(type_.additional, AnyJson):
        yield "additional", type_table(type_.additional)
    if type_.discriminator is not None:
        yield "discriminator", _discriminator_table(type_.discriminator)
    if said:
        yield "says", [[_text(name), _scalar(value)] for name, value in said.items()]


def _property_row(member: PropertyType, name: str) -> list[Data]:
    facts: dict[str, Data] = {} if name == member.name else {"as": _text(name)}
    if member.secret:
        facts["secret"] = _TRUE
    facts.update((name, _TRUE) for name in _duties(member))
    row = [_text(member.name), type_table(member.type)]
    return [*row, facts] if facts else row


def _duties(member: PropertyType) -> Iterator[str]:
    """When a member has to be there, and when it may not be written."""
    writing = member.writing
    asked = (member.required, writing.required_on_create, writing.required_on_update)
    if all(asked):
        yield "required"
    else:
        names = ("requiredInAnswers", "requiredOnCreate", "requiredOnUpdate")
        yield from (name for name, holds in zip(names, asked, strict=True) if holds)
    if not writing.insertable:
        yield "notInsertable"
    if not writing.updatable:
        yield "notUpdatable"


def _discriminator_table(discriminator: Discriminator) -> dict[str, Data]:
    types: list[Data] = [[_text(value), _text(name)] for value, name in discriminator.mapping]
    return {"property": _text(discriminator.property), "types": types}


def _union_table(type_: UnionType, types: Types) -> Iterator[tuple[str, Data]]:
    plan = planned_union(type_, types)
    rows: list[Data] = []
    for variant in plan.variants:
        row: dict[str, Data] = {
            "type": type_table(variant.type),
            "kinds": [_text(kind) for kind in sorted(kind.value for kind in variant.kinds)],
        }
        if variant.values:
            row["values"] = [_text(value) for value in variant.values]
        if variant.member is not None:
            row["member"] = _text(variant.member)
        rows.append(row)
    yield "variants", rows
    if plan.property is not None:
        yield "property", _text(plan.property)
