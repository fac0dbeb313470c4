"""The generated Go obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import generated_go
import pytest
from behaviour.go_queries import QueryWriter
from old_wire_questions import (
    FILTERS,
    QUESTIONS,
    Question,
    answered,
    check_answer,
    id_of,
    model_of,
)
from toolchains import needs
from vector_files import MODEL_FILES

from edmund.targets.go.literals import string_literal

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

HERE = Path(__file__).resolve().parent / "go"
CALLS_OF = {"old": "old_calls.go", "old3": "old3_calls.go"}
ASKED = [*QUESTIONS, *FILTERS]


def queries_of(model: str) -> str:
    """The filters of a model as Go."""
    writer = QueryWriter(decimals=("Price", "Size/Width"), items={"Parts": "fields.Part"})
    cases = [case for _, file, case in FILTERS if model_of(file) == model]
    made = "".join(
        f"\tqueries[{string_literal(case['name'])}] = func() odata.Condition {{\n"
        f"\t\treturn {writer.value(case['expression'])}\n\t}}\n"
        for case in cases
    )
    packages = ("fields", "runtime/odata")
    imports = "".join(f'\t"{generated_go.MODULE}/{name}"\n' for name in packages)
    return f"package main\n\nimport (\n{imports})\n\nfunc init() {{\n{made}}}\n"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """All answers by question, each model's by one run of its runner."""
    folder = tmp_path_factory.mktemp("go-old-wire")
    found: dict[str, dict[str, Any]] = {}
    for model, calls in CALLS_OF.items():
        client = folder / model
        generated_go.generate(client, MODEL_FILES[model])
        sources = {
            "runner.go": (HERE / "old_runner.go").read_text("utf-8"),
            "calls.go": (HERE / calls).read_text("utf-8"),
            "queries.go": queries_of(model),
        }
        program = generated_go.build(folder / f"{model}-runner", client, sources)
        path = folder / f"{model}.json"

        def run(
            questions: list[dict[str, Any]], program: Path = program, path: Path = path
        ) -> list[dict[str, Any]]:
            path.write_text(json.dumps(questions), "utf-8")
            done = subprocess.run(
                [str(program), str(path)], capture_output=True, text=True, timeout=120, check=False
            )
            assert done.returncode == 0, done.stderr
            told: list[dict[str, Any]] = json.loads(done.stdout)
            return told

        found.update(answered(ASKED, model, run))
    return found


@pytest.mark.parametrize("question", ASKED, ids=id_of)
def test_vector(question: Question, answers: dict[str, dict[str, Any]]) -> None:
    check_answer(question, answers[id_of(question)])
