"""What is printed reads back as what it was, whatever it holds."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_queries import RandomQueries

from edmund.diagnostics import EdmundError
from edmund.queries.dialect import V2, V3, V4, V401, Dialect
from edmund.queries.option_parsing import parse_query
from edmund.queries.option_printing import query_string
from edmund.queries.parsing import parse_expression
from edmund.queries.printing import print_expression
from edmund.queries.search import parse_search, print_search

# EDMUND_EXAMPLES=10000 is the whole trial; a part of it runs each time.
EXAMPLES = int(os.environ.get("EDMUND_EXAMPLES", "500"))
some = settings(max_examples=EXAMPLES, deadline=None, database=None)
SEEDS = st.integers(0, 2**64 - 1)


@pytest.mark.parametrize("dialect", [V401, V4, V3, V2], ids=lambda d: d.version.value)
@some
@given(seed=SEEDS)
def test_expressions(dialect: Dialect, seed: int) -> None:
    expression = RandomQueries(seed, dialect).expression()
    assert parse_expression(print_expression(expression, dialect), dialect) == expression


@some
@given(seed=SEEDS)
def test_searches(seed: int) -> None:
    search = RandomQueries(seed, V401).search()
    assert parse_search(print_search(search)) == search


@some
@given(seed=SEEDS)
def test_whole_queries(seed: int) -> None:
    """Percent-encoded, with their nested options."""
    query = RandomQueries(seed, V401).query()
    assert parse_query(query_string(query)).query == query


@some
@given(st.text(max_size=40) | st.text("()'\"ab ,:/$@;=-1.[]{}", max_size=60))
def test_any_text_is_a_query_or_is_refused(text: str) -> None:
    try:
        expression = parse_expression(text)
    except EdmundError as error:
        (found,) = error.diagnostics
        assert found.span is not None and 1 <= found.span.column <= len(text) + 1
    else:
        assert parse_expression(print_expression(expression)) == expression
