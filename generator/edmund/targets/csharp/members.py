"""Properties of models: their types in C#, how they get at the JSON object, and what the table says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.plan.service import speaks_odata
from edmund.surface.elements import Surface
from edmund.surface.shapes import Bound, PropertyShape, ValueShape
from edmund.surface.types import EnumType, StructuredType
from edmund.targets.csharp.layout import Layout
from edmund.targets.csharp.literals import doc_lines, int_literal, json_literal, string_literal
from edmund.targets.csharp.usings import FileNames
from edmund.targets.csharp.views import PropertyView

__all__ = ["PRIMITIVES", "Members", "shape_source", "value_facts"]

# The C# type, what the runtime's accessors call it, and whether it is a value type.
PRIMITIVES = {
    "Edm.String": ("string", "String", False),
    "Edm.Boolean": ("bool", "Boolean", True),
    "Edm.Byte": ("byte", "Byte", True),
    "Edm.SByte": ("sbyte", "SByte", True),
    "Edm.Int16": ("short", "Int16", True),
    "Edm.Int32": ("int", "Int32", True),
    "Edm.Int64": ("long", "Int64", True),
    "Edm.Single": ("float", "Single", True),
    "Edm.Double": ("double", "Double", True),
    "Edm.Decimal": ("decimal", "Decimal", True),
    "Edm.DateTimeOffset": ("DateTimeOffset", "DateTimeOffset", True),
    "Edm.Date": ("DateOnly", "Date", True),
    "Edm.TimeOfDay": ("TimeOnly", "TimeOfDay", True),
    "Edm.Duration": ("TimeSpan", "Duration", True),
    "Edm.Guid": ("Guid", "Guid", True),
    "Edm.Binary": ("byte[]", "Binary", False),
    "Edm.Stream": ("byte[]", "Binary", False),
}
_ABSTRACT = ("Edm.EntityType", "Edm.ComplexType")


@dataclass(frozen=True, slots=True)
class Members:
    """What the properties of one file's classes are made with."""

    surface: Surface
    layout: Layout
    package: str
    names: FileNames

    @property
    def is_http(self) -> bool:
        """Whether the service follows no protocol above HTTP."""
        return not speaks_odata(self.surface)

    def type_name(self, name: str) -> tuple[str, str, bool]:
        """A type in C#, the name of the runtime's accessor, and whether it is a value type."""
        primitive = PRIMITIVES.get(name)
        if primitive is not None:
            written, accessor, is_value = primitive
            known = written if written[0].islower() else self.names.known(written)
            return known, accessor, is_value
        found = self.surface.types.by_name.get(name)
        if isinstance(found, EnumType):
            return self.class_of(name), f"Enum<{self.class_of(name)}>", True
        if isinstance(found, StructuredType) and not found.opaque:
            return self.class_of(name), f"Model<{self.class_of(name)}>", False
        if name in _ABSTRACT:
            base = self.names.known("Model")
            return base, f"Model<{base}>", False
        return self.names.known("JsonNode"), "Json", False

    def class_of(self, name: str) -> str:
        """The class of a type of the schema."""
        place = self.layout.places[name]
        return self.names.own(_joined(f"{self.package}.Models", place.namespace), place.cls)

    def property(self, name: str, wire_name: str, value: ValueShape, text: str) -> PropertyView:
        """A property called `name`, for a value of the shape."""
        written, accessor, is_value = self.type_name(value.type)
        kind = accessor
        if value.collection:
            nullable = "?" if is_value or accessor == "Json" else ""
            written = self.names.known("List", f"{written}{nullable}")
            head, bracket, rest = accessor.partition("<")
            kind = f"{head}List{bracket}{rest}"
        wire = string_literal(wire_name)
        setter, _, argument = kind.partition("<")
        del argument
        return PropertyView(
            doc_lines(text),
            f"{written}?",
            name,
            f"Get{kind}({wire})",
            f"Set{setter}({wire}, value)",
        )


def _joined(namespace: str, below: str) -> str:
    return f"{namespace}.{below}" if below else namespace


def shape_source(
    shape: PropertyShape, member: str, *, secret: bool = False, wire: str | None = None
) -> str:
    """The expression that makes the runtime's PropertyShape.

    `wire` is the type that an older version of OData has in place of the property's, where that is another.
    """
    arguments = ", ".join(map(string_literal, (shape.name, member, shape.value.type)))
    facts = [*value_facts(shape.value), *_write_facts(shape)]
    if secret:
        facts.append("IsSecret = true")
    if wire is not None:
        facts.append(f"Wire = {string_literal(wire)}")
    return f"new({arguments}) {{ {', '.join(facts)} }}" if facts else f"new({arguments})"


def _write_facts(shape: PropertyShape) -> Iterator[str]:
    if shape.navigation:
        yield "IsNavigation = true"
    if not shape.insertable:
        yield "IsInsertable = false"
    if not shape.updatable:
        yield "IsUpdatable = false"
    if shape.required_on_create:
        yield "IsRequiredOnCreate = true"
    if shape.required_on_update:
        yield "IsRequiredOnUpdate = true"
    if shape.expected_on_create:
        yield "IsExpectedOnCreate = true"


def value_facts(value: ValueShape) -> Iterator[str]:
    """The facts of a value as initializers of the runtime's ValueShape."""
    flags = {
        "IsCollection": value.collection,
        "IsFlags": value.flags,
        "IsFloating": value.floating_scale,
        "IsUrl": value.is_url,
        "IsBase64": value.is_base64,
    }
    yield from (f"{name} = true" for name, is_set in flags.items() if is_set)
    if not value.nullable:
        yield "IsNullable = false"
    numbers = {
        "MaxLength": value.max_length,
        "Precision": value.precision,
        "Scale": value.scale,
        "MinItems": value.min_items,
        "MaxItems": value.max_items,
    }
    yield from (f"{name} = {int_literal(n)}" for name, n in numbers.items() if n is not None)
    if value.pattern is not None:
        yield f"Pattern = {string_literal(value.pattern)}"
    if value.minimum is not None:
        yield f"Minimum = {_bound(value.minimum)}"
    if value.maximum is not None:
        yield f"Maximum = {_bound(value.maximum)}"
    if value.multiple_of is not None:
        yield f"MultipleOf = {string_literal(str(value.multiple_of))}"
    if value.allowed_values is not None:
        yield f"AllowedValues = [{', '.join(map(json_literal, value.allowed_values))}]"
    if value.types:
        yield f"Types = [{', '.join(map(string_literal, value.types))}]"
    if value.writable_types:
        yield f"WritableTypes = [{', '.join(map(string_literal, value.writable_types))}]"


def _bound(bound: Bound) -> str:
    return f"new({json_literal(bound.value)}, {'true' if bound.exclusive else 'false'})"
