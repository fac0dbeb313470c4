"""Which PHP types hold the values of a property, and by which of the runtime's methods they are read and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from edmund.surface.elements import Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import EnumType, StructuredType, Type
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout
from edmund.targets.php.literals import string_literal

__all__ = ["Accessor", "PhpTypes", "PropertyTypes", "primitive_types"]


@dataclass(frozen=True, slots=True)
class Accessor:
    """`returns` and `takes` are native types; the documented ones are '' where they say nothing more.

    `read` and `write` are calls on `$this` with the place of the wire name left as `{wire}`.
    """

    returns: str
    takes: str
    read: str
    write: str
    documented_return: str = ""
    documented_parameter: str = ""


@dataclass(frozen=True, slots=True)
class _Primitive:
    """`item` is the type in a list; names with a backslash in front are PHP's, others the runtime's."""

    returns: str
    takes: str
    item: str
    read: str = ""
    plain: bool = False


class PropertyTypes(Protocol):
    """How properties are read and written."""

    def accessor(self, type_: Type, room: int) -> Accessor:
        """For a property of the type, whose getter has `room` columns for it."""


_STREAM = "Psr\\Http\\Message\\StreamInterface"
_INTEGER = _Primitive("?int", "?int", "int", "readInteger", True)
_BINARY = _Primitive(f"?{_STREAM}", f"{_STREAM}|string|null", _STREAM)
_FLOAT = _Primitive("?float", "int|float|null", "float")
_PRIMITIVES = {
    "Edm.String": _Primitive("?string", "?string", "string", "readString", True),
    "Edm.Boolean": _Primitive("?bool", "?bool", "bool", "readBoolean", True),
    "Edm.Byte": _INTEGER,
    "Edm.SByte": _INTEGER,
    "Edm.Int16": _INTEGER,
    "Edm.Int32": _INTEGER,
    "Edm.Int64": _INTEGER,
    "Edm.Single": _FLOAT,
    "Edm.Double": _FLOAT,
    "Edm.Decimal": _Primitive("?Decimal", "Decimal|int|float|string|null", "Decimal"),
    "Edm.DateTimeOffset": _Primitive(
        "?\\DateTimeImmutable", "\\DateTimeInterface|string|null", "\\DateTimeImmutable"
    ),
    "Edm.Date": _Primitive("?Date", "\\Stringable|\\DateTimeInterface|string|null", "Date"),
    "Edm.TimeOfDay": _Primitive("?Time", "\\Stringable|\\DateTimeInterface|string|null", "Time"),
    "Edm.Duration": _Primitive("?Duration", "\\DateInterval|string|null", "Duration"),
    "Edm.Guid": _Primitive("?string", "?string", "string"),
    "Edm.Binary": _BINARY,
    "Edm.Stream": _BINARY,
}
_SPATIAL = _Primitive("?\\stdClass", "\\stdClass|array|null", "\\stdClass")
_ANY = _Primitive("mixed", "mixed", "mixed")
_RUNTIME = ("Decimal", "Date", "Time", "Duration")


@dataclass(frozen=True, slots=True)
class PhpTypes:
    """Types as one file writes them; `root` is the output's namespace."""

    surface: Surface
    layout: Layout
    root: str
    imports: Imports

    def accessor(self, type_: Type, room: int) -> Accessor:
        """How a property of the type is read and written; the getter has `room` columns for its type."""
        name = name_of(type_)
        found = self.surface.types.by_name.get(name)
        if isinstance(found, EnumType):
            cls = self.type_class(name, None if is_list(type_) else room)
            return self._of_class(cls, f"{cls}|string|null", "Enum", is_list(type_))
        if isinstance(found, StructuredType) and not found.opaque:
            cls = self.type_class(name, None if is_list(type_) else room)
            return self._of_class(cls, f"?{cls}", "Model", is_list(type_))
        return self._primitive(name, is_list(type_))

    def type_class(self, name: str, room: int | None = None) -> str:
        """The class of a schema type, as the file writes it."""
        full = self.layout.places[name].full(f"{self.root}\\Generated\\Models")
        return self.imports.use(full, room)

    def item(self, name: str) -> str:
        """The documented type of one value of the schema type."""
        found = self.surface.types.by_name.get(name)
        if isinstance(found, EnumType) or (isinstance(found, StructuredType) and not found.opaque):
            return self.type_class(name)
        return self._written(_primitive(name).item)

    def _of_class(self, cls: str, takes: str, kind: str, collection: bool) -> Accessor:
        if not collection:
            return Accessor(
                f"?{cls}",
                takes,
                f"read{kind}({{wire}}, {cls}::class)",
                f"write{kind}({{wire}}, $value)",
            )
        more = f", {cls}::class" if kind == "Model" else ""
        items = f"{cls}|string" if kind == "Enum" else cls
        return Accessor(
            "?array",
            "?array",
            f"read{kind}s({{wire}}, {cls}::class)",
            f"write{kind}s({{wire}}, $value{more})",
            f"list<{cls}|null>|null",
            f"array<{items}|null>|null",
        )

    def _primitive(self, name: str, collection: bool) -> Accessor:
        found = _primitive(name)
        literal = string_literal(name)
        if collection:
            item = self._written(found.item)
            items = "mixed" if item == "mixed" else f"{item}|null"
            taken = self._written(found.takes)
            taken = f"{taken[1:]}|null" if taken.startswith("?") else taken
            return Accessor(
                "?array",
                "?array",
                f"readList({{wire}}, {literal})",
                f"writeList({{wire}}, {literal}, $value)",
                f"list<{items}>|null",
                f"array<{taken}>|null",
            )
        read = f"{found.read}({{wire}})" if found.read else f"readPrimitive({{wire}}, {literal})"
        write = (
            "write({wire}, $value)"
            if found.plain
            else f"writePrimitive({{wire}}, {literal}, $value)"
        )
        return Accessor(self._written(found.returns), self._written(found.takes), read, write)

    def _written(self, type_: str) -> str:
        """The type with its classes as the file writes them."""
        return _written(type_, self.imports, self.root)


def _primitive(name: str) -> _Primitive:
    if name.startswith(("Edm.Geography", "Edm.Geometry")):
        return _SPATIAL
    return _PRIMITIVES.get(name, _ANY)


def primitive_types(
    name: str, imports: Imports, root: str, *, takes_alone: bool = False
) -> tuple[str, str]:
    """The native types of a built-in type's values but null, given and taken, as the file writes them.

    With `takes_alone` the file does not import the first.
    """
    found = _primitive(name)
    given = _written(found.item, Imports("") if takes_alone else imports, root)
    taken = _written(found.takes, imports, root)
    return given, taken.removeprefix("?").removesuffix("|null")


def _written(type_: str, imports: Imports, root: str) -> str:
    nullable = type_.startswith("?")
    parts = type_.removeprefix("?").split("|")
    made = "|".join(_class(part, imports, root) for part in parts)
    return f"?{made}" if nullable else made


def _class(name: str, imports: Imports, root: str) -> str:
    if name in _RUNTIME:
        return imports.use(f"{root}\\Runtime\\{name}")
    return imports.use(name) if name == _STREAM else name
