"""`edmund validate --query`, and what `edmund inspect` says of queries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from unit.cli.cli_run import Run, edmund, project

SHOP = Path(__file__).parents[2] / "vectors" / "queries.csdl"


def validate(folder: Path, *more: str) -> Run:
    return edmund(folder, "validate", "-m", str(SHOP), *more)


def test_a_query_that_is_fine(tmp_path: Path) -> None:
    run = validate(tmp_path, "--query", "/Products?$filter=Price gt 5")
    assert (run.code, run.out, run.err) == (0, "/Products?$filter=Price gt 5 is valid\n", "")


def test_what_is_wrong_is_pointed_at(tmp_path: Path) -> None:
    run = validate(tmp_path, "--query", "/Products?$filter=Nam eq 'a'")
    assert (run.code, run.out) == (1, "")
    assert run.err.splitlines() == [
        "<query>:1:19: error[EDM922]: ex.shop.Product has no property 'Nam'",
        "  hint: did you mean 'Name'?",
        "    /Products?$filter=Nam eq 'a'",
        "                      ^",
    ]


def test_what_cannot_be_read_is_a_finding_too(tmp_path: Path) -> None:
    for query in ("/Products?$filter=Name eq", "/Nowhere", "/Products?$filter=" + "(" * 9000):
        run = validate(tmp_path, "--query", query)
        assert run.code == 1 and "error[EDM" in run.err, query


def test_a_name_like_a_declared_one_of_an_open_type_is_a_warning(tmp_path: Path) -> None:
    run = validate(tmp_path, "--query", "/Asked?$filter=Titel eq 'a'&tenant=x")
    assert run.code == 0 and "warning[EDM922]" in run.err


def test_for_programs(tmp_path: Path) -> None:
    run = validate(tmp_path, "--json", "--query", "/Products?$top=-1")
    assert run.code == 1
    document = json.loads(run.out)
    assert (document["query"], document["valid"]) == ("/Products?$top=-1", False)
    (found,) = document["diagnostics"]
    assert (found["code"], found["column"]) == ("EDM920", 16)


def test_hostile_text_does_not_reach_the_terminal(tmp_path: Path) -> None:
    run = validate(tmp_path, "--query", "/Products?$filter=Name eq '\x1b[31m\u202e' and Nam eq 1")
    assert run.code == 1
    assert "\x1b" not in run.err and "\u202e" not in run.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--query", "/Products", "--type", "ex.shop.Product"),
        ("--query", "/Products", "--operation", "create"),
        (),
        ("--type", "ex.shop.Product"),
        ("payload.json",),
    ],
)
def test_usage(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert validate(tmp_path, *arguments).code == 2


def test_the_metadata_of_the_configuration(tmp_path: Path) -> None:
    run = edmund(project(tmp_path), "validate", "--query", "/Things?$orderby=Id")
    assert run.code == 0


def test_inspect_lists_what_can_be_asked(tmp_path: Path) -> None:
    run = edmund(tmp_path, "inspect", "-m", str(SHOP), "/Orders")
    lines = run.out.splitlines()
    assert "has to be filtered: Name" in lines
    assert "functions of $filter: startswith, contains" in lines
    assert "can be expanded: Category, Parts" in lines
    record = json.loads(edmund(tmp_path, "inspect", "-m", str(SHOP), "--json", "/Orders").out)
    queries = record["path"]["queries"]
    assert "Secret" not in queries["filterable"] and "Secret" not in queries["sortable"]
    assert {"Name", "Tags", "Origin"} <= set(queries["filterable"])
    assert "Tags" not in queries["sortable"] and "Price" in queries["sortable"]
    assert queries["required_in_filter"] == ["Name"]


def test_inspect_says_nothing_where_nothing_is_taken(tmp_path: Path) -> None:
    run = edmund(tmp_path, "inspect", "-m", str(SHOP), "/Plain")
    assert "can be filtered" not in run.out and "can be sorted by: ID, Title" in run.out
