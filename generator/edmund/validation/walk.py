"""The walk over a payload: objects, properties and collections, held against their shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from edmund.surface.shapes import (
    EnumShape,
    Operation,
    PropertyShape,
    Schema,
    StructuredShape,
    ValueShape,
)
from edmund.validation.facets import check_facets, check_items, is_allowed
from edmund.validation.primitives import check_literal
from edmund.validation.rules import Rule, Violation, violation

__all__ = ["MAX_DEPTH", "Walk", "is_control", "step"]

MAX_DEPTH = 100
TYPE_NAMES = ("@odata.type", "@type")
# An object with one of these may stand for an entity that is described elsewhere, or is gone.
REFERENCES = frozenset({"@odata.id", "@id", "@removed", "@odata.removed"})
CONTEXTS = ("@odata.context", "@context")
# Items of an OData 4.0 delta answer that are no entities (OData JSON Format 4.0, sections 14.2 to 14.4).
NO_ENTITIES = ("/$deletedEntity", "/$link", "/$deletedLink")
BINDINGS = ("@odata.bind", "@bind")
ABSTRACT_STRUCTURES = frozenset({"Edm.EntityType", "Edm.ComplexType"})
ENUM_NUMBER = re.compile(r"[+-]?[0-9]{1,19}\Z")


def step(pointer: str, name: str | int) -> str:
    """The pointer to a member or item below `pointer` (RFC 6901, section 3)."""
    return f"{pointer}/{str(name).replace('~', '~0').replace('/', '~1')}"


def is_control(name: str) -> bool:
    """Whether a member's name is of control information, an annotation or an advertised operation."""
    return "@" in name or name.startswith("#")


class Walk:
    """One check of one payload; `found` collects the violations in the order of the payload."""

    def __init__(self, schema: Schema, operation: Operation | None) -> None:
        self.schema = schema
        self.operation = operation
        self.found: list[Violation] = []

    def report(self, pointer: str, rule: Rule, message: str) -> None:
        self.found.append(violation(pointer, rule, message))

    def check_value(self, shape: ValueShape, value: object, pointer: str, depth: int = 0) -> None:
        """Check a single value or a collection."""
        if depth > MAX_DEPTH:
            self.report(pointer, Rule.TOO_DEEP, f"more than {MAX_DEPTH} levels deep")
            return
        if not shape.collection:
            self.check_item(shape, value, pointer, depth)
            return
        value, _ = self.schema.unwrap(value)
        if value is None:
            self.report(pointer, Rule.NULL, "a collection is never null; it can be empty")
        elif not isinstance(value, list | tuple):
            self.report(pointer, Rule.NOT_AN_ARRAY, "a JSON array is expected")
        else:
            for rule, message in check_items(shape, len(value)):
                self.report(pointer, rule, message)
            for index, item in enumerate(value):
                self.check_item(shape, item, step(pointer, index), depth + 1)

    def check_item(self, shape: ValueShape, value: object, pointer: str, depth: int) -> None:
        """Check one value: a primitive, an enumeration's or a structured one."""
        if value is None:
            if not shape.nullable:
                self.report(pointer, Rule.NULL, "null is not allowed here")
            elif shape.allowed_values is not None and not is_allowed(shape, None):
                self.report(pointer, Rule.ALLOWED_VALUES, "null is none of the values allowed")
            return
        enum = self.schema.enum(shape.type)
        if enum is not None:
            self.check_enum(enum, shape, value, pointer)
        elif shape.type in ABSTRACT_STRUCTURES or not shape.type.startswith("Edm."):
            self.check_object(shape, value, pointer, depth)
        else:
            self.check_primitive(shape, value, pointer)

    def check_primitive(self, shape: ValueShape, value: object, pointer: str) -> None:
        value, _ = self.schema.unwrap(value)
        finding = check_literal(shape.type, value, floating=shape.floating_scale)
        if finding is not None:
            self.report(pointer, *finding)
            return
        for rule, message in check_facets(shape, value):
            self.report(pointer, rule, message)

    def check_enum(self, enum: EnumShape, shape: ValueShape, value: object, pointer: str) -> None:
        value, _ = self.schema.unwrap(value)
        if not isinstance(value, str):
            self.report(pointer, Rule.WRONG_TYPE, f"text is expected for {enum.name}")
            return
        if not enum.members:
            return
        names = [name.strip(" ") for name in value.split(",")] if shape.flags else [value]
        if not all(_is_member(enum, name) for name in names):
            self.report(pointer, Rule.ENUM_MEMBER, f"the text names no member of {enum.name}")
        elif shape.allowed_values is not None and not is_allowed(shape, value):
            self.report(pointer, Rule.ALLOWED_VALUES, "the value is none of those allowed")

    def check_object(self, shape: ValueShape, value: object, pointer: str, depth: int) -> None:
        """Check a structured value: that it is an object, of which type, and what is in it."""
        value, own_type = self.schema.unwrap(value)
        declared = self.schema.structured(shape.type)
        if declared is not None and declared.opaque:
            return
        if not isinstance(value, Mapping):
            self.report(pointer, Rule.NOT_AN_OBJECT, f"a JSON object is expected for {shape.type}")
            return
        if _is_no_entity(value):
            return
        # An update of a value that is there already says what changes, not of which type it is.
        changes = self.operation is Operation.UPDATE and depth == 0
        actual = self.find_type(shape, value, own_type, pointer, changes=changes)
        if actual is not None:
            self.check_members(actual, value, pointer, depth)

    def find_type(
        self,
        shape: ValueShape,
        value: Mapping[str, object],
        own_type: str | None,
        pointer: str,
        *,
        changes: bool,
    ) -> StructuredShape | None:
        """The type of an object; None when it is unknown, abstract or out of place, which is reported."""
        key = next((name for name in TYPE_NAMES if name in value), None)
        if key is not None:
            text = value[key]
            pointer = step(pointer, key)
            if not isinstance(text, str):
                self.report(pointer, Rule.WRONG_TYPE, "the name of a type is text")
                return None
            name = self.schema.resolve(text.rpartition("#")[2])
        else:
            name = own_type or shape.type
        actual = self.schema.structured(name)
        if actual is None:
            if key is None and name in ABSTRACT_STRUCTURES:
                self.report(pointer, Rule.ABSTRACT_TYPE, "@odata.type is needed to know the type")
            else:
                self.report(pointer, Rule.UNKNOWN_TYPE, "the schema has no such type")
            return None
        if not self.schema.is_a(name, shape.type):
            message = f"the type does not derive from {shape.type}"
            self.report(pointer, Rule.TYPE_NOT_ALLOWED, message)
            return None
        if actual.abstract and not changes and REFERENCES.isdisjoint(value):
            message = f"{actual.name} is abstract; @odata.type names the type of the value"
            self.report(pointer, Rule.ABSTRACT_TYPE, message)
            return None
        if not self.is_one_of(name, shape.types):
            self.report(pointer, Rule.TYPE_NOT_ALLOWED, f"{name} is not allowed here")
            return None
        if self.operation is not None and not self.is_one_of(name, shape.writable_types):
            self.report(pointer, Rule.TYPE_NOT_ALLOWED, f"{name} cannot be written here")
            return None
        return actual

    def is_one_of(self, name: str, allowed: tuple[str, ...]) -> bool:
        return not allowed or any(self.schema.is_a(name, base) for base in allowed)

    def check_members(
        self, type_: StructuredShape, value: Mapping[str, object], pointer: str, depth: int
    ) -> None:
        for name, member in value.items():
            if is_control(name):
                self.check_annotation(type_, name, member, pointer)
                continue
            shape = type_.properties.get(name)
            if shape is None:
                if not type_.open:
                    message = f"{type_.name} has no such property"
                    self.report(step(pointer, name), Rule.UNKNOWN_PROPERTY, message)
                continue
            self.check_property(shape, member, step(pointer, name), depth)
        if REFERENCES.isdisjoint(value):
            for rule, name, message in self.find_absent(type_, value):
                self.report(step(pointer, name), rule, message)

    def check_property(self, shape: PropertyShape, value: object, pointer: str, depth: int) -> None:
        if not self.is_writable(shape):
            self.report(pointer, Rule.NOT_WRITABLE, f"cannot be written on {self.operation_name}")
        elif value is None and self.is_required(shape) and not shape.value.collection:
            message = f"is required on {self.operation_name}; null is no value"
            self.report(pointer, Rule.NULL, message)
        else:
            self.check_value(shape.value, value, pointer, depth + 1)

    def check_annotation(
        self, type_: StructuredShape, name: str, value: object, pointer: str
    ) -> None:
        """Control information and annotations may stand anywhere; a binding is a property in disguise."""
        for suffix in BINDINGS:
            if not name.endswith(suffix) or name == suffix:
                continue
            pointer = step(pointer, name)
            shape = type_.properties.get(name.removesuffix(suffix))
            if shape is None or not shape.navigation:
                if not type_.open:
                    message = f"{type_.name} has no such navigation property"
                    self.report(pointer, Rule.UNKNOWN_PROPERTY, message)
            elif not self.is_writable(shape):
                message = f"cannot be written on {self.operation_name}"
                self.report(pointer, Rule.NOT_WRITABLE, message)
            else:
                self.check_binding(shape, value, pointer)

    def check_binding(self, shape: PropertyShape, value: object, pointer: str) -> None:
        if not shape.value.collection:
            if value is None and shape.value.nullable:
                return
            if not isinstance(value, str):
                self.report(pointer, Rule.WRONG_TYPE, "the URL of an entity is expected")
        elif not isinstance(value, list | tuple):
            self.report(pointer, Rule.NOT_AN_ARRAY, "an array of URLs of entities is expected")
        else:
            for index, item in enumerate(value):
                if not isinstance(item, str):
                    message = "the URL of an entity is expected"
                    self.report(step(pointer, index), Rule.WRONG_TYPE, message)

    def find_absent(
        self, type_: StructuredShape, value: Mapping[str, object]
    ) -> Iterator[tuple[Rule, str, str]]:
        if self.operation is None:
            return
        for name, shape in type_.properties.items():
            if not (shape.expected_on_create or self.is_required(shape)) or name in value:
                continue
            if shape.navigation and any(name + suffix in value for suffix in BINDINGS):
                continue
            if self.is_required(shape):
                yield (Rule.REQUIRED, name, f"is required on {self.operation_name}")
            elif self.operation is Operation.CREATE:
                yield (Rule.MISSING, name, "is never null, has no default and is not given")

    @property
    def operation_name(self) -> str:
        return self.operation.value if self.operation is not None else "read"

    def is_writable(self, shape: PropertyShape) -> bool:
        if self.operation is Operation.CREATE:
            return shape.insertable
        return shape.updatable if self.operation is Operation.UPDATE else True

    def is_required(self, shape: PropertyShape) -> bool:
        if self.operation is Operation.CREATE:
            return shape.required_on_create
        return shape.required_on_update if self.operation is Operation.UPDATE else False


def _is_no_entity(value: Mapping[str, object]) -> bool:
    """Whether the object tells, in a delta answer, of a deleted entity, or of a link added or deleted."""
    contexts = (value.get(name) for name in CONTEXTS)
    return any(isinstance(text, str) and text.endswith(NO_ENTITIES) for text in contexts)


def _is_member(enum: EnumShape, text: str) -> bool:
    """Whether `text` is a member's name or a number: what no member stands for is written as one."""
    return text in enum.members or ENUM_NUMBER.match(text) is not None
