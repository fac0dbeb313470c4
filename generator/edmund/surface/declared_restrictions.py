"""Reads what annotations do not let one ask for (OData Capabilities vocabulary V1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.csdl.expression import CollectionExpression, Expression, Path, Record
from edmund.model.vocabulary import (
    boolean,
    expression_value,
    member_names,
    records,
    text,
    texts,
)
from edmund.surface.restrictions import FilterExpressions, QueryRestrictions

__all__ = ["RESTRICTING_TERMS", "read_restrictions"]

RESTRICTING_TERMS: Final = (
    "FilterRestrictions",
    "FilterFunctions",
    "SortRestrictions",
    "ExpandRestrictions",
    "CountRestrictions",
    "SearchRestrictions",
)
_FILTER_EXPRESSIONS: Final = {kind.value: kind for kind in FilterExpressions}


def read_restrictions(said: Mapping[str, Expression | None]) -> QueryRestrictions:
    """What the values of `RESTRICTING_TERMS` say."""
    filtering, sorting = said.get("FilterRestrictions"), said.get("SortRestrictions")
    expanding, counting = said.get("ExpandRestrictions"), said.get("CountRestrictions")
    levels = expression_value(_member(expanding, "MaxLevels"))
    search = member_names(_member(said.get("SearchRestrictions"), "UnsupportedExpressions")) or ()
    return QueryRestrictions(
        filter_required=boolean(_member(filtering, "RequiresFilter")) is True,
        required_in_filter=_paths(filtering, "RequiredProperties"),
        not_filterable=_paths(filtering, "NonFilterableProperties"),
        filter_expressions=_filter_expressions(filtering),
        filter_functions=texts(said.get("FilterFunctions")),
        not_sortable=_paths(sorting, "NonSortableProperties"),
        ascending_only=_paths(sorting, "AscendingOnlyProperties"),
        descending_only=_paths(sorting, "DescendingOnlyProperties"),
        not_expandable=_paths(expanding, "NonExpandableProperties"),
        expand_levels=levels if isinstance(levels, int) and levels >= 0 else None,
        not_countable=(
            *_paths(counting, "NonCountableProperties"),
            *_paths(counting, "NonCountableNavigationProperties"),
        ),
        search_without=tuple(name for name in search if name != "none"),
    )


def _member(value: Expression | None, name: str) -> Expression | None:
    return value.get(name) if isinstance(value, Record) else None


def _path(value: Expression | None) -> str | None:
    """A path of any kind; a string counts, since some services write paths so."""
    return value.text if isinstance(value, Path) else text(value)


def _paths(value: Expression | None, name: str) -> tuple[str, ...]:
    given = _member(value, name)
    if not isinstance(given, CollectionExpression):
        return ()
    return tuple(path for item in given.items if (path := _path(item)))


def _filter_expressions(
    value: Expression | None,
) -> tuple[tuple[str, FilterExpressions], ...]:
    found = []
    for restricted in records(_member(value, "FilterExpressionRestrictions")):
        path = _path(restricted.get("Property"))
        allowed = _FILTER_EXPRESSIONS.get(text(restricted.get("AllowedExpressions")) or "")
        if path and allowed is not None:
            found.append((path, allowed))
    return tuple(found)
