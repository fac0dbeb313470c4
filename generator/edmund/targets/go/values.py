"""Values in use as Go has them: types of accessors, parameters and bodies, and what reads and writes them."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.plan.service import speaks_odata
from edmund.surface.elements import Surface
from edmund.surface.type_parts import is_list, item_of, name_of
from edmund.surface.types import (
    AnyJson,
    EnumType,
    ListOf,
    Named,
    Nullable,
    Primitive,
    StructuredType,
    Type,
)
from edmund.targets.go.enumerations import EnumKind, kind_of
from edmund.targets.go.go_types import PRIMITIVES, GoType, go_type
from edmund.targets.go.layout import Layout
from edmund.targets.go.literals import string_literal

__all__ = ["ANY_GUID", "Accessors", "Values"]

ANY_GUID = "odata.GUID"
"""What setters and parameters take where they give an `odata.UUID`: that of another package fits as well."""

_BYTES = ("Edm.Binary", "Edm.Stream")
_ABSTRACT = ("Edm.ComplexType", "Edm.EntityType")


@dataclass(frozen=True, slots=True)
class Accessors:
    """The types of a property's values, and the bodies of its getter and its setter for `value`."""

    type: str
    getter: tuple[str, ...]
    setter: str
    setter_type: str


@dataclass(frozen=True, slots=True)
class Values:
    """Values of one model's types; `prefix` is what other packages write before the names of models."""

    surface: Surface
    layout: Layout
    prefix: str = ""

    def of(self, type_: Type) -> GoType:
        """The values of a type."""
        return go_type(type_, self.surface, self.layout, self.prefix)

    def accessors_of(self, wire_name: str, type_: Type) -> Accessors:
        """How the property called `wire_name` is read and written."""
        if self._is_named(type_):
            return self.accessors(wire_name, name_of(type_), is_list(type_))
        value, name = self.of(type_), string_literal(wire_name)
        if value.has_nil:
            return _plain(
                value.type,
                f"odata.GetValue(m, {name}, {value.codec})",
                f"odata.SetValue(m, {name}, {value.codec}, value)",
            )
        return _plain(
            value.optional,
            f"odata.Get(m, {name}, {value.codec})",
            f"odata.Set(m, {name}, {value.codec}, value)",
        )

    def _is_named(self, type_: Type) -> bool:
        """Whether the name of a type and whether there is a list of it say all that accessors need."""
        if speaks_odata(self.surface):
            return True
        item = item_of(type_)
        plain = type_.type if isinstance(type_, Nullable) else type_
        if isinstance(item, Named):
            found = self.surface.types.by_name.get(item.name)
            if isinstance(found, StructuredType):
                return True
            if not isinstance(found, EnumType) or kind_of(found) is not EnumKind.TEXT:
                return False
        elif not isinstance(item, Primitive) or item.name in _BYTES:
            return isinstance(item, AnyJson) and not isinstance(plain, ListOf)
        return not (isinstance(plain, ListOf) and isinstance(plain.item, Nullable))

    def accessors(self, wire_name: str, type_name: str, collection: bool) -> Accessors:
        """The same for the value, or the list of values, of the type called `type_name`."""
        name = string_literal(wire_name)
        found = self.surface.types.by_name.get(type_name)
        if isinstance(found, EnumType):
            go = self.prefix + self.layout.names[type_name]
            if collection:
                return _plain(
                    f"[]{go}",
                    f"odata.GetEnumList[{go}](m, {name})",
                    f"odata.SetEnumList(m, {name}, value)",
                )
            return _plain(
                f"*{go}", f"odata.GetEnum[{go}](m, {name})", f"odata.SetEnum(m, {name}, value)"
            )
        interface = self.interface(type_name)
        if interface is not None:
            given = f"m, {name}, {string_literal(type_name)}"
            if collection:
                return _plain(
                    f"[]{interface}",
                    f"odata.GetModels[{interface}]({given})",
                    f"odata.SetModels(m, {name}, value)",
                )
            return Accessors(
                interface,
                (f"value, _ := odata.GetModel({given}).({interface})", "return value"),
                f"odata.SetModel(m, {name}, value)",
                interface,
            )
        if type_name in _BYTES and not collection:
            return _plain(
                "[]byte", f"odata.GetBytes(m, {name})", f"odata.SetBytes(m, {name}, value)"
            )
        go, codec = self.item(type_name)
        if collection:
            return _plain(
                f"[]{go}",
                f"odata.GetList(m, {name}, odata.{codec})",
                f"odata.SetList(m, {name}, odata.{codec}, value)",
            )
        if codec == "EdmGuid":
            return Accessors(
                f"*{go}",
                (f"return odata.Get(m, {name}, odata.{codec})",),
                f"odata.SetGUID(m, {name}, value)",
                ANY_GUID,
            )
        if codec == "EdmUntyped":
            return _plain("any", f"odata.GetAny(m, {name})", f"odata.SetAny(m, {name}, value)")
        return _plain(
            f"*{go}",
            f"odata.Get(m, {name}, odata.{codec})",
            f"odata.Set(m, {name}, odata.{codec}, value)",
        )

    def item(self, type_name: str) -> tuple[str, str]:
        """The Go type and the codec of one value that is neither structured nor of an enumeration."""
        if type_name in _BYTES:
            return "[]byte", "EdmBinary"
        return PRIMITIVES.get(type_name, ("any", "EdmUntyped"))

    def interface(self, type_name: str) -> str | None:
        """The interface of a structured type's models; None for what is none, or may be any JSON."""
        if type_name in _ABSTRACT:
            return "odata.Model"
        found = self.surface.types.by_name.get(type_name)
        if not isinstance(found, StructuredType) or found.opaque:
            return None
        return f"{self.prefix}{self.layout.names[type_name]}able"

    def parameter(self, type_name: str, collection: bool) -> str:
        """The type of a key or of a function's parameter."""
        found = self.surface.types.by_name.get(type_name)
        if isinstance(found, EnumType):
            go = self.prefix + self.layout.names[type_name]
        else:
            go = self.interface(type_name) or self.item(type_name)[0]
        return f"[]{go}" if collection else go


def _plain(type_: str, getter: str, setter: str) -> Accessors:
    return Accessors(type_, (f"return {getter}",), setter, type_)
