"""What properties, parameters and return types have in common: type, nullability, facets."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from edmund.diagnostics import Span
from edmund.model.elements import Facets, MaxLength, ScaleKeyword, TypeReference
from edmund.review.comparison import Comparison
from edmund.review.findings import Change, Direction

__all__ = ["Pair", "compare_facets", "compare_nullable", "type_relation"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two elements of the same name. `kind` is set where an umbrella covers all that differs."""

    element: str
    noun: str
    old: TypeReference
    new: TypeReference
    old_span: Span | None
    new_span: Span | None
    subject: str | None = None
    direction: Direction | None = None
    kind: str | None = None

    def change(
        self, rule: str, message: str, *, before: object, after: object, **detail: object
    ) -> Change:
        return Change(
            rule,
            self.element,
            message,
            self.old_span,
            self.new_span,
            kind=self.kind,
            subject=self.subject,
            direction=self.direction,
            detail={"from": before, "to": after, **detail},
        )


def type_relation(c: Comparison, old: TypeReference, new: TypeReference) -> str | None:
    """`collection`, `specialized`, `generalized`, `changed`; None for the same type."""
    if old.collection != new.collection:
        return "collection"
    if old.name == new.name:
        return None
    # The new document decides where both know the types; the old one helps where it alone does.
    if c.new.is_derived(new.name, old.name) or c.old.is_derived(new.name, old.name):
        return "specialized"
    if c.old.is_derived(old.name, new.name) or c.new.is_derived(old.name, new.name):
        return "generalized"
    return "changed"


def compare_nullable(pair: Pair, stem: str = "") -> Iterator[Change]:
    """Nullability; that of a collection speaks of its elements. `stem` prefixes the rule's id."""
    if pair.old.nullable == pair.new.nullable or pair.old.collection != pair.new.collection:
        return
    word = "relaxed" if pair.new.nullable else "tightened"
    may = "may now" if pair.new.nullable else "may no longer"
    if pair.new.collection and not stem:
        rule, what = f"collection-nullable-{word}", "hold null"
    else:
        rule, what = f"{stem}nullable-{word}", "be null"
    yield pair.change(
        rule, f"{pair.noun} {may} {what}", before=pair.old.nullable, after=pair.new.nullable
    )


_TEMPORAL = frozenset({"Edm.DateTimeOffset", "Edm.Duration", "Edm.TimeOfDay"})


def compare_facets(
    pair: Pair, old: Facets, new: Facets, *, type_name: str, texts: bool
) -> Iterator[Change]:
    """Facets by what they allow, defaults applied (CSDL 4.01, section 7.2).

    `texts`: compare Unicode too. It is left out for parameters and return types, where it says no more
    than what the service chose to write.
    """
    if old == new:
        return
    for facet, stem, before, after in (
        ("MaxLength", "max-length", _length(old), _length(new)),
        ("Precision", "precision", _precision(old, type_name), _precision(new, type_name)),
        ("Scale", "scale", _scale(old), _scale(new)),
    ):
        if before == after:
            continue
        word = "widened" if after > before else "narrowed"
        yield pair.change(
            f"{stem}-{word}",
            f"{facet} of {pair.noun} changes from {_limit(before)} to {_limit(after)}",
            before=_limit(before),
            after=_limit(after),
            facet=facet,
        )
    if texts:
        for name, one, other in (
            ("Unicode", old.unicode is not False, new.unicode is not False),
            ("SRID", _srid(old), _srid(new)),
        ):
            if one != other:
                yield pair.change(
                    "facet-changed",
                    f"{name} of {pair.noun} changes from {_word(one)} to {_word(other)}",
                    before=_word(one),
                    after=_word(other),
                    facet=name,
                )


_FLOATING = 1e300  # above any number, below the unlimited


def _length(facets: Facets) -> float:
    if facets.max_length is None or isinstance(facets.max_length, MaxLength):
        return math.inf
    return facets.max_length


def _precision(facets: Facets, type_name: str) -> float:
    """Unspecified: unlimited for decimals, no fractional seconds for points and spans of time."""
    if facets.precision is None:
        return 0 if type_name in _TEMPORAL else math.inf
    return facets.precision


def _scale(facets: Facets) -> float:
    """Unspecified: 0. Variable: up to the precision. Floating: any."""
    if facets.scale is None:
        return 0
    if isinstance(facets.scale, ScaleKeyword):
        return _FLOATING if facets.scale is ScaleKeyword.VARIABLE else math.inf
    return facets.scale


def _srid(facets: Facets) -> int | str | None:
    return facets.srid.value if isinstance(facets.srid, ScaleKeyword) else facets.srid


def _limit(value: float) -> int | str:
    if value == math.inf:
        return "unlimited"
    return "variable" if value == _FLOATING else int(value)


def _word(value: object) -> str:
    return "unspecified" if value is None else str(value).lower()
