"""Open enumerations of JSON values of any kind: text, numbers, true, false, null."""

from __future__ import annotations

from enum import Enum
from typing import Any, Self

__all__ = ["OpenScalar"]


class OpenScalar(Enum):
    """The base of enum classes with values that are not all text. `value` is the JSON value.

    A value that the class does not list gives a member of its own, which is not `is_known`. True is no 1 here,
    whatever Python says.
    """

    def __new__(cls, value: Any) -> Self:
        member = object.__new__(cls)
        member._value_ = _key(value)
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        key = _key(value)
        found: Any = cls._value2member_map_.get(key)
        if found is None:
            # Not kept in the class: a payload must not be able to fill the memory with values.
            found = object.__new__(cls)
            found._name_ = str(value)
            found._value_ = key
        return found  # type: ignore[no-any-return]

    @classmethod
    def _of(cls, value: Any) -> Any:
        return cls._missing_(value)

    @classmethod
    def _json_of(cls, value: Any) -> Any:
        return value._json if isinstance(value, OpenScalar) else value

    @property
    def value(self) -> Any:
        return self._value_[1]

    @property
    def _json(self) -> Any:
        return self._value_[1]

    @property
    def is_known(self) -> bool:
        """Whether the class lists this member."""
        return self._value_ in type(self)._value2member_map_

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __eq__(self, other: object) -> bool:
        theirs = other._value_ if isinstance(other, OpenScalar) else _key(other)
        return bool(self._value_ == theirs)

    def __hash__(self) -> int:
        return hash(self._value_)


def _key(value: Any) -> tuple[str, Any]:
    """The value with its kind, so that kinds are told apart that Python takes for equal."""
    return (type(value).__name__ if isinstance(value, (bool, str)) else "", value)
