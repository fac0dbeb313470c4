"""Query options as values: which items, in which order, with what of each, and how they are grouped.

OData URL Conventions 4.01, section 5.1, and OData Extension for Data Aggregation 4.0, section 3.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from edmund.queries.expressions import Expression

__all__ = [
    "NOTHING_ASKED",
    "Aggregate",
    "Aggregation",
    "AllOf",
    "AnyOf",
    "Computation",
    "Compute",
    "Concat",
    "Custom",
    "Excluded",
    "Expanding",
    "FilterItems",
    "GroupBy",
    "Identity",
    "Item",
    "Order",
    "OrderItems",
    "Phrase",
    "Query",
    "Ranked",
    "Ranking",
    "Rollup",
    "Search",
    "SearchItems",
    "Slice",
    "SliceKind",
    "Transformation",
    "Word",
]


@dataclass(frozen=True, slots=True)
class Order:
    expression: Expression
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A search term without spaces and quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that belong together, in double quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Excluded:
    """`NOT`: what must not be found."""

    operand: Search


@dataclass(frozen=True, slots=True)
class AllOf:
    """Two or more that all have to be found: side by side, or with `AND` between them."""

    operands: tuple[Search, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    operands: tuple[Search, ...]


Search = Word | Phrase | Excluded | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Query:
    """Query options together; empty and None where nothing is asked. `levels` is 0 for `max`.

    `aliases` are the values of `@name`, `custom` what the service takes beside OData's options.
    """

    apply: tuple[Transformation, ...] = ()
    compute: tuple[Computation, ...] = ()
    filter: Expression | None = None
    search: Search | None = None
    orderby: tuple[Order, ...] = ()
    select: tuple[Item, ...] = ()
    expand: tuple[Item, ...] = ()
    top: int | None = None
    skip: int | None = None
    count: bool | None = None
    levels: int | None = None
    index: int | None = None
    format: str | None = None
    aliases: tuple[tuple[str, Expression], ...] = ()
    custom: tuple[tuple[str, str], ...] = ()


NOTHING_ASKED: Final = Query()


@dataclass(frozen=True, slots=True)
class Item:
    """An item of `$select` or `$expand`: names, casts, `*`, `ns.*`, and a last `$ref`, `$count` or `$value`.

    `parameters` tell overloads apart where an action or function is selected.
    """

    path: tuple[str, ...]
    options: Query = NOTHING_ASKED
    parameters: tuple[str, ...] | None = None
    at: int | None = field(default=None, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Computation:
    """`expression as name`."""

    expression: Expression
    name: str


@dataclass(frozen=True, slots=True)
class Aggregation:
    """`expression with method as alias`; a custom aggregate and `$count` have no method."""

    expression: Expression
    method: str | None
    alias: str | None


@dataclass(frozen=True, slots=True)
class Aggregate:
    aggregations: tuple[Aggregation, ...]


@dataclass(frozen=True, slots=True)
class Rollup:
    """Several levels of groups at once; the first may be `$all`."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupBy:
    """Groups by paths, each with what `transformations` give for it."""

    paths: tuple[str | Rollup, ...]
    transformations: tuple[Transformation, ...] = ()


@dataclass(frozen=True, slots=True)
class FilterItems:
    condition: Expression


@dataclass(frozen=True, slots=True)
class SearchItems:
    search: Search


@dataclass(frozen=True, slots=True)
class Compute:
    computations: tuple[Computation, ...]


@dataclass(frozen=True, slots=True)
class OrderItems:
    orders: tuple[Order, ...]


class SliceKind(Enum):
    TOP = "top"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Slice:
    kind: SliceKind
    amount: int


class Ranking(Enum):
    TOP_COUNT = "topcount"
    BOTTOM_COUNT = "bottomcount"
    TOP_PERCENT = "toppercent"
    BOTTOM_PERCENT = "bottompercent"
    TOP_SUM = "topsum"
    BOTTOM_SUM = "bottomsum"


@dataclass(frozen=True, slots=True)
class Ranked:
    """The items with the greatest or least values of `by`: so many, so many percent, up to a sum."""

    ranking: Ranking
    amount: Expression
    by: Expression


@dataclass(frozen=True, slots=True)
class Identity:
    """All items as they are."""


@dataclass(frozen=True, slots=True)
class Concat:
    """The results of several sequences of transformations, one after the other."""

    sequences: tuple[tuple[Transformation, ...], ...]


@dataclass(frozen=True, slots=True)
class Expanding:
    """Related items, perhaps only those that the transformations leave."""

    path: str
    transformations: tuple[Transformation, ...] = ()


@dataclass(frozen=True, slots=True)
class Custom:
    """A function of the service that takes items and gives items: a call, as a path."""

    call: Expression


Transformation = (
    Aggregate
    | GroupBy
    | FilterItems
    | SearchItems
    | Compute
    | OrderItems
    | Slice
    | Ranked
    | Identity
    | Concat
    | Expanding
    | Custom
)
