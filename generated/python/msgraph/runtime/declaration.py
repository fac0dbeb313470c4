"""What a property of a model is declared to be: names, what it holds, and what the schema says of its values."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from .primitives import found
from .registry import find_enum, find_model

if TYPE_CHECKING:
    from .enums import OpenEnum

__all__ = ["Declaration", "DecodeError", "Kind", "Member", "declared"]

M = TypeVar("M", bound="Member")


class DecodeError(ValueError):
    """A payload holds something else than the schema says. The model keeps it, as `to_dict` shows."""


class Kind(Enum):
    """What a property holds."""

    PRIMITIVE = "primitive"
    ENUM = "enum"
    FLAGS = "flags"
    COMPLEX = "complex"
    NAVIGATION = "navigation"


class Declaration:
    """One property: its names, what it holds, and what the schema says of its values.

    `facets` given to a declaration function become attributes; the ones below are what is true without.
    For a collection they speak of its items.
    """

    fget: Callable[[Any], Any]
    fset: Callable[[Any, Any], None]
    wire_name: str
    python_name: str = ""
    kind: Kind
    type_name: str
    collection: bool

    nullable: bool = True
    max_length: int | None = None
    precision: int | None = None
    scale: int | None = None
    floating_scale: bool = False
    pattern: str | None = None
    minimum: Any = None
    maximum: Any = None
    minimum_exclusive: bool = False
    maximum_exclusive: bool = False
    multiple_of: Any = None
    allowed_values: tuple[Any, ...] | None = None
    min_items: int | None = None
    max_items: int | None = None
    is_url: bool = False
    is_base64: bool = False
    secret: bool = False
    types: tuple[str, ...] = ()
    expected_on_create: bool = False
    required: bool = False
    wire: str | None = None
    """The type that an older version of OData has in place of `type_name`."""

    _class: type[Any] | None = None

    @property
    def model_class(self) -> type[Any] | None:
        """The class of the declared type; None when it is not structured or not in this package."""
        if self._class is None and self.kind in (Kind.COMPLEX, Kind.NAVIGATION):
            self._class = find_model(self.type_name)
        return self._class

    @property
    def enum_class(self) -> type[OpenEnum] | None:
        """The class of the declared enumeration; None when it is none."""
        return find_enum(self.type_name) if self.kind in (Kind.ENUM, Kind.FLAGS) else None

    def mismatch(self, instance: object, expected: str, value: object) -> DecodeError:
        """The error for a value of the payload that is not what the schema says."""
        at = f"{type(instance).__name__}.{self.python_name}"
        return DecodeError(f"{at} ({self.wire_name}): expected {expected}, found {found(value)}")

    def refusal(self, instance: object, expected: str, value: object) -> TypeError:
        """The error for a value that a caller sets and that cannot be converted."""
        at = f"{type(instance).__name__}.{self.python_name}"
        return TypeError(f"{at} takes {expected}, not {found(value)}")


class Member(property):
    """An attribute of a model: reads, writes and removes one member of its object, by its declaration."""

    _declaration: Declaration

    def __set_name__(self, owner: type, name: str) -> None:
        self._declaration.python_name = name


def declared(member: M, made: Declaration, read: Any, write: Any, remove: Any) -> M:
    """The attribute of a declaration, with these for getter, setter and deleter."""
    made.fget, made.fset = read, write
    member._declaration = made
    member.__init__(read, write, remove)  # type: ignore[misc]
    return member
