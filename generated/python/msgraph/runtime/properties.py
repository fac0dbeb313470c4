"""Declarations of a model's properties: one source for attribute access and for the validators.

An attribute is a `property` whose getter and setter are made for what it holds, so that reading costs little more
than a dictionary lookup; on the class it is what queries are made of. Type checkers see the descriptors of `fields`.
"""

# What a payload holds is tested by class, for speed; pyright does not narrow by that.
# pyright: reportArgumentType=false, reportOperatorIssue=false, reportOptionalMemberAccess=false

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .accessors import (
    enum_list,
    enum_single,
    flags_list,
    flags_single,
    materialize,
    model_list,
    model_single,
    primitive_list,
    primitive_single,
)
from .bare import discard
from .declaration import Declaration, DecodeError, Kind, Member, declared

if TYPE_CHECKING:
    from .fields import Complex, Flags, Navigation, Property
    from .model import Model

__all__ = [
    "Attribute",
    "Complex",
    "Declaration",
    "DecodeError",
    "Flags",
    "Kind",
    "Navigation",
    "Property",
    "complex_value",
    "declared",
    "enum_value",
    "flags_value",
    "materialize",
    "navigation",
    "path",
    "primitive",
]


class Attribute(Member):
    """A property of a model as its class has it: `User.display_name`, a path that queries are made of.

    `query` is loaded when somebody asks for one. Nothing public is defined here: it would hide a member of the same
    name further down a path.
    """

    _path: Any = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(path(self), name)

    def __call__(self, **options: Any) -> Any:
        return path(self)(**options)

    def _query_text(self, option: str) -> str:
        text: str = path(self)._query_text(option)
        return text

    __hash__ = property.__hash__


def path(attribute: Attribute) -> Any:
    """The path that queries are made of, made once."""
    made = attribute._path
    if made is None:
        from .query import path_of

        made = attribute._path = path_of(attribute._declaration)
    return made


def _operator(name: str) -> Callable[..., Any]:
    def operate(self: Attribute, *operands: Any) -> Any:
        return getattr(path(self), name)(*operands)

    return operate


for _name in (
    *("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"),
    *("__and__", "__or__", "__rand__", "__ror__", "__invert__", "__neg__"),
    *("__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__"),
    *("__truediv__", "__rtruediv__", "__mod__", "__rmod__"),
):
    setattr(Attribute, _name, _operator(_name))


def _declare(
    wire_name: str,
    kind: Kind,
    type_name: str,
    collection: bool,
    facets: dict[str, Any],
    accessors: Callable[[Declaration], tuple[Any, Any]],
) -> Attribute:
    made = Declaration()
    made.wire_name = wire_name
    made.kind = kind
    made.type_name = type_name
    made.collection = collection
    made.__dict__.update(facets)
    read, write = accessors(made)

    def remove(self: Model) -> None:
        discard(self, wire_name)

    return declared(Attribute.__new__(Attribute), made, read, write, remove)


def primitive(wire_name: str, type_name: str, collection: bool = False, **facets: Any) -> Any:
    """A property of a primitive type (`Edm.String`)."""
    accessors = primitive_list if collection else primitive_single
    return _declare(wire_name, Kind.PRIMITIVE, type_name, collection, facets, accessors)


def enum_value(wire_name: str, type_name: str, collection: bool = False, **facets: Any) -> Any:
    """A property of an enumeration without flags."""
    accessors = enum_list if collection else enum_single
    return _declare(wire_name, Kind.ENUM, type_name, collection, facets, accessors)


def flags_value(wire_name: str, type_name: str, collection: bool = False, **facets: Any) -> Any:
    """A property of an enumeration with flags."""
    accessors = flags_list if collection else flags_single
    return _declare(wire_name, Kind.FLAGS, type_name, collection, facets, accessors)


def complex_value(wire_name: str, type_name: str, collection: bool = False, **facets: Any) -> Any:
    """A property of a complex type."""
    accessors = model_list if collection else model_single
    return _declare(wire_name, Kind.COMPLEX, type_name, collection, facets, accessors)


def navigation(wire_name: str, type_name: str, collection: bool = False, **facets: Any) -> Any:
    """A navigation property."""
    accessors = model_list if collection else model_single
    return _declare(wire_name, Kind.NAVIGATION, type_name, collection, facets, accessors)
