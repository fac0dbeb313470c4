"""Two surfaces side by side, and the changes between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from edmund.diagnostics import Span
from edmund.review.findings import Change
from edmund.review.specification import Facing
from edmund.review.surfaces.usage import calls_of, facings_of
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
    """`old_place` and `new_place` are the beginnings of the documents."""

    old: Surface
    new: Surface
    old_place: Span | None = None
    new_place: Span | None = None

    def facings(self, type_name: str) -> frozenset[Facing]:
        """Where a type is met in either version."""
        nowhere: frozenset[Facing] = frozenset()
        return self._old_facings.get(type_name, nowhere) | self._new_facings.get(type_name, nowhere)

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
