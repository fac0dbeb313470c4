"""The text of query options, and of a whole query string."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from edmund.queries.dialect import V401, Dialect
from edmund.queries.options import (
    Aggregate,
    Aggregation,
    Compute,
    Concat,
    Custom,
    Expanding,
    FilterItems,
    GroupBy,
    Identity,
    Item,
    Order,
    OrderItems,
    Query,
    Ranked,
    Rollup,
    SearchItems,
    Slice,
    Transformation,
)
from edmund.queries.printing import print_expression
from edmund.queries.search import print_search

__all__ = ["print_apply", "print_items", "print_options", "print_orders", "query_string"]

_SAFE: Final = "/:?@!$'()*,;=-._~"


def query_string(query: Query, dialect: Dialect = V401) -> str:
    """The percent-encoded query string, without a question mark. Raises `ValueError` as `print_options`."""
    return "&".join(
        f"{quote(name, safe='$@-._~')}={quote(text, safe=_SAFE)}"
        for name, text in print_options(query, dialect)
    )


def print_options(query: Query, dialect: Dialect = V401) -> tuple[tuple[str, str], ...]:
    """Names and texts of all options, not percent-encoded.

    Raises `ValueError` for what the dialect has no way of writing.
    """
    return tuple(_options(query, dialect))


def _options(query: Query, dialect: Dialect) -> Iterator[tuple[str, str]]:
    select, expand = query.select, query.expand
    if dialect.is_old:
        select, expand = _as_paths(query)
    if query.apply:
        yield "$apply", print_apply(query.apply, dialect)
    if query.compute:
        yield "$compute", _computations(Compute(query.compute), dialect)
    if query.filter is not None:
        yield "$filter", print_expression(query.filter, dialect)
    if query.search is not None:
        yield "$search", print_search(query.search)
    if query.orderby:
        yield "$orderby", print_orders(query.orderby, dialect)
    if select:
        yield "$select", print_items(select, dialect)
    if expand:
        yield "$expand", print_items(expand, dialect)
    yield from _plain_options(query, dialect)
    for name, value in query.aliases:
        yield f"@{name}", print_expression(value, dialect)
    yield from query.custom


def _plain_options(query: Query, dialect: Dialect) -> Iterator[tuple[str, str]]:
    for name, number in (("$top", query.top), ("$skip", query.skip), ("$index", query.index)):
        if number is not None:
            yield name, str(number)
    if query.count is not None:
        if dialect.is_old:
            yield "$inlinecount", "allpages" if query.count else "none"
        else:
            yield "$count", "true" if query.count else "false"
    if query.levels is not None:
        yield "$levels", str(query.levels) if query.levels else "max"
    if query.format is not None:
        yield "$format", query.format


def print_orders(orders: Iterable[Order], dialect: Dialect = V401) -> str:
    """`Name,Price desc`."""
    return ",".join(
        print_expression(order.expression, dialect) + (" desc" if order.descending else "")
        for order in orders
    )


def print_items(items: Iterable[Item], dialect: Dialect = V401) -> str:
    """Items of `$select` or `$expand`, with their options in parentheses."""
    return ",".join(_item(item, dialect) for item in items)


def _item(item: Item, dialect: Dialect) -> str:
    path = "/".join(item.path)
    if item.parameters is not None:
        return f"{path}({','.join(item.parameters)})"
    options = ";".join(f"{name}={text}" for name, text in _options(item.options, dialect))
    return f"{path}({options})" if options else path


def _as_paths(query: Query) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """What is selected and expanded by paths alone (OData 2.0 and 3.0, URI Conventions, 4.6 and 4.8)."""
    select, expand = list(query.select), []
    for item in query.expand:
        inner_select, inner_expand = _as_paths(item.options)
        rest = item.options
        plain = Query(select=rest.select, expand=rest.expand)
        if rest != plain:
            raise ValueError("before 4.0 an expanded item has no options but what is selected")
        expand.append(Item(item.path))
        select += [Item((*item.path, *inner.path)) for inner in inner_select]
        expand += [Item((*item.path, *inner.path)) for inner in inner_expand]
    return tuple(select), tuple(expand)


# --- $apply


def print_apply(transformations: Iterable[Transformation], dialect: Dialect = V401) -> str:
    """The text of `$apply`: transformations, one after the other."""
    return "/".join(_transformation(one, dialect) for one in transformations)


def _transformation(one: Transformation, dialect: Dialect) -> str:
    if isinstance(one, Identity):
        return "identity"
    if isinstance(one, Aggregate):
        return f"aggregate({','.join(_aggregation(a, dialect) for a in one.aggregations)})"
    if isinstance(one, GroupBy):
        paths = ",".join(map(_group, one.paths))
        return f"groupby(({paths}){_after_comma(one.transformations, dialect)})"
    if isinstance(one, FilterItems):
        return f"filter({print_expression(one.condition, dialect)})"
    if isinstance(one, SearchItems):
        return f"search({print_search(one.search)})"
    if isinstance(one, Compute):
        return f"compute({_computations(one, dialect)})"
    if isinstance(one, OrderItems):
        return f"orderby({print_orders(one.orders, dialect)})"
    if isinstance(one, Slice):
        return f"{one.kind.value}({one.amount})"
    if isinstance(one, Ranked):
        amount, by = print_expression(one.amount, dialect), print_expression(one.by, dialect)
        return f"{one.ranking.value}({amount},{by})"
    if isinstance(one, Concat):
        return f"concat({','.join(print_apply(each, dialect) for each in one.sequences)})"
    if isinstance(one, Expanding):
        return f"expand({one.path}{_after_comma(one.transformations, dialect)})"
    if isinstance(one, Custom):
        return print_expression(one.call, dialect)
    raise TypeError(f"no transformation: {one!r}")


def _after_comma(transformations: tuple[Transformation, ...], dialect: Dialect) -> str:
    return f",{print_apply(transformations, dialect)}" if transformations else ""


def _aggregation(one: Aggregation, dialect: Dialect) -> str:
    method = f" with {one.method}" if one.method is not None else ""
    alias = f" as {one.alias}" if one.alias is not None else ""
    return f"{print_expression(one.expression, dialect)}{method}{alias}"


def _group(one: str | Rollup) -> str:
    return f"rollup({','.join(one.paths)})" if isinstance(one, Rollup) else one


def _computations(compute: Compute, dialect: Dialect) -> str:
    return ",".join(
        f"{print_expression(one.expression, dialect)} as {one.name}" for one in compute.computations
    )
