"""Queries as code in Java: the vectors, what goes together with text, and what is refused before sending."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from generated_java import HARNESS, generate, sources, workplace
from toolchains import java, needs
from vector_files import ROOT, Vector, vectors

SHOP = ROOT / "tests" / "vectors" / "queries.csdl"
VECTORS = list(vectors("queries"))
_NAMES = ("filter", "orderby", "select", "expand")

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]


@cache
def classes() -> Path:
    folder = generate(["--metadata", str(SHOP), "--package", "vectors"], workplace() / "queries")
    output = workplace() / "queries-classes"
    java.compile_java([*sources(folder), *sorted((HARNESS / "queries").glob("*.java"))], output)
    return output


@cache
def texts() -> dict[str, str]:
    document = workplace() / "queries.json"
    document.write_text(json.dumps([vector.case for vector in VECTORS]), "utf-8")
    found = json.loads(java.run_java("vectors.runtime.QueryRunner", [str(document)], [classes()]))
    return dict(zip([v.id for v in VECTORS], found, strict=True))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_vectors(vector: Vector) -> None:
    name = next((name for name in _NAMES if name in vector.case), "filter")
    assert texts()[vector.id] == f"${name}={vector.case['text']}"


@cache
def told() -> dict[str, str]:
    found: dict[str, str] = json.loads(
        java.run_java("vectors.runtime.QueryScenarios", [], [classes()])
    )
    return found


EXPECTED = {
    "text and code": "Name eq 'a' and (b or c)",
    "both in one option": (
        "https://shop.example/Products?$select=ID,Origin/City&$expand=Category"
        "&$filter=(Price gt 5 or Fragile) and Name eq 'O''Neil'&$orderby=Name,Price desc"
    ),
    "variables within each other": "Parts/any(x:x/Parts/any(x1:x1/Name eq 'x'))",
    "a derived type within a path": "Category/Products/any(p:p/ex.shop.Book/Author ne null)",
    "a number of another kind": "Rating lt 2.5",
    "several values": "Rating in (1,2)",
    "the time of the service": "Sold lt now()",
    "text is the caller's own": "made",
    "not filtered": "QueryException: 'Origin/City' cannot be filtered; it can be sorted by and selected",
    "not filtered within items": (
        "QueryException: 'Stores/City' cannot be filtered; it can be sorted by and selected"
    ),
    "not counted either": "QueryException: 'Secret' cannot be filtered; it can be selected",
    "not sorted": "QueryException: 'Secret' cannot be sorted by; it can be selected",
    "not expanded": (
        "QueryException: 'Hidden' cannot be expanded; it can be filtered and sorted by and selected"
    ),
    "an order for a selection": "IllegalArgumentException: an order cannot stand in select",
    "a call for a selection": (
        "IllegalArgumentException: what is made of properties cannot stand in select"
    ),
    "a variable that is none": "IllegalArgumentException: no variable: a)or(b",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_queries_give(name: str) -> None:
    assert unquote(told()[name]) == EXPECTED[name]


def test_all_is_told() -> None:
    assert told().keys() == EXPECTED.keys()
