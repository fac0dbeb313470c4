"""A type where a call has it: whether what can stand there became less, more, or something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from edmund.review.findings import Change, Level
from edmund.review.surfaces.comparison import Where
from edmund.review.surfaces.values import Turn, Values
from edmund.surface.types import Type

__all__ = ["compare_type"]

_TURNED = {
    Turn.NONE: ("type-changed", "is of another type, of the same values"),
    Turn.NARROWED: ("narrowed", "has fewer values"),
    Turn.WIDENED: ("widened", "has more values"),
    Turn.CHANGED: ("type-changed", "is of another type"),
}


def compare_type(
    place: Where, stem: str, what: str, old: Type | None, new: Type | None, values: Values
) -> Iterator[Change]:
    """What became of the type of `what`, by the rules that start with `stem`; None: nothing is said of it."""
    if old == new:
        return
    if old is None or new is None:
        turn, alike = Turn.CHANGED, False
    else:
        turn, alike = values.turn(old, new), values.are_declared_alike(old, new)
    if turn is Turn.NONE and alike:
        return
    rule, words = _TURNED[turn]
    facts = {"from": repr(old), "to": repr(new)}
    change = place.change(f"{stem}-{rule}", f"{what} {words}", **facts)
    if turn is Turn.NONE:
        change = replace(change, wire_at_most=Level.NONE)
    # A class of another kind, or another one, does not compile.
    yield change if alike else replace(change, source_at_least=Level.BREAKING)
