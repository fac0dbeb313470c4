"""Values of types that OData does not have, as the generated Go module reads and writes them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import generated_go
import go_check
import pytest
from toolchains import needs
from vector_answers import exact
from vector_files import ROOT

from edmund.description import load_description
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.surface.lineage import Lineage
from edmund.targets.contract import TargetOptions
from edmund.targets.go.http_builders import of_http
from edmund.targets.go.literals import string_literal
from edmund.targets.go.models import lower_models
from edmund.targets.go.spelling import KIOTA
from edmund.targets.go.target import GO
from edmund.targets.go.values import Values

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

VECTORS = ROOT / "tests" / "vectors" / "http"
RUNNER = Path(__file__).resolve().parent / "go" / "http_wire_runner.go"
WIRE: dict[str, Any] = json.loads((VECTORS / "wire.json").read_text("utf-8"))
CASES: list[dict[str, Any]] = [*WIRE["cases"], *WIRE["made"]]
SURFACE = load_description(VECTORS / "types.openapi.yaml").surface
LAYOUT = lower_models(SURFACE, generated_go.MODULE, of_http(KIOTA)).layout


def registrations() -> Iterator[str]:
    """What the runner has to know of the module, and what is set, as a user would write it."""
    for name, members in LAYOUT.properties.items():
        pairs = ", ".join(f"{string_literal(w)}: {string_literal(go)}" for w, go in members.items())
        yield f"getters[{string_literal(name)}] = map[string]string{{{pairs}}}"
    values, lineage = Values(SURFACE, LAYOUT, "models."), Lineage(SURFACE.types)
    for case in CASES:
        name, go = string_literal(case["name"]), LAYOUT.names[case["type"]]
        lines = [f"typed := model.(models.{go}able)"]
        for each in case.get("sets", ()):
            wire = each["at"].removeprefix("/")
            type_ = lineage.members(case["type"])[wire].type
            value = values.of(type_)
            given = "nil"
            if each["value"] is not None:
                text = string_literal(json.dumps(each["value"]))
                given = f"read({value.codec}, {text})"
                given = given if value.has_nil else f"odata.Pointer({given})"
            lines.append(f"typed.Set{LAYOUT.properties[case['type']][wire]}({given})")
        if case.get("sets"):
            yield f"sets[{name}] = func(model odata.Model) {{\n" + "\n".join(lines) + "\n}"
        if "text" not in case:
            yield f"made[{name}] = func() odata.Model {{ return models.New{go}() }}"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("go-http-wire")
    lowered = GO.lower(SURFACE, TargetOptions(generated_go.MODULE))
    files = render_files(lowered.files, TemplateSet("go"), workers=1)
    go_check.write(files, folder / "client", support=True)
    imports = "".join(f'\t"{generated_go.MODULE}/{n}"\n' for n in ("models", "runtime/odata"))
    body = "\n".join(registrations())
    source = f"package main\n\nimport (\n{imports})\n\nfunc init() {{\n{body}\n}}\n"
    sources = {"main.go": RUNNER.read_text("utf-8"), "cases.go": source}
    program = generated_go.build(folder / "runner", folder / "client", sources)
    file = folder / "questions.json"
    file.write_text(json.dumps(CASES), "utf-8")
    done = subprocess.run(
        [str(program), str(file)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_value(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[case["name"]]
    assert answer["Error"] == ""
    if "becomes" in case:
        assert answer["Becomes"] == case["becomes"]
    for found, wanted in zip(answer["Reads"] or (), case.get("reads", ()), strict=True):
        assert found["State"] == wanted["state"], wanted
        if wanted["state"] == "model":
            assert found["Type"] == wanted["type"]
        if wanted["state"] == "value":
            assert found["Value"] == wanted["value"]
    assert exact(answer["Written"]) == exact(case.get("written") or case["text"])
