"""The generated Java obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from generated_java import HARNESS, generate, sources, workplace
from old_wire_answers import check_filter, document
from old_wire_questions import (
    FILTERS,
    QUESTIONS,
    Question,
    answered,
    check_answer,
    id_of,
    model_of,
)
from toolchains import java, needs
from vector_files import MODEL_FILES, ROOT

RUNNERS = {"old": "v2", "old3": "v3"}

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]


@cache
def classes(model: str) -> tuple[Path, ...]:
    """The client of a model and what asks it; the support code is compiled with that of the first."""
    files = [part for file in MODEL_FILES[model] for part in ("--metadata", str(ROOT / file))]
    folder = generate([*files, "--package", "vectors"], workplace() / f"client-{model}")
    own = [
        *(
            HARNESS / "old_wire" / name
            for name in ("OldRunner.java", f"{RUNNERS[model]}/Calls.java")
        ),
        HARNESS / "queries" / "QueryRunner.java",
    ]
    below: tuple[Path, ...] = ()
    if model == "old":
        own += [*sources(folder), HARNESS / "http" / "FakeHttp.java"]
    else:
        below = classes("old")
        own += [path for path in sources(folder) if not {"runtime", "odataerrors"} & {*path.parts}]
    output = workplace() / f"classes-{model}"
    java.compile_java(own, output, below)
    return (output, *below)


@cache
def answers(model: str) -> dict[str, dict[str, Any]]:
    """All answers by question, by one run of the runner."""

    def run(questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
        path = workplace() / f"old-wire-{model}.json"
        path.write_text(json.dumps(questions), "utf-8")
        said = java.run_java("vectors.runtime.OldRunner", [str(path)], classes(model))
        told: list[dict[str, Any]] = json.loads(said)
        return told

    return answered(QUESTIONS, model, run)


@pytest.mark.parametrize("question", QUESTIONS, ids=id_of)
def test_vector(question: Question) -> None:
    check_answer(question, answers(model_of(question[1]))[id_of(question)])


@cache
def filters(file: str) -> dict[str, dict[str, Any]]:
    """The text of each filter, or that it was refused."""
    cases = document(file)["cases"]
    path = workplace() / f"{file}.json"
    path.write_text(json.dumps(cases), "utf-8")
    texts = json.loads(
        java.run_java("vectors.runtime.QueryRunner", [str(path)], classes(model_of(file)))
    )
    told = [{"refused": True} if t is None else {"text": t.removeprefix("$filter=")} for t in texts]
    return dict(zip([case["name"] for case in cases], told, strict=True))


@pytest.mark.parametrize("question", FILTERS, ids=id_of)
def test_filter(question: Question) -> None:
    _, file, case = question
    check_filter(case, filters(file)[case["name"]])
