"""What a service does not let one ask for, property by property.

Paths are from the items of a collection (`address/city`). None and empty say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from typing import Final

__all__ = [
    "NOTHING_RESTRICTED",
    "FilterExpressions",
    "QueryRestrictions",
    "merge_restrictions",
]


class FilterExpressions(Enum):
    """Which conditions a property may have (Capabilities.FilterExpressionType)."""

    SINGLE_VALUE = "SingleValue"
    MULTI_VALUE = "MultiValue"
    SINGLE_RANGE = "SingleRange"
    MULTI_RANGE = "MultiRange"
    SEARCH = "SearchExpression"
    MULTI_RANGE_OR_SEARCH = "MultiRangeOrSearchExpression"


@dataclass(frozen=True, slots=True)
class QueryRestrictions:
    """`filter_functions` are all that `$filter` may call; None where any built-in one may be.

    `search_without` are operators that `$search` has not: `AND`, `OR`, `NOT`, `phrase`, `group`.
    """

    filter_required: bool = False
    required_in_filter: tuple[str, ...] = ()
    not_filterable: tuple[str, ...] = ()
    filter_expressions: tuple[tuple[str, FilterExpressions], ...] = ()
    filter_functions: tuple[str, ...] | None = None
    not_sortable: tuple[str, ...] = ()
    ascending_only: tuple[str, ...] = ()
    descending_only: tuple[str, ...] = ()
    not_expandable: tuple[str, ...] = ()
    expand_levels: int | None = None
    not_countable: tuple[str, ...] = ()
    search_without: tuple[str, ...] = ()


NOTHING_RESTRICTED: Final = QueryRestrictions()


def merge_restrictions(over: QueryRestrictions, base: QueryRestrictions) -> QueryRestrictions:
    """`over` where it says something, else `base`."""
    if over == NOTHING_RESTRICTED:
        return base
    if base == NOTHING_RESTRICTED:
        return over
    values = {}
    for one in fields(QueryRestrictions):
        upper, lower = getattr(over, one.name), getattr(base, one.name)
        values[one.name] = lower if upper in (None, (), False) else upper
    return QueryRestrictions(**values)
