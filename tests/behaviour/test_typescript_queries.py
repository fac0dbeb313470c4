"""Queries as code in TypeScript: the vectors, what compiles, and what is refused before it is sent."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from toolchains import needs
from vector_files import Vector, vectors

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.typescript_client import other_answers

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

VECTORS = list(vectors("queries"))
QUERIES: dict[str, dict[str, str]] = {
    "condition": {
        "$filter": "startswith(Name,'A') and Fragile or Stores/any(s:s/City eq 'Ulm')",
        "$orderby": "Name,Price desc,Rating",
        "$select": "ID,Origin/City",
        "$expand": "Category($select=Title;$filter=Title eq 'x'),Parts",
        "$top": "2",
    },
    "arithmetic": {
        "$filter": "Price mul 2 add 1 gt 5.50 and Code eq 01234567-89ab-cdef-0123-456789abcdef"
        " and Sold le now()"
    },
    "flags": {"$filter": "Colour has 'Red,Green' or Colour eq 'Red'"},
    "composed": {"$filter": "(Rating gt 3 or Rating lt 1) and Rating in (1,2)", "$orderby": "Name"},
    "one": {"$select": "Author", "$expand": "Parts"},
    "variables": {"$filter": "Parts/any(p:p/Parts/any(p1:p1/Rating gt 1))"},
    "pages": {"$filter": "Rating ge 3"},
    "derived": {"$filter": "ex.shop.Book/Author eq 'a'"},
    "allowed there": {"$filter": "Secret eq 'a'"},
    "selected there": {"$select": "Secret", "$filter": "Name eq 'a'"},
}
REFUSED = {
    "not filtered": "'Secret' cannot be filtered; it can be selected",
    "not filtered below": "'Origin/City' cannot be filtered; it can be sorted by and selected",
    "not filtered in a list": "'Stores/City' cannot be filtered; it can be sorted by and selected",
    "not sorted": "'Secret' cannot be sorted by; it can be selected",
    "not expanded": "'Hidden' cannot be expanded; it can be filtered, sorted by and selected",
    "no property": "ex.shop.Product has no property 'nme'",
    "another type": "text is asked for, not a number",
    "no condition": "a condition is asked for",
    "no number": "'a' is no Edm.Decimal",
    "no option": "'selct' is no option of what is expanded",
    "not code": "'search' is no code here",
}


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """Texts by the vectors' ids, and what calls gave by their names."""
    asked: list[Any] = [*(vector.case for vector in VECTORS), *QUERIES, *REFUSED]
    names = [*(vector.id for vector in VECTORS), *QUERIES, *REFUSED]
    return dict(zip(names, other_answers("queries", "queries", asked), strict=True))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_vectors(vector: Vector, answers: dict[str, Any]) -> None:
    assert answers[vector.id] == vector.case["text"]


@pytest.mark.parametrize("name", QUERIES)
def test_typed_calls_send_what_they_say(name: str, answers: dict[str, Any]) -> None:
    assert answers[name].get("query") == QUERIES[name]


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_compile_is_not_sent(name: str, answers: dict[str, Any]) -> None:
    """The harness compiles because each of these is marked as an error."""
    assert answers[name] == {"error": REFUSED[name]}
