"""C# clients of services without a protocol above HTTP obey the vectors: parameters, calls, types."""

from __future__ import annotations

import json
from typing import Any

import pytest
from behaviour import csharp_harness as harness
from http_vector_answers import (
    CALLS,
    HTTP,
    STYLES,
    WIRE,
    check_call,
    check_style,
    check_wire,
)
from toolchains import csharp, needs
from vector_answers import exact

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

RUNNER = harness.SOURCES.parent / "csharp_http"
PETS = "https://shop.example/pets"
NEXT_PAGES: list[dict[str, Any]] = [
    {
        "name": "a link in the page",
        "kind": "NextLink",
        "next": ["links", "next"],
        "url": PETS,
        "count": 1,
        "page": {"links": {"next": "/pets?after=1"}},
        "wanted": "/pets?after=1",
    },
    {
        "name": "no link in the page",
        "kind": "NextLink",
        "next": ["links", "next"],
        "url": PETS,
        "count": 1,
        "page": {"links": None},
        "wanted": None,
    },
    {
        "name": "a cursor takes the place of the one before it",
        "kind": "Cursor",
        "next": ["cursor"],
        "parameter": "after",
        "count": 0,
        "url": f"{PETS}?after=a&limit=2",
        "page": {"cursor": "b&c"},
        "wanted": f"{PETS}?limit=2&after=b%26c",
    },
    {
        "name": "an empty cursor",
        "kind": "Cursor",
        "next": ["cursor"],
        "parameter": "after",
        "count": 2,
        "url": PETS,
        "page": {"cursor": ""},
        "wanted": None,
    },
    {
        "name": "an offset grows by the items",
        "kind": "Offset",
        "parameter": "skip",
        "url": f"{PETS}?skip=10",
        "count": 5,
        "wanted": f"{PETS}?skip=15",
    },
    {
        "name": "no offset was none",
        "kind": "Offset",
        "parameter": "skip",
        "url": PETS,
        "count": 5,
        "wanted": f"{PETS}?skip=5",
    },
    {
        "name": "the page behind the first",
        "kind": "Page",
        "parameter": "page",
        "first": 0,
        "url": PETS,
        "count": 1,
        "wanted": f"{PETS}?page=1",
    },
    {
        "name": "a page without items is the last",
        "kind": "Page",
        "parameter": "page",
        "url": f"{PETS}?page=3",
        "count": 0,
        "wanted": None,
    },
]
KINDS = {
    "shop": (
        ("style", STYLES["cases"]),
        ("call", CALLS["cases"]),
        ("next page", NEXT_PAGES),
    ),
    "types": (("wire", WIRE["cases"]), ("made", WIRE["made"])),
}


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, str], Any]:
    """All answers by kind and name, those of each description by one run of the runner."""
    root = harness.folder()
    jobs = []
    for model in KINDS:
        output = root / model / "output"
        harness.generate(
            output, HTTP / f"{model}.openapi.yaml", package="Vectors", client="ShopClient"
        )
        sources = [output, RUNNER]
        jobs.append(csharp.Compilation(root / model / "Runner.dll", sources, exe=True))
    compiled = csharp.compiled(*jobs)
    assert compiled == [[]] * len(jobs), compiled
    found: dict[tuple[str, str], Any] = {}
    for model, kinds in KINDS.items():
        asked = [(kind, case) for kind, cases in kinds for case in cases]
        questions = [
            {"kind": kind, "case": case, "root": CALLS["base_url"]} for kind, case in asked
        ]
        path = root / model / "questions.json"
        path.write_text(json.dumps(questions), "utf-8")
        done = csharp.run(root / model / "Runner.dll", str(path))
        assert done.returncode == 0, done.stderr
        names = [(kind, case["name"]) for kind, case in asked]
        found.update(zip(names, json.loads(done.stdout), strict=True))
    return found


@pytest.mark.parametrize("case", STYLES["cases"], ids=lambda case: case["name"])
def test_style(case: dict[str, Any], answers: dict[tuple[str, str], Any]) -> None:
    check_style(case, answers["style", case["name"]])


@pytest.mark.parametrize("case", CALLS["cases"], ids=lambda case: case["name"])
def test_call(case: dict[str, Any], answers: dict[tuple[str, str], Any]) -> None:
    check_call(case, answers["call", case["name"]])


@pytest.mark.parametrize("case", NEXT_PAGES, ids=lambda case: case["name"])
def test_next_page(case: dict[str, Any], answers: dict[tuple[str, str], Any]) -> None:
    assert answers["next page", case["name"]] == {"url": case["wanted"]}


@pytest.mark.parametrize("case", WIRE["cases"], ids=lambda case: case["name"])
def test_wire(case: dict[str, Any], answers: dict[tuple[str, str], Any]) -> None:
    check_wire(case, answers["wire", case["name"]])


@pytest.mark.parametrize("case", WIRE["made"], ids=lambda case: case["name"])
def test_made(case: dict[str, Any], answers: dict[tuple[str, str], Any]) -> None:
    answer = answers["made", case["name"]]
    assert "written" in answer, answer
    assert exact(answer["written"]) == exact(case["written"])
