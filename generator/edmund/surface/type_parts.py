"""A type in use by its parts: the name of a value, whether there is a list of them, whether null is one.

That is what the types of most languages are spelled of. What has no name of its own (a map, a list of lists) goes by
the name of any JSON value, so that a target that spells no more than names can still pass it on.
"""

from __future__ import annotations

from edmund.edm import ABSTRACT_TYPES, ANY_JSON
from edmund.surface.types import AnyJson, ListOf, Literal, Named, Nullable, Primitive, Type

__all__ = ["is_edm", "is_list", "item_of", "list_of", "name_of", "takes_null", "type_of", "wire_of"]


def is_list(type_: Type) -> bool:
    """Whether values are lists."""
    return isinstance(_without_null(type_), ListOf)


def item_of(type_: Type) -> Type:
    """The type of the items of a list, that of other values itself; without null."""
    plain = _without_null(type_)
    return _without_null(plain.item) if isinstance(plain, ListOf) else plain


def takes_null(type_: Type) -> bool:
    """Whether null may stand for a value, in a list for an item."""
    plain = _without_null(type_)
    if isinstance(plain, ListOf):
        plain = type_ = plain.item
    return isinstance(type_, Nullable) or (isinstance(plain, AnyJson) and plain.null)


def name_of(type_: Type) -> str:
    """The name of a value's type, in a list of an item's."""
    item = item_of(type_)
    if isinstance(item, Primitive | Named):
        return item.name
    if isinstance(item, Literal) and isinstance(item.value, str):
        return "Edm.String"
    return ANY_JSON


def wire_of(type_: Type) -> str | None:
    """The built-in type that a value, in a list an item, has in OData 1 to 3, where it is another one."""
    item = item_of(type_)
    return item.wire if isinstance(item, Primitive) else None


def is_edm(type_: Type) -> bool:
    """Whether the name is of EDM itself, its abstract types included."""
    return name_of(type_).startswith("Edm.")


def type_of(name: str, *, nullable: bool = False) -> Type:
    """The type of one value of that name."""
    if name == ANY_JSON:
        return AnyJson(nullable)
    is_primitive = name.startswith("Edm.") and name not in ABSTRACT_TYPES
    plain = Primitive(name) if is_primitive else Named(name)
    return Nullable(plain) if nullable else plain


def list_of(name: str) -> Type:
    """The type of a list of values of that name, none of which is null."""
    return ListOf(type_of(name))


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
