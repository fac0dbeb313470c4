"""What a type in use is in TypeScript: all of the algebra, nested to any depth."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.surface.types import (
    AnyJson,
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Type,
)
from edmund.targets.typescript.literals import exact_number, string_literal
from edmund.targets.typescript.types import TypeTexts

__all__ = ["UNKNOWN", "TypeText", "ValueTexts", "scalar_literal", "scalar_value"]

_STREAM = "Edm.Stream"
_ROUNDED = "number"


@dataclass(frozen=True, slots=True)
class TypeText:
    """`alternatives` are the parts of a union, one for all else; `is_name` says that it is a name alone."""

    alternatives: tuple[str, ...]
    is_name: bool = False

    @property
    def source(self) -> str:
        return " | ".join(self.alternatives)

    @property
    def item(self) -> str:
        """The type where something binds closer than `|`."""
        return self.source if len(self.alternatives) == 1 else f"({self.source})"

    def without_null(self) -> TypeText:
        """The same without null among the alternatives."""
        kept = tuple(each for each in self.alternatives if each != "null")
        return TypeText(kept or self.alternatives, self.is_name)


UNKNOWN = TypeText(("unknown",))


@dataclass(frozen=True, slots=True)
class ValueTexts:
    """Types as one module names them, which imports what it needs by way of `names`."""

    names: TypeTexts

    def of(self, type_: Type) -> TypeText:
        """The type of values of `type_`, null among them where it is one."""
        match type_:
            case Nullable(inner):
                return _or_null(self.of(inner))
            case ListOf(item):
                return TypeText((f"{self.of(item).item}[]",))
            case MapOf(value):
                # Not Record, by which a type could not refer to itself.
                return TypeText((f"{{ [name: string]: {self.of(value).source} }}",))
            case Literal(value):
                return TypeText((scalar_literal(value),))
            case AnyJson():
                return UNKNOWN
            case Primitive(name) if name == _STREAM:
                return TypeText((self.names.runtime("contents", "FileContent"),), True)
            case Primitive(name) | Named(name):
                text = self.names.name(name)
                plain = ("string", "number", "boolean", "unknown")
                return TypeText((text,), text not in plain)

    def parameter(self, type_: Type) -> TypeText:
        """The type of a parameter: dates and such as text as well."""
        if isinstance(type_, Nullable):
            return _or_null(self.parameter(type_.type))
        if isinstance(type_, Primitive) and type_.name != _STREAM:
            return TypeText(tuple(self.names.in_url(type_).split(" | ")))
        return self.of(type_)


def _or_null(text: TypeText) -> TypeText:
    if text == UNKNOWN or "null" in text.alternatives:
        return text
    return TypeText((*text.alternatives, "null"))


def scalar_value(value: JsonScalar) -> str:
    """An expression for a scalar; for a number that JavaScript rounds it says so, as linters want."""
    literal = scalar_literal(value)
    return f"Number({string_literal(str(value))})" if literal == _ROUNDED else literal


def scalar_literal(value: JsonScalar) -> str:
    """The literal of a scalar, which is a type as well; the type of all numbers for one that JavaScript rounds."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return string_literal(value)
    return exact_number(value) or _ROUNDED
