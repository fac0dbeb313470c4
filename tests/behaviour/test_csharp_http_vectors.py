"""C# clients of services without a protocol above HTTP obey the vectors: parameters, calls, types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from behaviour import csharp_harness as harness
from behaviour.described_values import CASES, DOCUMENT
from behaviour.schema_payloads import by_keywords, comparable, random_payloads
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

from edmund.api import load_openapi
from edmund.plan.shape import Shape
from edmund.targets.contract import TargetOptions
from edmund.targets.csharp.target import CSHARP

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
PAYLOADS: list[dict[str, Any]] = [
    {"name": f"{at}", "type": "Pet", "operation": operation, "text": json.dumps(payload)}
    for at, (payload, operation, _) in enumerate(CASES)
]
RANDOM = list(random_payloads(400))
PAYLOADS += [
    {"name": f"random {at}", "type": "Pet", "operation": None, "text": json.dumps(payload)}
    for at, payload in enumerate(RANDOM)
]
BODIES: list[dict[str, Any]] = [
    {"name": "without what is required", "method": "POST", "text": '{"age": 3}', "refused": True},
    {"name": "a change", "method": "PATCH", "text": '{"age": 3}', "refused": False},
    {"name": "a wrong change", "method": "PATCH", "text": '{"age": -3}', "refused": True},
    {
        "name": "with what the description does not know",
        "method": "POST",
        "text": '{"name": "Rex", "more": 1, "size": "huge"}',
        "refused": False,
    },
    {
        "name": "wrong inside a union",
        "method": "POST",
        "text": '{"name": "Rex", "owner": {"name": "ann"}}',
        "refused": True,
    },
]
KINDS = {
    "shop": (
        ("style", STYLES["cases"]),
        ("call", CALLS["cases"]),
        ("next page", NEXT_PAGES),
    ),
    "types": (("wire", WIRE["cases"]), ("made", WIRE["made"])),
    "pets": (("payload", PAYLOADS), ("body", BODIES)),
    "operations": (("call of a resource", CALLS["cases"]),),
}
_QUESTIONS = {"call of a resource": "call"}


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, str], Any]:
    """All answers by kind and name, those of each description by one run of the runner."""
    root = harness.folder()
    (root / "pets.openapi.yaml").write_text(DOCUMENT, "utf-8")
    jobs = []
    for model in KINDS:
        output = root / model / "output"
        source = HTTP / "shop.openapi.yaml"
        if model == "operations":
            options = TargetOptions("Vectors", "ShopClient", shape=Shape.OPERATIONS)
            harness.lowered(CSHARP.lower(load_openapi(source).surface, options), output)
        else:
            source = (root if model == "pets" else HTTP) / f"{model}.openapi.yaml"
            harness.generate(output, source, package="Vectors", client="ShopClient")
        sources = [output, RUNNER]
        jobs.append(csharp.Compilation(root / model / "Runner.dll", sources, exe=True))
    compiled = csharp.compiled(*jobs)
    assert compiled == [[]] * len(jobs), compiled
    found: dict[tuple[str, str], Any] = {}
    for model, kinds in KINDS.items():
        asked = [(kind, case) for kind, cases in kinds for case in cases]
        questions = [
            {"kind": _QUESTIONS.get(kind, kind), "case": case, "root": CALLS["base_url"]}
            for kind, case in asked
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


@pytest.mark.parametrize("case", CALLS["cases"], ids=lambda case: case["name"])
def test_call_as_a_method_of_a_resource(
    case: dict[str, Any], answers: dict[tuple[str, str], Any]
) -> None:
    check_call(case, answers["call of a resource", case["name"]])


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


@pytest.mark.parametrize("at", range(len(CASES)))
def test_what_is_wrong_is_told_at_its_place(at: int, answers: dict[tuple[str, str], Any]) -> None:
    payload, operation, wanted = CASES[at]
    found = answers["payload", f"{at}"].get("found")
    assert found == wanted, (payload, operation)


def test_models_and_keywords_give_the_same_verdicts(
    answers: dict[tuple[str, str], Any], tmp_path: Path
) -> None:
    """As `edmund validate --type` does, which goes by the keywords of the schema."""
    source = tmp_path / "pets.yaml"
    source.write_text(DOCUMENT, "utf-8")
    description = load_openapi(source)
    wrong = 0
    for at, payload in enumerate(RANDOM):
        found = answers["payload", f"random {at}"]["found"]
        assert comparable(found) == by_keywords(description, payload), payload
        assert all(each.endswith("?") == each.endswith(" format?") for each in found)
        wrong += bool(found)
    assert wrong > 0


@pytest.mark.parametrize("case", BODIES, ids=lambda case: case["name"])
def test_a_wrong_body_is_not_sent(
    case: dict[str, Any], answers: dict[tuple[str, str], Any]
) -> None:
    assert answers["body", case["name"]] == {"refused": case["refused"]}
