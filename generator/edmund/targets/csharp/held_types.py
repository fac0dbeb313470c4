"""Types in use as C# has them, however they are put together, and the codecs that read and write their values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from edmund.surface.shapes import JsonScalar
from edmund.surface.types import (
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
from edmund.targets.csharp.members import PRIMITIVES, Members

__all__ = ["HeldType", "HeldTypes", "is_scalar"]

_FILE: Final = "Edm.Stream"
_BYTES: Final = "Edm.Binary"


@dataclass(frozen=True, slots=True)
class HeldType:
    """`written` is the type where null is no value, `codec` the expression of its codec."""

    written: str
    codec: str
    is_value: bool = False

    @property
    def optional(self) -> str:
        """The type where null is a value."""
        return f"{self.written}?"

    @property
    def argument(self) -> str:
        """The type as an argument of a generic one, where null is a value whatever the type."""
        return self.optional if self.is_value else self.written


def is_scalar(type_: EnumType) -> bool:
    """Whether an enumeration has members that are no text."""
    return not all(isinstance(member.value, str) for member in type_.members)


@dataclass(frozen=True, slots=True)
class HeldTypes:
    """Spells types for one file."""

    members: Members

    def is_plain(self, type_: Type) -> bool:
        """Whether models have accessors for values of the type, which then need no codec."""
        plain = _without_null(type_)
        if isinstance(plain, ListOf):
            plain = _without_null(plain.item)
            if isinstance(plain, ListOf):
                return False
        if isinstance(plain, MapOf | Literal):
            return False
        if isinstance(plain, Primitive):
            return not self.members.is_http or plain.name not in (_FILE, _BYTES)
        if isinstance(plain, Named):
            found = self.members.surface.types.by_name.get(plain.name)
            is_text = isinstance(found, EnumType) and not is_scalar(found)
            return is_text or not isinstance(found, EnumType | UnionType)
        return True

    def of(self, type_: Type) -> HeldType:
        """The C# type and the codec of the values of `type_`."""
        plain = _without_null(type_)
        if isinstance(plain, ListOf):
            item = self.of(plain.item)
            written = self.members.names.known("List", item.argument)
            return HeldType(written, f"{self._codecs}.List({item.codec})")
        if isinstance(plain, MapOf):
            value = self.of(plain.value)
            written = self.members.names.known("Dictionary", "string", value.argument)
            return HeldType(written, f"{self._codecs}.Map({value.codec})")
        if isinstance(plain, Literal):
            return self._primitive(_primitive_of(plain.value))
        if isinstance(plain, Primitive):
            return self._primitive(plain.name)
        if isinstance(plain, Named):
            return self._named(plain.name)
        return self._json()

    @property
    def _codecs(self) -> str:
        return self.members.names.full("Codecs")

    def _primitive(self, name: str | None) -> HeldType:
        if name == _FILE:
            return HeldType(self.members.names.known("FilePart"), f"{self._codecs}.File")
        if name == _BYTES:
            return HeldType("byte[]", f"{self._codecs}.Base64")
        if name is None or name not in PRIMITIVES:
            return self._json()
        written, accessor, is_value = self.members.type_name(name)
        primitives = self.members.names.full("Primitives")
        maker = "Value" if is_value else "Reference"
        return HeldType(written, f"{self._codecs}.{maker}({primitives}.{accessor})", is_value)

    def _named(self, name: str) -> HeldType:
        found = self.members.surface.types.by_name.get(name)
        if found is None or (isinstance(found, StructuredType) and found.opaque):
            return self._json()
        written = self.members.class_of(name)
        if isinstance(found, EnumType):
            maker = "Scalar" if is_scalar(found) else "Enum"
            return HeldType(written, f"{self._codecs}.{maker}<{written}>()", True)
        maker = "Union" if isinstance(found, UnionType) else "Object"
        return HeldType(written, f"{self._codecs}.{maker}<{written}>()")

    def _json(self) -> HeldType:
        return HeldType(self.members.names.known("JsonNode"), f"{self._codecs}.Json")


def _primitive_of(value: JsonScalar) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "Edm.Boolean"
    if isinstance(value, str):
        return "Edm.String"
    return "Edm.Int64" if isinstance(value, int) else "Edm.Decimal"


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
