"""Open enumerations: a member that this client does not know is kept as its text."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

__all__ = ["OpenEnum"]


class OpenEnum(StrEnum):
    """The base of enum classes. A member is the text that the service writes.

    `SomeEnum("newMember")` gives a member of its own for a text that the class does not list: it keeps
    the text, equals it and is not `is_known`.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        # Not kept in the class: a payload must not be able to fill the memory with names.
        if type(value) is not str:
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @classmethod
    def _of(cls, value: Any) -> Any:
        """The member for a JSON value; the value itself where it is no text."""
        found = cls._value2member_map_.get(value) if value.__class__ is str else None
        return found if found is not None else (cls._missing_(value) or value)

    @classmethod
    def _json_of(cls, value: Any) -> Any:
        """The JSON value of a member, or of a value of a member."""
        return str.__str__(value) if isinstance(value, str) else value

    @property
    def is_known(self) -> bool:
        """Whether the class lists this member."""
        return self._value_ in type(self)._value2member_map_

    # Enum compares by identity, which members made on the way lack.
    __eq__ = str.__eq__
    __ne__ = str.__ne__
    __hash__ = str.__hash__
