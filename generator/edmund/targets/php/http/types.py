"""Which PHP types hold the values of a type in use."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.surface.elements import Surface
from edmund.surface.json_kinds import JsonKind, json_kinds, kind_of
from edmund.surface.types import (
    EnumType,
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Type,
)
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout
from edmund.targets.php.php_types import Accessor, primitive_types

__all__ = ["HttpTypes", "Spelled", "or_null"]

_LONGEST_DOCUMENTED = 90
_KINDS = {JsonKind.STRING: "string", JsonKind.NUMBER: "int|float", JsonKind.BOOLEAN: "bool"}


@dataclass(frozen=True, slots=True)
class Spelled:
    """Native types of a value that is not null, which a getter gives and a setter takes, and the documented ones."""

    gives: str
    takes: str
    documented: str
    documented_taken: str


_ANY = Spelled("mixed", "mixed", "mixed", "mixed")


@dataclass(frozen=True, slots=True)
class HttpTypes:
    """Types as one file writes them; `root` is the output's namespace.

    Where only `takes` is asked for, what values are given as is not imported.
    """

    surface: Surface
    layout: Layout
    root: str
    imports: Imports
    takes_alone: bool = False

    def accessor(self, type_: Type, room: int) -> Accessor:
        """How a property of the type is read and written; the getter has `room` columns for its type."""
        found = self.spelled(type_, room)
        has_items = found.gives == "array"
        return Accessor(
            or_null(found.gives),
            or_null(found.takes),
            "read({wire})",
            "write({wire}, $value)",
            f"{found.documented}|null" if has_items else "",
            f"{found.documented_taken}|null" if has_items else "",
        )

    def spelled(self, type_: Type, room: int | None = None) -> Spelled:
        """The type as the file writes it; one class alone has `room` columns."""
        if isinstance(type_, Nullable):
            return self.spelled(type_.type, room)
        if isinstance(type_, ListOf):
            return self._array("list", "array", self.spelled(type_.item))
        if isinstance(type_, MapOf):
            return self._array("array", "array", self.spelled(type_.value))
        if isinstance(type_, Literal):
            native = _native(type_.value)
            return Spelled(native, native, native, native)
        if isinstance(type_, Primitive):
            return self._primitive(type_.name)
        return self._named(type_, room) if isinstance(type_, Named) else _ANY

    def type_class(self, name: str, room: int | None = None) -> str:
        """The class of a named type, as the file writes it."""
        return self.imports.use(
            self.layout.places[name].full(f"{self.root}\\Generated\\Models"), room
        )

    def _named(self, type_: Named, room: int | None) -> Spelled:
        if type_.name not in self.layout.places:
            return _ANY
        cls = self.type_class(type_.name, room)
        found = self.surface.types.by_name.get(type_.name)
        if not isinstance(found, EnumType):
            return Spelled(cls, cls, cls, cls)
        kinds = json_kinds(type_, self.surface.types.by_name)
        values = "|".join(native for kind, native in _KINDS.items() if kind in kinds)
        takes = f"{cls}|{values or 'string'}"
        return Spelled(cls, takes, cls, takes)

    def _primitive(self, name: str) -> Spelled:
        gives, takes = primitive_types(name, self.imports, self.root, takes_alone=self.takes_alone)
        return Spelled(gives, takes, gives, takes)

    def _array(self, given: str, taken: str, item: Spelled) -> Spelled:
        return Spelled(
            "array", "array", _of(given, item.documented), _of(taken, item.documented_taken)
        )


def or_null(native: str) -> str:
    """The native type with null."""
    if native == "mixed":
        return native
    return f"{native}|null" if "|" in native else f"?{native}"


def _of(array: str, item: str) -> str:
    """Items are null where the service sends or takes null. What would be too long for a line says less."""
    inner = item if item == "mixed" else f"{item}|null"
    return f"{array}<{inner}>" if len(inner) < _LONGEST_DOCUMENTED else f"{array}<mixed>"


def _native(value: JsonScalar) -> str:
    """The type of one JSON value."""
    if isinstance(value, int) and not isinstance(value, bool):
        return "int"
    return {
        JsonKind.STRING: "string",
        JsonKind.BOOLEAN: "bool",
        JsonKind.NUMBER: "float",
    }.get(kind_of(value), "mixed")
