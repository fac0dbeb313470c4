"""What became of a type in use: the same, one of fewer or of more values, or another one."""

from __future__ import annotations

from enum import Enum

from edmund.surface.types import (
    AnyJson,
    Bound,
    Constraints,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Type,
)

__all__ = ["Turn", "turn_of"]


class Turn(Enum):
    """How the values of a type changed."""

    NONE = "none"
    NARROWED = "narrowed"
    WIDENED = "widened"
    CHANGED = "changed"


# Which primitives hold all values of another one, as JSON writes them.
_WIDER = {
    "Edm.SByte": "Edm.Int16",
    "Edm.Byte": "Edm.Int16",
    "Edm.Int16": "Edm.Int32",
    "Edm.Int32": "Edm.Int64",
    "Edm.Int64": "Edm.Double",
    "Edm.Single": "Edm.Double",
    "Edm.Double": "Edm.Decimal",
    "Edm.Guid": "Edm.String",
    "Edm.Date": "Edm.String",
    "Edm.DateTimeOffset": "Edm.String",
    "Edm.Binary": "Edm.String",
}


def turn_of(old: Type, new: Type) -> Turn:
    """How values of `new` compare with those of `old`."""
    if old == new:
        return Turn.NONE
    if isinstance(old, Nullable) or isinstance(new, Nullable):
        inner = turn_of(
            old.type if isinstance(old, Nullable) else old,
            new.type if isinstance(new, Nullable) else new,
        )
        if isinstance(old, Nullable) and isinstance(new, Nullable):
            return inner
        return _both(inner, Turn.NARROWED if isinstance(old, Nullable) else Turn.WIDENED)
    if isinstance(new, AnyJson):
        return Turn.WIDENED
    if isinstance(old, AnyJson):
        return Turn.NARROWED
    match old, new:
        case ListOf(), ListOf():
            turn = turn_of(old.item, new.item)
            turn = _both(turn, _counts(old.min_items, new.min_items, lowest=True))
            turn = _both(turn, _counts(old.max_items, new.max_items, lowest=False))
            if old.unique_items != new.unique_items:
                turn = _both(turn, Turn.NARROWED if new.unique_items else Turn.WIDENED)
            return turn
        case MapOf(), MapOf():
            turn = turn_of(old.value, new.value)
            turn = _both(turn, _counts(old.min_properties, new.min_properties, lowest=True))
            return _both(turn, _counts(old.max_properties, new.max_properties, lowest=False))
        case Primitive(), Primitive():
            return _both(
                _primitives(old.name, new.name), _constraints(old.constraints, new.constraints)
            )
        case Named(), Named() if old.name == new.name:
            return Turn.NONE
        case Literal(), Primitive("Edm.String") if isinstance(old.value, str):
            return Turn.WIDENED
        case Primitive("Edm.String"), Literal() if isinstance(new.value, str):
            return Turn.NARROWED
    return Turn.CHANGED


def _both(one: Turn, other: Turn) -> Turn:
    """What two turns come to together."""
    if one is other or other is Turn.NONE:
        return one
    return other if one is Turn.NONE else Turn.CHANGED


def _primitives(old: str, new: str) -> Turn:
    if old == new:
        return Turn.NONE
    if _reaches(old, new):
        return Turn.WIDENED
    return Turn.NARROWED if _reaches(new, old) else Turn.CHANGED


def _reaches(name: str, wider: str) -> bool:
    at: str | None = name
    while at is not None:
        at = _WIDER.get(at)
        if at == wider:
            return True
    return False


def _constraints(old: Constraints, new: Constraints) -> Turn:
    turn = _counts(old.min_length, new.min_length, lowest=True)
    turn = _both(turn, _counts(old.max_length, new.max_length, lowest=False))
    turn = _both(turn, _bounds(old.minimum, new.minimum, lowest=True))
    turn = _both(turn, _bounds(old.maximum, new.maximum, lowest=False))
    for before, after in (
        (old.pattern, new.pattern),
        (old.multiple_of, new.multiple_of),
        (old.is_url or None, new.is_url or None),
    ):
        if before != after:
            turn = _both(turn, _presence(before, after))
    return turn


def _presence(old: object, new: object) -> Turn:
    """Of a restriction of which no more is known than that it is there."""
    if old is None:
        return Turn.NARROWED
    return Turn.WIDENED if new is None else Turn.CHANGED


def _counts(old: int | None, new: int | None, *, lowest: bool) -> Turn:
    if old == new:
        return Turn.NONE
    if old is None or new is None:
        return _presence(old, new)
    return Turn.NARROWED if (new > old) is lowest else Turn.WIDENED


def _bounds(old: Bound | None, new: Bound | None, *, lowest: bool) -> Turn:
    if old == new:
        return Turn.NONE
    if old is None or new is None:
        return _presence(old, new)
    if old.value == new.value:
        return Turn.NARROWED if new.exclusive else Turn.WIDENED
    higher = bool(new.value > old.value)  # type: ignore[operator]  # numbers both
    return Turn.NARROWED if higher is lowest else Turn.WIDENED
