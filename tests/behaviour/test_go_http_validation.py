"""Values of Go clients of services without OData are held against what their description says."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import generated_go
import go_check
import pytest
from behaviour.described_values import CASES, DOCUMENT
from behaviour.schema_payloads import by_keywords, comparable, random_payloads
from toolchains import needs

from edmund.api import load_openapi
from edmund.description import load_description
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.go.target import GO

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

RUNNER = Path(__file__).resolve().parent / "go" / "http_validation_runner.go"
PAYLOADS = list(random_payloads(400))


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What is wrong with the cases and payloads, and what came of a model and of bodies."""
    folder = tmp_path_factory.mktemp("go-http-validation")
    source = folder / "shop.yaml"
    source.write_text(DOCUMENT, "utf-8")
    lowered = GO.lower(load_description(source).surface, TargetOptions(generated_go.MODULE))
    files = render_files(lowered.files, TemplateSet("go"), workers=1)
    go_check.write(files, folder / "client", support=True)
    sources = {"main.go": RUNNER.read_text("utf-8")}
    program = generated_go.build(folder / "runner", folder / "client", sources)
    questions = [
        *(
            {"Text": json.dumps(value), "Operation": operation or ""}
            for value, operation, _ in CASES
        ),
        *({"Text": json.dumps(value)} for value in PAYLOADS),
    ]
    file = folder / "questions.json"
    file.write_text(json.dumps(questions), "utf-8")
    done = subprocess.run(
        [str(program), str(file)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    found: list[list[str]] = json.loads(done.stdout)
    return found


def test_what_is_wrong_is_told_at_its_place(answers: list[list[str]]) -> None:
    for case, told in zip(CASES, answers, strict=False):
        assert told == case[2], case


def test_verdicts_are_those_of_the_compiler(answers: list[list[str]], tmp_path: Path) -> None:
    source = tmp_path / "shop.yaml"
    source.write_text(DOCUMENT, "utf-8")
    description = load_openapi(source)
    told = answers[len(CASES) : len(CASES) + len(PAYLOADS)]
    for payload, violations in zip(PAYLOADS, told, strict=True):
        assert comparable(violations) == by_keywords(description, payload), payload


def test_a_model_says_the_same_of_itself(answers: list[list[str]]) -> None:
    assert answers[-4] == ["/name min-length", "/owner/name required"]


def test_bodies_are_checked_before_they_are_sent(answers: list[list[str]]) -> None:
    """A PATCH says what is to change: nothing is required in it."""
    assert answers[-3:] == [["/name required"], ["sent"], ["sent"]]
