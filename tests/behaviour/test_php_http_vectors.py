"""PHP clients of services without OData obey the vectors: parameters, calls, types."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from http_vector_answers import CALLS, HTTP, STYLES, WIRE, check_call, check_style
from toolchains import needs
from toolchains import php as toolchain
from vector_answers import exact
from vector_files import ROOT

from edmund.description import load_description
from edmund.plan.http_paths import http_paths
from edmund.surface.elements import Surface
from edmund.targets.php.http.names import http_names, http_spelling
from edmund.targets.php.layout import lay_out
from edmund.targets.php.spelling import KIOTA

RUNNER = Path(__file__).resolve().parent / "php" / "http_runner.php"

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


def chains(surface: Surface) -> dict[str, tuple[list[tuple[str, list[str]]], str]]:
    """By method and path, how a user calls it: accessors with the names of what they are given, and the last method."""
    paths = http_paths(surface)
    surface, calls = paths.surface, paths.calls
    names = http_names(paths, lay_out(surface, (), http_spelling(KIOTA)))
    steps: dict[str, list[tuple[str, list[str]]]] = {surface.root: []}
    found: dict[str, tuple[list[tuple[str, list[str]]], str]] = {}
    for resource in surface.resources:
        for call, call_names in zip(calls[resource.id], names.calls[resource.id], strict=True):
            found[f"{call.method} {call.path}"] = (steps[resource.id], call_names.verb)
        for edge, name in zip(resource.edges, names.accessors[resource.id], strict=True):
            step = (name, [key.name for key in edge.keys])
            steps.setdefault(edge.target, [*steps[resource.id], step])
    return found


def questions() -> list[tuple[str, str, dict[str, Any]]]:
    """The model, the name of the case, and what is asked."""
    ways = chains(load_description(HTTP / "shop.openapi.yaml").surface)
    found = [("shop", f"style {c['name']}", {"kind": "style", "case": c}) for c in STYLES["cases"]]
    for case in CALLS["cases"]:
        chain, verb = ways[case["operation"]]
        asked = {"kind": "call", "case": case, "chain": chain, "verb": verb}
        asked |= {"client": "Vectors\\VectorsClient", "baseUrl": CALLS["base_url"]}
        found.append(("shop", f"call {case['name']}", asked))
    for kind, cases in (("wire", WIRE["cases"]), ("made", WIRE["made"])):
        found += [("types", f"{kind} {c['name']}", {"kind": kind, "case": c}) for c in cases]
    return found


QUESTIONS = questions()


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All answers by name, each model's by one run of the runner."""
    folder = tmp_path_factory.mktemp("php-http")
    found: dict[str, Any] = {}
    for model in ("shop", "types"):
        package = folder / model
        command = [sys.executable, "-m", "edmund", "generate", "--quiet", "--target", "php"]
        command += ["--metadata", str(HTTP / f"{model}.openapi.yaml")]
        command += ["--package", "Vectors", "--output", str(package)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        own = [(name, asked) for which, name, asked in QUESTIONS if which == model]
        asked_file = folder / f"{model}.json"
        asked_file.write_text(json.dumps([asked for _, asked in own]), "utf-8")
        told = json.loads(toolchain.run([str(RUNNER), str(asked_file)], package).stdout)
        found.update(zip((name for name, _ in own), told, strict=True))
    return found


@pytest.mark.parametrize("case", STYLES["cases"], ids=lambda case: case["name"])
def test_style(case: dict[str, Any], answers: dict[str, Any]) -> None:
    check_style(case, answers[f"style {case['name']}"])


@pytest.mark.parametrize("case", CALLS["cases"], ids=lambda case: case["name"])
def test_call(case: dict[str, Any], answers: dict[str, Any]) -> None:
    check_call(case, answers[f"call {case['name']}"])


@pytest.mark.parametrize("case", WIRE["cases"], ids=lambda case: case["name"])
def test_wire(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[f"wire {case['name']}"]
    assert answer.get("becomes") == case["becomes"], answer
    wanted = [
        {key: read[key] for key in ("state", "value") if key in read}
        | ({"type": read["type"]} if read["state"] == "model" else {})
        for read in case["reads"]
    ]
    numbers = {read["at"] for read in case["reads"] if read.get("type") == "Edm.Double"}
    for read, expected, at in zip(
        answer["reads"], wanted, (r["at"] for r in case["reads"]), strict=True
    ):
        if at in numbers:
            assert float(read["value"]) == float(expected["value"])
        else:
            assert read == expected
    assert exact(answer["written"]) == exact(case.get("written", case["text"]))


@pytest.mark.parametrize("case", WIRE["made"], ids=lambda case: case["name"])
def test_made(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[f"made {case['name']}"]
    assert "written" in answer, answer
    assert exact(answer["written"]) == exact(case["written"])
