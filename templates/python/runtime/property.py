"""How type checkers see the properties of models. Nothing here runs: the attributes are made in `members`."""

# mypy: disable-error-code="empty-body"
# pyright: reportReturnType=false

from __future__ import annotations

from decimal import Decimal
from typing import Any, Generic, Self, TypeAlias, TypeVar, overload

__all__ = ["JsonValue", "Property"]

T = TypeVar("T")

JsonValue: TypeAlias = (
    "dict[str, JsonValue] | list[JsonValue] | str | int | float | Decimal | bool | None"
)
"""What JSON holds, where it is nothing that this client knows."""


class Property(Generic[T]):
    """A property: reading an absent one gives None, None is an explicit null."""

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T | None: ...
    def __get__(self, instance: object, owner: type) -> Any: ...
    def __set__(self, instance: object, value: T | None) -> None: ...
    def __delete__(self, instance: object) -> None: ...
