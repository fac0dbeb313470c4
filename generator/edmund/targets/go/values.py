"""Values in use as Go has them: types of accessors, parameters and bodies, and what reads and writes them."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, StructuredType
from edmund.targets.go.layout import Layout
from edmund.targets.go.literals import string_literal

__all__ = ["ANY_GUID", "PRIMITIVES", "Accessors", "Values"]

# Go type, and the runtime's codec.
PRIMITIVES = {
    "Edm.String": ("string", "EdmString"),
    "Edm.Boolean": ("bool", "EdmBoolean"),
    "Edm.Byte": ("byte", "EdmByte"),
    "Edm.SByte": ("int8", "EdmSByte"),
    "Edm.Int16": ("int16", "EdmInt16"),
    "Edm.Int32": ("int32", "EdmInt32"),
    "Edm.Int64": ("int64", "EdmInt64"),
    "Edm.Single": ("float32", "EdmSingle"),
    "Edm.Double": ("float64", "EdmDouble"),
    "Edm.Decimal": ("odata.Decimal", "EdmDecimal"),
    "Edm.DateTimeOffset": ("time.Time", "EdmDateTimeOffset"),
    "Edm.Date": ("odata.DateOnly", "EdmDate"),
    "Edm.TimeOfDay": ("odata.TimeOnly", "EdmTimeOfDay"),
    "Edm.Duration": ("odata.ISODuration", "EdmDuration"),
    "Edm.Guid": ("odata.UUID", "EdmGuid"),
}
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

    def accessors(self, wire_name: str, type_name: str, collection: bool) -> Accessors:
        """How the property called `wire_name` is read and written."""
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
