"""Shapes of named types: what validators need to know of each, inherited facts included."""

from __future__ import annotations

from edmund.patterns import pattern_program
from edmund.surface.lineage import Lineage
from edmund.surface.shapes import EnumShape, PropertyShape, StructuredShape, ValueShape
from edmund.surface.type_parts import is_list, item_of, name_of, takes_null
from edmund.surface.types import (
    NO_CONSTRAINTS,
    ListOf,
    Named,
    Nullable,
    OperationType,
    Primitive,
    PropertyType,
    Type,
    Types,
)

__all__ = ["TypeSchema", "value_shape"]


class TypeSchema:
    """The shapes of `types`, made when they are asked for and remembered (a `shapes.Schema`)."""

    def __init__(self, types: Types) -> None:
        self.types = types
        self.lineage = Lineage(types)
        self._structured: dict[str, StructuredShape | None] = {}
        # By identity: types that inherit a property have the very same one, which the lineage keeps.
        self._properties: dict[int, PropertyShape] = {}

    def structured(self, name: str) -> StructuredShape | None:
        if name not in self._structured:
            self._structured[name] = self._make_structured(name)
        return self._structured[name]

    def enum(self, name: str) -> EnumShape | None:
        type_ = self.types.enumeration(name)
        if type_ is None:
            return None
        return EnumShape(name, frozenset(member.name for member in type_.members))

    def is_a(self, name: str, base: str) -> bool:
        return self.lineage.is_assignable(name, base)

    def resolve(self, text: str) -> str:
        namespace, _, local = text.rpartition(".")
        return f"{self.types.aliases.get(namespace, namespace)}.{local}" if namespace else text

    def unwrap(self, value: object) -> tuple[object, str | None]:
        return value, None

    def parameters(self, operation: OperationType) -> StructuredShape:
        """The object that carries an operation's parameters."""
        return StructuredShape(
            operation.name, {p.name: self.property(p) for p in operation.parameters}
        )

    def value(self, type_: Type) -> ValueShape:
        """The shape of a value of `type_`."""
        return value_shape(self.types, type_)

    def property(self, member: PropertyType) -> PropertyShape:
        """The shape of a property, as its type declares it, or of a parameter."""
        writing = member.writing
        return PropertyShape(
            name=member.name,
            value=self.value(member.type),
            navigation=member.navigation,
            insertable=writing.insertable,
            updatable=writing.updatable,
            required_on_create=writing.required_on_create,
            required_on_update=writing.required_on_update,
            expected_on_create=writing.expected_on_create,
        )

    def _make_structured(self, name: str) -> StructuredShape | None:
        type_ = self.types.structured(name)
        if type_ is None:
            return None
        members = self.lineage.members(name)
        shapes = {member.name: self._member(member) for member in members.values()}
        open_ = self.lineage.is_open(name)
        return StructuredShape(name, shapes, type_.abstract, open_, type_.opaque)

    def _member(self, member: PropertyType) -> PropertyShape:
        shape = self._properties.get(id(member))
        if shape is None:
            shape = self._properties[id(member)] = self.property(member)
        return shape


def value_shape(types: Types, type_: Type) -> ValueShape:
    """The shape of a value of `type_`, whose names are those of `types`."""
    item = item_of(type_)
    plain = type_.type if isinstance(type_, Nullable) else type_
    held = plain if isinstance(plain, ListOf) else None
    said = item.constraints if isinstance(item, Primitive | Named) else NO_CONSTRAINTS
    name = name_of(item)
    enum = types.enumeration(name)
    return ValueShape(
        type=name,
        collection=is_list(type_),
        flags=enum is not None and enum.flags,
        nullable=takes_null(type_),
        max_length=said.max_length,
        precision=said.precision,
        scale=said.scale,
        floating_scale=said.floating_scale,
        pattern=pattern_program(said.pattern),
        minimum=said.minimum,
        maximum=said.maximum,
        multiple_of=said.multiple_of,
        allowed_values=said.allowed_values,
        min_items=None if held is None else held.min_items,
        max_items=None if held is None else held.max_items,
        is_url=said.is_url,
        is_base64=said.is_base64,
        types=item.types if isinstance(item, Named) else (),
        writable_types=item.writable_types if isinstance(item, Named) else (),
    )
