"""The page of one type: its members, what may be written, how it looks as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from edmund.pages.blocks import Block, Code, Heading, Page, Paragraph, Table
from edmund.pages.members import constraints_of, describe_member, file_of, link_to, prose, type_link
from edmund.surface.shapes import PropertyShape, StructuredShape
from edmund.surface.type_parts import is_edm, is_list, name_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import EnumType, NamedType, PropertyType, StructuredType

__all__ = ["type_page"]

_JSON: Final = {
    "Edm.Boolean": True,
    "Edm.Int16": 0,
    "Edm.Int32": 0,
    "Edm.Int64": 0,
    "Edm.Byte": 0,
    "Edm.SByte": 0,
    "Edm.Decimal": 0,
    "Edm.Double": 0,
    "Edm.Single": 0,
}


def type_page(name: str, schema: TypeSchema) -> Page:
    """The page of a structured type or an enumeration."""
    found = schema.types.by_name[name]
    local = name.rpartition(".")[2]
    blocks: list[Block] = [Heading(1, f"{local} ({_kind(found)} type)")]
    blocks.append(Paragraph(f"Namespace: `{name.rpartition('.')[0]}`"))
    for text in (found.documentation.description, found.documentation.long_description):
        if text:
            blocks.append(Paragraph(prose(text)))
    if isinstance(found, EnumType):
        rows = tuple(
            (f"`{member.name}`", str(member.number), prose(member.documentation.description or ""))
            for member in found.members
        )
        blocks += [Heading(2, "Members"), Table(("Member", "Value", "Description"), rows)]
    elif isinstance(found, StructuredType):
        blocks += _structured(found, schema)
    return Page(file_of(name), local, tuple(blocks))


def _kind(type_: NamedType) -> str:
    if isinstance(type_, StructuredType):
        return "entity" if type_.identity else "complex"
    return "enum" if isinstance(type_, EnumType) else "union"


def _members(type_: StructuredType, schema: TypeSchema) -> tuple[PropertyType, ...]:
    """The members that hold values; others lead to resources of their own."""
    return tuple(m for m in schema.lineage.members(type_.name).values() if not m.navigation)


def _structured(type_: StructuredType, schema: TypeSchema) -> Iterator[Block]:
    facts = []
    if type_.abstract:
        facts.append("Abstract: a value is of one of the types that derive from it.")
    if type_.base is not None:
        facts.append(f"Derives from {link_to(type_.base)}.")
    derived = schema.types.derived_by_name.get(type_.name, ())
    if derived:
        facts.append(f"Derived from it: {', '.join(map(link_to, derived))}.")
    if schema.lineage.is_open(type_.name):
        facts.append("Open: it may have properties that are not declared.")
    if facts:
        yield Paragraph(" ".join(facts))
    shape = schema.structured(type_.name)
    assert shape is not None, "a structured type of the model has a shape"
    properties = tuple(_properties(type_, shape, schema))
    if properties:
        yield Heading(2, "Properties")
        yield Table(("Property", "Type", "Written", "Description"), properties)
    relations = tuple(_relations(schema, type_))
    if relations:
        yield Heading(2, "Relationships")
        yield Table(("Relationship", "Type", "Description"), relations)
    yield Heading(2, "JSON representation")
    yield Code("json", _shape_text(type_, schema))


def _properties(
    type_: StructuredType, shape: StructuredShape, schema: TypeSchema
) -> Iterator[tuple[str, ...]]:
    for member in _members(type_, schema):
        own = shape.properties[member.name]
        text = describe_member(
            member.documentation, constraints_of(member.type), secret=member.secret
        )
        yield f"`{member.name}`", type_link(member.type), _written(own), text


def _written(shape: PropertyShape) -> str:
    if shape.required_on_create:
        return "on create (required)" + (" and update" if shape.updatable else "")
    if shape.insertable and shape.updatable:
        return "on create and update"
    return "on create" if shape.insertable else "on update" if shape.updatable else "never"


def _relations(schema: TypeSchema, type_: StructuredType) -> Iterator[tuple[str, ...]]:
    for member in schema.lineage.members(type_.name).values():
        if member.navigation:
            text = describe_member(member.documentation, ())
            yield f"`{member.name}`", type_link(member.type), text


def _shape_text(type_: StructuredType, schema: TypeSchema) -> str:
    """The JSON of a value: a word or number of the right kind for each property."""
    value: dict[str, object] = {"@odata.type": f"#{type_.name}"}
    for member in _members(type_, schema):
        if name_of(member.type) == "Edm.Stream":
            continue
        one: object = _JSON.get(name_of(member.type), name_of(member.type).rpartition(".")[2])
        if not is_edm(member.type):
            one = {"@odata.type": f"#{name_of(member.type)}"}
            if isinstance(schema.types.by_name.get(name_of(member.type)), EnumType):
                one = name_of(member.type).rpartition(".")[2]
        value[member.name] = [one] if is_list(member.type) else one
    return json.dumps(value, indent=2)
