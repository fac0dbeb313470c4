"""The generated Go obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import generated_go
import pytest
from behaviour.go_queries import QueryWriter
from old_wire_answers import (
    CALLS,
    FILES_OF_FILTERS,
    FILES_OF_VALUES,
    LITERALS,
    check_call,
    check_filter,
    check_literal,
    check_reading,
    check_written,
    document,
)
from toolchains import needs
from vector_files import MODEL_FILES

from edmund.targets.go.literals import string_literal

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

HERE = Path(__file__).resolve().parent / "go"
CALLS_OF = {"old": "old_calls.go", "old3": "old3_calls.go"}
CHECKS = {
    "literal": check_literal,
    "reading": check_reading,
    "writing": check_written,
    "call": check_call,
    "filter": check_filter,
}
QUESTIONS: list[tuple[str, str, dict[str, Any]]] = [
    *(("literal", "literals", case) for case in LITERALS),
    *(("reading", name, case) for name in FILES_OF_VALUES for case in document(name)["cases"]),
    *(("writing", name, case) for name in FILES_OF_VALUES for case in document(name)["made"]),
    *(("call", name, case) for name, case in CALLS),
    *(("filter", name, case) for name in FILES_OF_FILTERS for case in document(name)["cases"]),
]


def model_of(file: str) -> str:
    """The model that a file of vectors is about; literals are those of all old versions."""
    return str(document(file).get("model", "old"))


def id_of(question: tuple[str, str, dict[str, Any]]) -> str:
    kind, file, case = question
    return f"{kind} {file}: {case['name']}"


def queries_of(model: str) -> str:
    """The filters of a model as Go."""
    writer = QueryWriter(decimals=("Price", "Size/Width"), items={"Parts": "fields.Part"})
    cases = [case for kind, file, case in QUESTIONS if (kind, model_of(file)) == ("filter", model)]
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
        asked = [question for question in QUESTIONS if model_of(question[1]) == model]
        questions = [
            {"kind": kind, "case": case, "base_url": document(file).get("base_url")}
            for kind, file, case in asked
        ]
        path = folder / f"{model}.json"
        path.write_text(json.dumps(questions), "utf-8")
        done = subprocess.run(
            [str(program), str(path)], capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
        found.update(zip(map(id_of, asked), json.loads(done.stdout), strict=True))
    return found


@pytest.mark.parametrize("question", QUESTIONS, ids=id_of)
def test_vector(
    question: tuple[str, str, dict[str, Any]], answers: dict[str, dict[str, Any]]
) -> None:
    kind, _, case = question
    answer = answers[id_of(question)]
    assert "failed" not in answer, answer["failed"]
    CHECKS[kind](case, answer)
