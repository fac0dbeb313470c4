"""Properties as declarations of the runtime: the annotation, the call, and the facts inside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from edmund.surface.elements import Surface
from edmund.surface.type_parts import is_list, name_of, wire_of
from edmund.surface.type_schema import value_shape
from edmund.surface.types import EnumType, StructuredType, Type
from edmund.targets.python.facts import facts_of
from edmund.targets.python.imports import Imports
from edmund.targets.python.layout import MODELS, Layout
from edmund.targets.python.literals import Group, assignment, string_literal

__all__ = ["RUNTIME_NAMES", "Declarations"]

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
