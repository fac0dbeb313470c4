"""The generated TypeScript obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from old_wire_questions import FILTERS, QUESTIONS, Question, answered, check_answer, id_of
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.typescript_client import OLDER, other_answers

ASKED = [*QUESTIONS, *FILTERS]

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]


def _exact(question: dict[str, Any]) -> dict[str, Any]:
    """The question with values that are set as JSON text: no digit of a number is lost on the way."""
    case = question["case"]
    sets = [{"at": each["at"], "text": json.dumps(each["value"])} for each in case.get("sets", ())]
    url = question["base_url"] or ""
    return {**question, "case": {**case, "sets": sets}, "base_url": url}


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """All answers by question, each model's by one run of the harness."""
    found: dict[str, dict[str, Any]] = {}
    for model in OLDER:

        def run(questions: list[dict[str, Any]], model: str = model) -> list[dict[str, Any]]:
            return other_answers(model, "older", [_exact(each) for each in questions])

        found.update(answered(ASKED, model, run))
    return found


@pytest.mark.parametrize("question", ASKED, ids=id_of)
def test_vector(question: Question, answers: dict[str, dict[str, Any]]) -> None:
    check_answer(question, answers[id_of(question)])
