"""What handlers are given: both shapes, the use of types, and what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from edmund.model.elements import SchemaType
from edmund.review.shape import Shape
from edmund.review.specification import Facing
from edmund.review.usage import Usage, everything_used

__all__ = ["Comparison", "Options", "Spellings"]

Spellings = Mapping[tuple[str, int, int], Mapping[str, str]]
"""Unusual spellings of facets by the place of the element: the model keeps their meaning alone."""


@dataclass(frozen=True, slots=True)
class Options:
    """`likeness`: look for renames and moves. `as_of`: the day by which removal dates are judged."""

    likeness: bool = True
    as_of: date | None = None


@dataclass(frozen=True)
class Comparison:
    """Two models, side by side."""

    old: Shape
    new: Shape
    old_usage: Usage = field(default_factory=everything_used)
    new_usage: Usage = field(default_factory=everything_used)
    options: Options = Options()
    old_spellings: Spellings = field(default_factory=dict)
    new_spellings: Spellings = field(default_factory=dict)

    def facings(self, type_name: str) -> frozenset[Facing]:
        """Where a type is met in either version."""
        return self.old_usage.facings(type_name) | self.new_usage.facings(type_name)

    def common_types(self) -> list[tuple[SchemaType, SchemaType]]:
        """The types that both versions have, in the old order."""
        new = self.new.model.types_by_name
        return [(t, new[t.name]) for t in self.old.model.types if t.name in new]
