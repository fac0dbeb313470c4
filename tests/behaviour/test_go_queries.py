"""Queries as code in the Go client: the vectors, what text is put together with, and what is refused."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote

import generated_go
import pytest
from behaviour.go_queries import QueryWriter
from toolchains import needs
from vector_files import ROOT, Vector, vectors

from edmund.targets.go.literals import string_literal

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

SHOP = ROOT / "tests" / "vectors" / "queries.csdl"
VECTORS = list(vectors("queries"))
RUNNER = Path(__file__).resolve().parent / "go" / "queries_runner.go"

# Calls of a client, and the query of the request, decoded.
SENT = {
    "text alone": ("list({text: 'Name eq 1'})", "$filter=Name eq 1"),
    "text before code": (
        "list({text: 'b or c'}, odata.Filter(p.Name().Eq(\"a\")))",
        "$filter=(b or c) and Name eq 'a'",
    ),
    "text within code": (
        'list({}, odata.Filter(p.Name().Eq("a").And(odata.ConditionText("b or c"))))',
        "$filter=Name eq 'a' and (b or c)",
    ),
    "several filters": (
        "list({}, odata.Filter(p.Fragile()), odata.Filter(p.Rating().Gt(1).Or(p.Fragile())))",
        "$filter=Fragile and (Rating gt 1 or Fragile)",
    ),
    "lists of text": (
        "list({order: 'Price desc', sel: 'ID', expand: 'Parts'}, odata.OrderBy(p.Name()),"
        " odata.Select(p.Rating()), odata.Expand(p.Category()))",
        "$expand=Parts,Category&$orderby=Price desc,Name&$select=ID,Rating",
    ),
    "numbers and search": (
        'list({}, odata.Top(5), odata.Skip(2), odata.WithCount(), odata.Search("a"))',
        "$search=a&$top=5&$skip=2&$count=true",
    ),
    "variables of one name": (
        'list({}, odata.Filter(p.Parts().Any("p", func(p fields.Product) odata.Condition {'
        ' return p.Parts().Any("p", func(p fields.Product) odata.Condition {'
        ' return p.Name().Eq("x") }) })))',
        "$filter=Parts/any(p:p/Parts/any(p1:p1/Name eq 'x'))",
    ),
    "functions of expressions": (
        'list({}, odata.Filter(odata.Function[odata.Condition]("contains", p.Name(), p.Note())))',
        "$filter=contains(Name,Note)",
    ),
    "the item itself": ("list({}, odata.Filter(odata.NotNull(p)))", "$filter=$it ne null"),
    "a count": (
        "client.Products().Count().ToGetRequestInformation(ctx, &odata.CountRequestConfiguration{"
        "Options: []odata.RequestOption{odata.Filter(p.Fragile())}})",
        "$filter=Fragile",
    ),
    "a set with limits": (
        'orders(odata.Filter(p.Name().StartsWith("a")), odata.OrderBy(odata.Desc(p.Rank()), p.Age()))',
        "$filter=startswith(Name,'a')&$orderby=Rank desc,Age",
    ),
    "what lies below a set with limits": (
        "client.Orders().ByID(1).Category().ToGetRequestInformation(ctx,"
        " &odata.ReadRequestConfiguration{Options: []odata.RequestOption{"
        "odata.Expand(fields.Category{}.Products())}})",
        "$expand=Products",
    ),
}
REFUSED = {
    "a property": (
        'orders(odata.Filter(p.Secret().Eq("x")))',
        "'Secret' cannot be filtered; it can be selected",
    ),
    "a property somewhere in it": (
        'orders(odata.Filter(p.Name().Eq("x").Or(odata.Not(p.Secret().StartsWith("x")))))',
        "'Secret' cannot be filtered",
    ),
    "a part": (
        'orders(odata.Filter(p.Origin().City().Eq("x")))',
        "'Origin/City' cannot be filtered; it can be sorted by and selected",
    ),
    "a part of items": (
        'orders(odata.Filter(p.Stores().Any("s", func(s fields.Address) odata.Condition {'
        ' return s.City().Eq("x") })))',
        "'Stores/City' cannot",
    ),
    "an order": (
        "orders(odata.OrderBy(p.Name(), odata.Desc(p.Secret())))",
        "'Secret' cannot be sorted by",
    ),
    "the wrong direction": (
        "orders(odata.OrderBy(odata.Desc(p.Age())))",
        "'Age' can be sorted by in ascending order alone",
    ),
    "the other direction": (
        "orders(odata.OrderBy(p.Rank()))",
        "'Rank' can be sorted by in descending order alone",
    ),
    "what is expanded": (
        "orders(odata.Expand(p.Hidden(), odata.Top(1)))",
        "'Hidden' cannot be expanded",
    ),
    "a function": (
        'orders(odata.Filter(p.Name().EndsWith("x")))',
        "does not filter with 'endswith'; it has startswith, contains",
    ),
    "a count": (
        "client.Orders().Count().ToGetRequestInformation(ctx, &odata.CountRequestConfiguration{"
        'Options: []odata.RequestOption{odata.Filter(p.Secret().Eq("x"))}})',
        "'Secret' cannot be filtered",
    ),
    "an option that the call does not take": (
        "client.Products().ByID(1).ToGetRequestInformation(ctx, &odata.ReadRequestConfiguration{"
        "Options: []odata.RequestOption{odata.Filter(p.Fragile())}})",
        "does not take $filter",
    ),
    "levels outside": ("list({}, odata.Levels(2))", "does not take $levels"),
    "a number below 0": ("list({}, odata.Top(-1))", "$top is below 0"),
    "a NUL": ('list({}, odata.Filter(p.Name().Eq("a\\x00b")))', "NUL"),
    "no UTF-8": ('list({}, odata.Filter(p.Name().Eq("\\xff")))', "UTF-8"),
    "a variable's name": (
        'list({}, odata.Filter(p.Tags().Any("t:1 or x", func(t odata.TextExpr) odata.Condition {'
        ' return t.Eq("x") })))',
        "no name of a variable",
    ),
    "a variable outside": ("list({}, odata.Filter(escaped))", "is used outside"),
    "a function's name": (
        'list({}, odata.Filter(odata.Function[odata.Condition]("a(1)", p.Name())))',
        "is no expression",
    ),
    "no condition": ("list({}, odata.Filter(odata.Condition{}))", "is no expression"),
    "an expression to expand": ("list({}, odata.Expand(p.Name().Length()))", "is a property"),
    "options of requests within": (
        'list({}, odata.Expand(p.Category(), odata.IfMatch("x")))',
        "takes options of queries alone",
    ),
    "no GeoJSON": (
        'list({}, odata.Filter(p.Place().Distance(map[string]any{"type": "x"}).Lt(1)))',
        "names no geometry",
    ),
}


def source(call: str) -> str:
    """A call of the tables above; `list` takes texts of options in braces first."""
    return call.replace("list({", "list(texts{").replace("'", '"')


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What each case gave: a URL, or an error."""
    folder = tmp_path_factory.mktemp("go-queries")
    generated_go.generate(folder / "client", [str(SHOP)])
    calls = {vector.id: f"list(texts{{}}, {_options(vector)})" for vector in VECTORS}
    calls |= {name: source(call) for name, (call, _) in SENT.items()}
    calls |= {f"refused: {name}": source(call) for name, (call, _) in REFUSED.items()}
    made = "".join(
        f"\tcases[{string_literal(name)}] = func() (*odata.RequestInformation, error) {{\n"
        f"\t\treturn {call}\n\t}}\n"
        for name, call in calls.items()
    )
    packages = ("fields", "models", "runtime/odata")
    imports = "".join(f'\t"{generated_go.MODULE}/{name}"\n' for name in packages)
    text = (
        f"package main\n\nimport (\n{imports})\n\nvar _ models.Colour\n\nfunc init() {{\n{made}}}\n"
    )
    program = generated_go.build(
        folder / "runner",
        folder / "client",
        {"main.go": RUNNER.read_text("utf-8"), "cases.go": text},
    )
    done = subprocess.run([str(program)], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, str]] = json.loads(done.stdout)
    return found


def _options(vector: Vector) -> str:
    return ", ".join(QueryWriter().option(vector.case))


def query(outcome: dict[str, str]) -> str:
    assert outcome["error"] == ""
    return unquote(outcome["url"].partition("?")[2])


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_vector(vector: Vector, told: dict[str, dict[str, str]]) -> None:
    name = next(
        each for each in ("filter", "orderby", "select", "expand") if each in _asked(vector)
    )
    assert query(told[vector.id]) == f"${name}={vector.case['text']}"


def _asked(vector: Vector) -> set[str]:
    return {"filter" if name == "expression" else name for name in vector.case}


@pytest.mark.parametrize("name", SENT)
def test_what_is_sent(name: str, told: dict[str, dict[str, str]]) -> None:
    assert query(told[name]) == SENT[name][1]


def test_it_is_encoded_whole(told: dict[str, dict[str, str]]) -> None:
    found = next(vector for vector in VECTORS if vector.case["name"] == "what parts a URL")
    url = told[found.id]["url"]
    assert url.endswith("?$filter=Name%20eq%20%27a%26b%3Dc%23d%3Fe%2Ff%2527%2Bg%27")


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str, told: dict[str, dict[str, str]]) -> None:
    outcome = told[f"refused: {name}"]
    assert outcome["url"] == ""
    assert REFUSED[name][1] in outcome["error"]


def test_chains_may_be_long(told: dict[str, dict[str, str]]) -> None:
    assert query(told["a long chain"]).count(" or ") == 99_999
