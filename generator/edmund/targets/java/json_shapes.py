"""What models of services without OData know of their types, as statements of the method `describe`."""

from __future__ import annotations

from edmund.plan.said_members import said_members
from edmund.surface.lineage import Lineage
from edmund.surface.shapes import JsonScalar
from edmund.surface.types import Discriminator, PropertyType, StructuredType, Type
from edmund.surface.types import Types as NamedTypes
from edmund.targets.java.literals import scalar_literal
from edmund.targets.java.source import Call, Chain, Text, statement
from edmund.targets.java.types import Types
from edmund.targets.java.value_shapes import shape_of_value

__all__ = ["JsonShapes"]

_INDENT = 4


class JsonShapes:
    """The facts of all structured types, with what is looked up once for all of them."""

    def __init__(self, types: NamedTypes) -> None:
        self._said = said_members(types)
        self._lineage = Lineage(types)

    def statements(self, type_: StructuredType, types: Types) -> tuple[str, ...]:
        """The statements for a type: what it says beyond its base; none where there is nothing to say."""
        found = [_property(member, types) for member in type_.properties]
        if type_.additional is not None:
            shape = shape_of_value(type_.additional, types)
            found.append(statement("", Call("shape.additional", (shape,)), _INDENT))
        elif type_.open:
            found.append("shape.open();")
        if type_.discriminator is not None:
            found.insert(0, _discriminator(type_.discriminator, types))
        if found and type_.base is not None:
            found.insert(0, "super.describe(shape);")
        return tuple(found)

    def presets(self, type_: StructuredType) -> tuple[str, ...]:
        """The statements that set what an object has from the start, as far as its base has set something else."""
        said = self._said[type_.name]
        by_base = self._said.get(type_.base or "", {})
        found = [
            _preset(name, value)
            for name, value in said.items()
            if name not in by_base or by_base[name] != value
        ]
        found += [
            statement("", Call("unset", (Text(name),)), _INDENT)
            for name in by_base
            if name not in said
        ]
        return tuple(found)

    def additional(self, type_: StructuredType) -> Type | None:
        """The type of members that are not declared, where no base has said it already."""
        inherited = (base.additional for base in self._lineage.ancestors(type_.name))
        return type_.additional if all(each is None for each in inherited) else None


def _preset(name: str, value: JsonScalar) -> str:
    given = Text(value) if isinstance(value, str) else scalar_literal(value)
    return statement("", Call("preset", (Text(name), given)), _INDENT)


def _property(member: PropertyType, types: Types) -> str:
    named = Call("property", (Text(member.name), shape_of_value(member.type, types)))
    writing = member.writing
    said = {
        "required": member.required,
        "notInsertable": not writing.insertable,
        "notUpdatable": not writing.updatable,
        "requiredOnCreate": writing.required_on_create,
        "requiredOnUpdate": writing.required_on_update,
        "secret": member.secret,
    }
    marks = (Call(name, ()) for name, holds in said.items() if holds)
    return statement("", Chain("shape", (named, *marks)), _INDENT)


def _discriminator(told: Discriminator, types: Types) -> str:
    cases = []
    for value, name in told.mapping:
        cls = types.of_model(name)
        if cls is not None:
            cases.append(Call("when", (Text(value), f"{cls}.TYPE")))
    named = Call("discriminator", (Text(told.property),))
    return statement("", Chain("shape", (named, *cases)), _INDENT)
