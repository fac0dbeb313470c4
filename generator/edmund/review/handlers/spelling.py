"""Spellings of facets that mean the same, such as Scale `Variable` against `variable`."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.diagnostics import Span
from edmund.model.elements import StructuredType
from edmund.review.comparison import Comparison, Spellings
from edmund.review.findings import Change

__all__ = ["compare_spelling"]


def compare_spelling(c: Comparison) -> Iterator[Change]:
    """Properties whose facets mean the same and are spelled otherwise."""
    if not c.old_spellings and not c.new_spellings:
        return
    for old, new in c.common_types():
        if not isinstance(old, StructuredType) or not isinstance(new, StructuredType):
            continue
        after = {p.name: p for p in new.properties}
        for one in old.properties:
            other = after.get(one.name)
            if other is None or one.type.facets != other.type.facets:
                continue
            before_spelled = _spelled(c.old_spellings, one.span)
            after_spelled = _spelled(c.new_spellings, other.span)
            for facet in sorted({*before_spelled, *after_spelled}):
                before = before_spelled.get(facet)
                now = after_spelled.get(facet)
                if before == now:
                    continue
                yield Change(
                    "facet-spelling-changed",
                    f"{old.name}/{one.name}",
                    f"{facet} of property {old.name}/{one.name} is spelled in another way",
                    one.span,
                    other.span,
                    subject=old.name,
                    detail={
                        "from": before or (now or "").lower(),
                        "to": now or (before or "").lower(),
                        "facet": facet,
                    },
                )


def _spelled(spellings: Spellings, span: Span | None) -> dict[str, str]:
    return dict(spellings.get((span.file, span.line, span.column), {})) if span else {}
