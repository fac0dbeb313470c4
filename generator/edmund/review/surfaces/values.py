"""What became of a type in use: the same values, fewer of them, more, or others."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from edmund.review.surfaces.inclusion import Inclusion
from edmund.review.surfaces.renames import Renames
from edmund.surface.types import (
    ListOf,
    MapOf,
    Named,
    NamedType,
    Nullable,
    Primitive,
    Type,
)

__all__ = ["Turn", "Values"]


class Turn(Enum):
    """How the values of a type changed."""

    NONE = "none"
    NARROWED = "narrowed"
    WIDENED = "widened"
    CHANGED = "changed"


# By whether the new values hold all old ones, and the old ones all new ones.
_TURNS = {
    (True, True): Turn.NONE,
    (True, False): Turn.WIDENED,
    (False, True): Turn.NARROWED,
    (False, False): Turn.CHANGED,
}


class Values:
    """Compares types of two versions by their values. What is told of a type itself is no change of its uses."""

    def __init__(
        self, old: Mapping[str, NamedType], new: Mapping[str, NamedType], renames: Renames
    ) -> None:
        self._renames = renames
        self._forth = Inclusion(old, new, renames.is_one)
        self._back = Inclusion(new, old, lambda inner, outer: renames.is_one(outer, inner))

    def turn(self, old: Type, new: Type) -> Turn:
        """How values of `new` compare with those of `old`."""
        return _TURNS[self._forth.holds(old, new), self._back.holds(new, old)]

    def turn_of_named(self, old: NamedType, new: NamedType) -> Turn:
        """The same of what two named types declare, whatever they are called."""
        return _TURNS[self._forth.declared(old, new), self._back.declared(new, old)]

    def are_declared_alike(self, old: Type, new: Type) -> bool:
        """Whether generated code has the same classes for both, names aside that are told to have changed."""
        match old, new:
            case Nullable(inner), _:
                return self.are_declared_alike(inner, new)
            case _, Nullable(inner):
                return self.are_declared_alike(old, inner)
            case ListOf(was), ListOf(is_):
                return self.are_declared_alike(was, is_)
            case MapOf(was), MapOf(is_):
                return self.are_declared_alike(was, is_)
            case Named(was_called), Named(is_called):
                return self._renames.is_told(was_called, is_called)
            case Primitive(), Primitive():
                return True
        return type(old) is type(new)
