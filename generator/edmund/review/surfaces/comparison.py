"""Two surfaces side by side, and the changes between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from edmund.diagnostics import Span
from edmund.review.findings import Change
from edmund.review.specification import Facing
from edmund.review.surfaces.renames import Renames, renames_between
from edmund.review.surfaces.usage import calls_of, facings_of
from edmund.review.surfaces.values import Values
from edmund.surface.elements import Call, Surface

__all__ = ["SurfaceComparison", "Where"]


@dataclass(frozen=True, slots=True)
class Where:
    """An element, and its places in both versions; what one lacks is where its owner is."""

    element: str
    old: Span | None
    new: Span | None

    def change(self, rule: str, message: str, **more: object) -> Change:
        """The change of the element by a rule; `detail` are the facts for programs."""
        detail = {key: value for key, value in more.items() if value is not None}
        return Change(rule, self.element, message, self.old, self.new, detail=detail)


@dataclass(frozen=True)
class SurfaceComparison:
    """`old_place` and `new_place` are the beginnings of the documents.

    `by_operation` says that somebody's code calls methods that are named after the ids of operations.
    """

    old: Surface
    new: Surface
    old_place: Span | None = None
    new_place: Span | None = None
    by_operation: bool = False

    def facings(self, type_name: str) -> frozenset[Facing]:
        """Where a type is met in either version, by whatever name."""
        nowhere: frozenset[Facing] = frozenset()
        found = self._old_facings.get(type_name, nowhere)
        for name in (type_name, *self.renames.called(type_name)):
            found |= self._new_facings.get(name, nowhere)
        return found

    @cached_property
    def renames(self) -> Renames:
        """What types are called now that had other names."""
        return renames_between(self.old, self.new)

    @cached_property
    def values(self) -> Values:
        """How types in use compare."""
        return Values(self.old.types.by_name, self.new.types.by_name, self.renames)

    @cached_property
    def _old_facings(self) -> Mapping[str, frozenset[Facing]]:
        return facings_of(self.old)

    @cached_property
    def _new_facings(self) -> Mapping[str, frozenset[Facing]]:
        return facings_of(self.new)

    def calls(self) -> Iterator[tuple[str, Call | None, Call | None]]:
        """All calls of either version by what the older one calls them, the old ones first."""
        old, new = calls_of(self.old), calls_of(self.new)
        for places in {**old, **new}:
            call = old.get(places) or new[places]
            assert call.http is not None, "others are no calls of HTTP"
            yield f"{call.http.method} {call.http.path}", old.get(places), new.get(places)
