"""The generated TypeScript obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
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

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.typescript_client import OLDER, other_answers

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

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]


def model_of(file: str) -> str:
    """The model that a file of vectors is about; literals are those of all old versions."""
    return str(document(file).get("model", "old"))


def id_of(question: tuple[str, str, dict[str, Any]]) -> str:
    kind, file, case = question
    return f"{kind} {file}: {case['name']}"


def _exact(case: dict[str, Any]) -> dict[str, Any]:
    """The case with values that are set as JSON text: no digit of a number is lost on the way."""
    sets = [{"at": each["at"], "text": json.dumps(each["value"])} for each in case.get("sets", ())]
    return {**case, "sets": sets}


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """All answers by question, each model's by one run of the harness."""
    found: dict[str, dict[str, Any]] = {}
    for model in OLDER:
        asked = [question for question in QUESTIONS if model_of(question[1]) == model]
        questions = [
            {"kind": kind, "case": _exact(case), "base_url": document(file).get("base_url", "")}
            for kind, file, case in asked
        ]
        answered = other_answers(model, "older", questions)
        found.update(zip(map(id_of, asked), answered, strict=True))
    return found


@pytest.mark.parametrize("question", QUESTIONS, ids=id_of)
def test_vector(
    question: tuple[str, str, dict[str, Any]], answers: dict[str, dict[str, Any]]
) -> None:
    kind, _, case = question
    answer = answers[id_of(question)]
    assert "failed" not in answer, answer["failed"]
    CHECKS[kind](case, answer)
