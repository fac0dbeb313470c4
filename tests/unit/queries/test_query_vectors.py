"""The vectors of queries: the printer writes each as it stands there, and the reader reads it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from vector_files import Vector, vectors

from edmund.queries.dialect import Dialect
from edmund.queries.expressions import (
    Arithmetic,
    ArithmeticOperator,
    Call,
    Comparison,
    ComparisonOperator,
    Count,
    Expression,
    Has,
    In,
    Literal,
    LiteralKind,
    Logical,
    LogicalOperator,
    Name,
    Negate,
    Not,
    Path,
    Quantifier,
    QuantifierKind,
    Segment,
    ValueList,
)
from edmund.queries.option_parsing import parse_option
from edmund.queries.option_printing import print_options
from edmund.queries.options import Item, Order, Query

BARE = Dialect(bare_enumerations=True)
LITERALS: Mapping[str, LiteralKind] = {
    "string": LiteralKind.STRING,
    "boolean": LiteralKind.BOOLEAN,
    "guid": LiteralKind.GUID,
    "date": LiteralKind.DATE,
    "dateTimeOffset": LiteralKind.TIMESTAMP,
    "timeOfDay": LiteralKind.TIME_OF_DAY,
    "duration": LiteralKind.DURATION,
    "member": LiteralKind.STRING,
}


def path(text: str, *last: Segment) -> Path:
    return Path((*map(Name, text.split("/")), *last))


def expression(tree: Mapping[str, Any]) -> Expression:
    """The expression of a tree."""
    ((kind, value),) = tree.items()
    if kind in LITERALS:
        text = str(value).lower() if kind == "boolean" else value
        return Literal(LITERALS[kind], text)
    if kind in {o.value for o in ComparisonOperator}:
        return Comparison(ComparisonOperator(kind), *map(expression, value))
    if kind in {o.value for o in ArithmeticOperator}:
        return Arithmetic(ArithmeticOperator(kind), *map(expression, value))
    if kind in {o.value for o in LogicalOperator}:
        return Logical(LogicalOperator(kind), tuple(map(expression, value)))
    return OTHERS[kind](value)


def number(text: str) -> Literal:
    return Literal(LiteralKind.DECIMAL if "." in text else LiteralKind.INTEGER, text)


def quantifier(kind: QuantifierKind, of: str, *rest: Any) -> Path:
    if not rest:
        return path(of, Quantifier(kind))
    variable, condition = rest
    return path(of, Quantifier(kind, variable, expression(condition)))


def contained(left: Any, values: list[Any]) -> In:
    items = [expression(value) for value in values]
    assert all(isinstance(item, Literal) for item in items)
    return In(expression(left), ValueList(tuple(items)))  # type: ignore[arg-type]


OTHERS: Mapping[str, Callable[[Any], Expression]] = {
    "null": lambda _: Literal(LiteralKind.NULL),
    "number": number,
    "point": lambda c: Literal(LiteralKind.GEOGRAPHY, f"SRID=4326;Point({' '.join(c)})"),
    "path": path,
    "not": lambda value: Not(expression(value)),
    "negate": lambda value: Negate(expression(value)),
    "in": lambda value: contained(*value),
    "has": lambda value: Has(*map(expression, value)),
    "call": lambda value: Call(value[0], tuple(map(expression, value[1:]))),
    "any": lambda value: quantifier(QuantifierKind.ANY, *value),
    "all": lambda value: quantifier(QuantifierKind.ALL, *value),
    "count": lambda value: path(value, Count()),
}


def query(case: Mapping[str, Any]) -> Query:
    """The options of a case, or of an item of `$expand`."""
    condition = case.get("expression", case.get("filter"))
    return Query(
        filter=None if condition is None else expression(condition),
        orderby=tuple(
            Order(expression(one), direction == "desc")
            for one, direction in case.get("orderby", ())
        ),
        select=tuple(Item(tuple(one.split("/"))) for one in case.get("select", ())),
        expand=tuple(
            Item(tuple(one["path"].split("/")), query(one)) for one in case.get("expand", ())
        ),
        top=case.get("top"),
        levels=0 if case.get("levels") == "max" else None,
    )


@pytest.mark.parametrize("vector", vectors("queries"), ids=lambda vector: vector.id)
def test_vectors(vector: Vector) -> None:
    asked = query(vector.case)
    ((name, text),) = print_options(asked, BARE)
    assert text == vector.case["text"]
    assert parse_option(name, text) == asked
