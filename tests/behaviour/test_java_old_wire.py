"""The generated Java obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from generated_java import HARNESS, generate, sources, workplace
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
from toolchains import java, needs
from vector_files import MODEL_FILES, ROOT

CHECKS = {
    "literal": check_literal,
    "reading": check_reading,
    "writing": check_written,
    "call": check_call,
}
QUESTIONS: list[tuple[str, str, dict[str, Any]]] = [
    *(("literal", "literals", case) for case in LITERALS),
    *(("reading", name, case) for name in FILES_OF_VALUES for case in document(name)["cases"]),
    *(("writing", name, case) for name in FILES_OF_VALUES for case in document(name)["made"]),
    *(("call", name, case) for name, case in CALLS),
]
FILTERS = [(name, case) for name in FILES_OF_FILTERS for case in document(name)["cases"]]
RUNNERS = {"old": "v2", "old3": "v3"}

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]


def model_of(file: str) -> str:
    """The model that a file of vectors is about; literals are those of all old versions."""
    return str(document(file).get("model", "old"))


def id_of(question: tuple[str, str, dict[str, Any]]) -> str:
    kind, file, case = question
    return f"{kind} {file}: {case['name']}"


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
    asked = [question for question in QUESTIONS if model_of(question[1]) == model]
    questions = [
        {"kind": kind, "case": case, "base_url": document(file).get("base_url")}
        for kind, file, case in asked
    ]
    path = workplace() / f"old-wire-{model}.json"
    path.write_text(json.dumps(questions), "utf-8")
    answered = json.loads(java.run_java("vectors.runtime.OldRunner", [str(path)], classes(model)))
    return dict(zip(map(id_of, asked), answered, strict=True))


@pytest.mark.parametrize("question", QUESTIONS, ids=id_of)
def test_vector(question: tuple[str, str, dict[str, Any]]) -> None:
    kind, file, case = question
    answer = answers(model_of(file))[id_of(question)]
    assert "failed" not in answer, answer["failed"]
    CHECKS[kind](case, answer)


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


@pytest.mark.parametrize(
    ("file", "case"), FILTERS, ids=lambda each: each if isinstance(each, str) else each["name"]
)
def test_filter(file: str, case: dict[str, Any]) -> None:
    check_filter(case, filters(file)[case["name"]])
