"""Properties as declarations of the runtime: the annotation, the call, and the facts inside it."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from math import isfinite

from edmund.surface.elements import Surface
from edmund.surface.shapes import ValueShape
from edmund.surface.type_parts import is_list, name_of, wire_of
from edmund.surface.type_schema import value_shape
from edmund.surface.types import EnumType, StructuredType, Type
from edmund.targets.python.imports import Imports
from edmund.targets.python.layout import MODELS, Layout
from edmund.targets.python.literals import (
    Group,
    assignment,
    int_literal,
    string_literal,
    tuple_literal,
)

__all__ = ["RUNTIME_NAMES", "Declarations", "facts_of", "value_literal"]

# Names of the runtime that modules of models bind: nothing else may be imported under them.
RUNTIME_NAMES = frozenset(
    {
        "Complex",
        "Flags",
        "Model",
        "Navigation",
        "Property",
        "TYPE_CHECKING",
        "complex_value",
        "enum_value",
        "flags_value",
        "navigation",
        "primitive",
        "schema_type",
    }
)

# Python types of primitive values: module (None for builtins) and name.
_PYTHON_TYPES: dict[str, tuple[str, str]] = {
    "Edm.String": ("builtins", "str"),
    "Edm.Boolean": ("builtins", "bool"),
    "Edm.Byte": ("builtins", "int"),
    "Edm.SByte": ("builtins", "int"),
    "Edm.Int16": ("builtins", "int"),
    "Edm.Int32": ("builtins", "int"),
    "Edm.Int64": ("builtins", "int"),
    "Edm.Single": ("builtins", "float"),
    "Edm.Double": ("builtins", "float"),
    "Edm.Decimal": ("decimal", "Decimal"),
    "Edm.DateTimeOffset": ("datetime", "datetime"),
    "Edm.Date": ("datetime", "date"),
    "Edm.TimeOfDay": ("datetime", "time"),
    "Edm.Duration": ("datetime", "timedelta"),
    "Edm.Guid": ("uuid", "UUID"),
    "Edm.Binary": ("builtins", "bytes"),
    "Edm.Stream": ("builtins", "bytes"),
}


@dataclass(frozen=True, slots=True)
class Declarations:
    """Declares properties inside one class.

    `checked` collects the imports that only type checkers need, `real` the others; `package` is the root
    package of the output. `hidden` are the names that the module binds itself, among them the attributes
    of the class, which hide what they are named like from the annotations beside them; `known` are types whose classes the module has already, by what name.
    """

    surface: Surface
    layout: Layout
    package: str
    checked: Imports
    real: Imports
    hidden: frozenset[str] = frozenset()
    known: Mapping[str, str] = field(default_factory=dict)

    def declare(
        self,
        attribute: str,
        wire_name: str,
        type_: Type,
        *,
        is_navigation: bool = False,
        facts: Iterable[str] = (),
        indent: int = 4,
    ) -> str:
        """`attribute: Annotation = function("wireName", "type", ...)`; the first line not indented."""
        name = name_of(type_)
        found = self.surface.types.by_name.get(name)
        if isinstance(found, StructuredType) and found.opaque:
            # A model is an object, and these may be arrays, text or numbers.
            name, found = "Edm.Untyped", None
        match found:
            case EnumType():
                function = "flags_value" if found.flags else "enum_value"
            case StructuredType():
                function = "navigation" if is_navigation else "complex_value"
            case _:
                function = "primitive"
        arguments: list[str | Group] = [string_literal(wire_name), string_literal(name)]
        if is_list(type_):
            arguments.append("True")
        wire = wire_of(type_)
        if wire is not None:
            arguments.append(f"wire={string_literal(wire)}")
        arguments += facts_of(value_shape(self.surface.types, type_))
        arguments += facts
        is_flags = isinstance(found, EnumType) and found.flags
        python = self.python_type(name)
        if is_flags and not is_list(type_):
            annotation = f"{self._runtime_name('Flags')}[{python}]"
        else:
            if is_flags:
                python = f"{self.builtin('frozenset')}[{python}]"
            if is_list(type_):
                python = f"{self.builtin('list')}[{python}]"
            annotation = f"{self._runtime_name(_descriptor(function, is_list(type_)))}[{python}]"
        called = self.runtime(self.real, "properties", function)
        return assignment(f"{attribute}: {annotation}", called, arguments, indent)

    def python_type(self, name: str) -> str:
        """The Python type of one value of the schema type called `name`."""
        if name in self.known:
            return self.known[name]
        place = self.layout.places.get(name)
        if place is not None:
            return self.checked.use(f"{self.package}.{MODELS}.{place.module}", place.cls)
        if name.startswith(("Edm.Geography", "Edm.Geometry")):
            text, any_ = self.builtin("str"), self.checked.use("typing", "Any")
            return f"{self.builtin('dict')}[{text}, {any_}]"
        module, simple = _PYTHON_TYPES.get(name, ("typing", "Any"))
        return self.builtin(simple) if module == "builtins" else self.checked.use(module, simple)

    def builtin(self, name: str) -> str:
        """A builtin type; imported under another name where an attribute of the class hides it."""
        return self.checked.use("builtins", name, "_type") if name in self.hidden else name

    def _runtime_name(self, name: str) -> str:
        return self.runtime(self.checked, "properties", name)

    def runtime(self, imports: Imports, module: str, name: str) -> str:
        """Something of the runtime by its own name, unless the module itself binds that."""
        full = f"{self.package}.runtime.{module}"
        if name in self.hidden:
            return imports.use(full, name, "_")
        return imports.claim(full, name)


def _descriptor(function: str, collection: bool) -> str:
    """The class by which type checkers know what a declaration function makes."""
    if function == "navigation":
        return "Navigation"
    return "Complex" if function == "complex_value" and not collection else "Property"


def facts_of(shape: ValueShape) -> list[str | Group]:
    """What the schema says of the values, as keyword arguments of a declaration; only what is said."""
    facts: list[str | Group] = []

    def say(name: str, value: object) -> None:
        if isinstance(value, tuple) and value:
            facts.append(Group(f"{name}=(", tuple(map(value_literal, value))))
        elif value is not None and value is not False and value != ():
            facts.append(f"{name}={value_literal(value)}")

    if not shape.nullable:
        facts.append("nullable=False")
    say("max_length", shape.max_length)
    say("precision", shape.precision)
    say("floating_scale", shape.floating_scale)
    say("scale", shape.scale)
    say("pattern", shape.pattern)
    for end, bound in (("minimum", shape.minimum), ("maximum", shape.maximum)):
        if bound is not None:
            facts.append(f"{end}={value_literal(bound.value)}")
            say(f"{end}_exclusive", bound.exclusive)
    say("multiple_of", _whole(shape.multiple_of))
    say("allowed_values", shape.allowed_values)
    say("min_items", shape.min_items)
    say("max_items", shape.max_items)
    say("is_url", shape.is_url)
    say("is_base64", shape.is_base64)
    say("types", shape.types)
    return facts


def _whole(value: Decimal | None) -> Decimal | int | None:
    """A number without a fraction as an integer."""
    return int(value) if value is not None and value.as_tuple().exponent == 0 else value


def value_literal(value: object) -> str:
    """A JSON scalar, or a tuple of them, as source; numbers that no float holds as their text."""
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, int):
        return int_literal(value)
    if isinstance(value, float):
        return repr(value) if isfinite(value) else string_literal(str(value))
    if isinstance(value, Decimal):
        if value.is_finite() and str(float(value)) == str(value):
            return str(value)
        return string_literal(str(value))
    if isinstance(value, bytes):
        return string_literal(base64.urlsafe_b64encode(value).decode("ascii"))
    if isinstance(value, tuple):
        return tuple_literal(map(value_literal, value))
    return string_literal(str(value))
