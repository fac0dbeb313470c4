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
KINDS = {
    "shop": (("style", STYLES["cases"]), ("call", CALLS["cases"])),
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


@pytest.mark.parametrize("case", WIRE["cases"], ids=lambda case: case["name"])
def test_wire(case: dict[str, Any], answers: dict[tuple[str, str], Any]) -> None:
    check_wire(case, answers["wire", case["name"]])


@pytest.mark.parametrize("case", WIRE["made"], ids=lambda case: case["name"])
def test_made(case: dict[str, Any], answers: dict[tuple[str, str], Any]) -> None:
    answer = answers["made", case["name"]]
    assert "written" in answer, answer
    assert exact(answer["written"]) == exact(case["written"])
