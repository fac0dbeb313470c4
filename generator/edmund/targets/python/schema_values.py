"""Types of values as Python spells them: the annotation, and the runtime's own description of the type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.surface.type_schema import value_shape
from edmund.surface.types import (
    NO_CONSTRAINTS,
    AnyJson,
    Constraints,
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    StructuredType,
    Type,
    UnionType,
)
from edmund.targets.python.declarations import Declarations
from edmund.targets.python.facts import constraint_facts, value_literal
from edmund.targets.python.literals import Group, string_literal
from edmund.targets.python.signatures import Bracketed

__all__ = ["VALUE_NAMES", "ValueSources", "bracketed"]

# Names of the runtime by which modules describe types: nothing else may be imported under them.
VALUE_NAMES = frozenset(
    {
        "ANY",
        "EnumOf",
        "JsonValue",
        "ListOf",
        "Literal",
        "MapOf",
        "Model",
        "ModelOf",
        "Nullable",
        "Property",
        "TYPE_CHECKING",
        "Union",
        "UnionOf",
        "Value",
        "Variant",
        "member",
        "structured",
    }
)


@dataclass(frozen=True, slots=True)
class ValueSources:
    """Spells types for one module, whose imports `declarations` collects."""

    declarations: Declarations

    def annotation(self, type_: Type) -> str:
        """What type checkers know of the values."""
        said = self.declarations
        match type_:
            case Nullable(type=inner):
                shown = self.annotation(inner)
                return shown if shown == "None" or shown.endswith(" | None") else f"{shown} | None"
            case ListOf(item=item):
                return f"{said.builtin('list')}[{self.annotation(item)}]"
            case MapOf(value=value):
                return f"{said.builtin('dict')}[{said.builtin('str')}, {self.annotation(value)}]"
            case Literal(value=None):
                return "None"
            case Literal(value=str() | bool() | int() as value):
                return f"{said.checked.use('typing', 'Literal', '_')}[{value_literal(value)}]"
            case Literal():
                return said.builtin("float")
            case Primitive(name="Edm.Stream"):
                return said.runtime(said.checked, "uploads", "Content")
            case Primitive(name=name):
                return said.python_type(name)
            case Named(name=name):
                return self._named(name)
            case AnyJson():
                return said.checked.use("typing", "Any")

    def _named(self, name: str) -> str:
        found = self.declarations.surface.types.by_name.get(name)
        if found is None or (isinstance(found, StructuredType) and found.opaque):
            return self.declarations.checked.use("typing", "Any")
        return self.declarations.python_type(name)

    def description(self, type_: Type) -> str | Bracketed:
        """The expression that describes the type to the runtime."""
        match type_:
            case Nullable(type=inner):
                return self._described("Nullable", self.description(inner))
            case ListOf(item=item, min_items=least, max_items=most, unique_items=unique):
                facts = _given(min_items=least, max_items=most, unique_items=unique or None)
                return self._described("ListOf", self.description(item), *facts)
            case MapOf(value=value, min_properties=least, max_properties=most):
                facts = _given(min_properties=least, max_properties=most)
                return self._described("MapOf", self.description(value), *facts)
            case Literal(value=value):
                return self._described("Literal", value_literal(value))
            case Primitive(name=name, constraints=constraints):
                said = self._facts(type_, constraints)
                if not said:
                    return string_literal(name)
                return self._described("Value", string_literal(name), *said)
            case Named(name=name):
                return self._described_by_name(type_, name)
            case AnyJson():
                return self._runtime("ANY")

    def _described_by_name(self, type_: Named, name: str) -> str | Bracketed:
        literal = string_literal(name)
        match self.declarations.surface.types.by_name.get(name):
            case EnumType():
                facts = self._facts(type_, type_.constraints)
                return self._described("EnumOf", literal, *facts)
            case UnionType():
                return self._described("UnionOf", literal)
            case StructuredType(opaque=False):
                return self._described("ModelOf", literal)
            case _:
                return self._runtime("ANY")

    def _facts(self, type_: Type, said: Constraints) -> tuple[str | Bracketed, ...]:
        if said == NO_CONSTRAINTS:
            return ()
        shape = value_shape(self.declarations.surface.types, type_)
        return tuple(map(bracketed, constraint_facts(said, shape)))

    def _described(self, name: str, *arguments: str | Bracketed) -> Bracketed:
        return Bracketed(self._runtime(name), arguments)

    def _runtime(self, name: str) -> str:
        return self.declarations.runtime(self.declarations.real, "value_types", name)


def _given(**facts: int | bool | None) -> Iterator[str]:
    return (f"{name}={value!r}" for name, value in facts.items() if value is not None)


def bracketed(source: str | Group) -> str | Bracketed:
    """Source in the form that calls are laid out by."""
    if isinstance(source, str):
        return source
    brackets = source.head[-1] + source.close
    return Bracketed(source.head[:-1], tuple(map(bracketed, source.items)), brackets)
