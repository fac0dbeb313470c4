"""Types in use as Go spells them: the type of a value, and the runtime's codec that reads and writes it."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.surface.elements import Surface
from edmund.surface.types import (
    AnyJson,
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Type,
    UnionType,
)
from edmund.targets.go.enumerations import kind_of
from edmund.targets.go.layout import Layout
from edmund.targets.go.literals import json_value, string_literal

__all__ = ["PRIMITIVES", "GoType", "go_type"]

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


@dataclass(frozen=True, slots=True)
class GoType:
    """`type` is the Go type of a value, `codec` the expression of what reads and writes it.

    `has_nil` says that nil stands for null and for nothing; other types need a pointer for that.
    """

    type: str
    codec: str
    has_nil: bool = False

    @property
    def optional(self) -> str:
        """The Go type of a value that may be none."""
        return self.type if self.has_nil else f"*{self.type}"


_ANY = GoType("any", "odata.EdmUntyped", has_nil=True)


def go_type(type_: Type, surface: Surface, layout: Layout, prefix: str = "") -> GoType:
    """How Go has the values of `type_`; `prefix` is what other packages write before the names of models."""

    def of(type_: Type) -> GoType:
        if isinstance(type_, Nullable):
            value = of(type_.type)
            if value.has_nil:
                return value
            return GoType(f"*{value.type}", f"odata.NullableOf({value.codec})", has_nil=True)
        if isinstance(type_, ListOf):
            item = of(type_.item)
            return GoType(f"[]{item.type}", f"odata.ListOf({item.codec})", has_nil=True)
        if isinstance(type_, MapOf):
            value = of(type_.value)
            return GoType(f"map[string]{value.type}", f"odata.MapOf({value.codec})", has_nil=True)
        if isinstance(type_, Named):
            return named(type_.name)
        if isinstance(type_, Literal):
            return _of_literal(type_)
        return _ANY if isinstance(type_, AnyJson) else _of_primitive(type_)

    def named(name: str) -> GoType:
        found = surface.types.by_name.get(name)
        if found is None:
            return GoType(
                "odata.Model", f"odata.ModelOf[odata.Model]({string_literal(name)})", True
            )
        go = prefix + layout.names[name]
        if isinstance(found, EnumType):
            return GoType(go, f"odata.{kind_of(found).value}[{go}]()")
        if isinstance(found, UnionType):
            return GoType(f"*{go}", f"odata.UnionOf[{go}]({string_literal(name)})", has_nil=True)
        if found.opaque:
            return _ANY
        model = f"{go}able"
        return GoType(model, f"odata.ModelOf[{model}]({string_literal(name)})", has_nil=True)

    return of(type_)


def _of_primitive(type_: Primitive) -> GoType:
    if type_.name == "Edm.Stream":
        return GoType("*odata.File", "odata.EdmStream", has_nil=True)
    if type_.name == "Edm.Binary":
        codec = "EdmBase64" if type_.constraints.is_base64 else "EdmBinary"
        return GoType("[]byte", f"odata.{codec}", has_nil=True)
    found = PRIMITIVES.get(type_.name)
    return _ANY if found is None else GoType(found[0], f"odata.{found[1]}")


def _of_literal(type_: Literal) -> GoType:
    """Another value than the constant is none of its type, and stays raw."""
    value = type_.value
    if value is None:
        return _ANY
    if isinstance(value, bool):
        go, codec = "bool", "EdmBoolean"
    elif isinstance(value, str):
        go, codec = "string", "EdmString"
    elif isinstance(value, int) and -(2**63) <= value < 2**63:
        go, codec = "int64", "EdmInt64"
    else:
        go, codec = "float64", "EdmDouble"
    return GoType(go, f"odata.Only(odata.{codec}, {json_value(value)})")
