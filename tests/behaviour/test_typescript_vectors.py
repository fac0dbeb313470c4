"""The generated TypeScript client obeys the vectors: its validators, its models on the wire, its requests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.typescript_client import answers
from toolchains import needs
from vector_answers import Question, check, questions
from vector_files import MODEL_FILES

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

# Those of queries are for clients that have them as code.
MODELS = tuple(model for model in MODEL_FILES if any(questions(model)))


Answered = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def answered() -> Answered:
    """The answers to all questions, by the questions' ids."""
    found: Answered = {}
    for model in MODELS:
        asked = list(questions(model))
        told = answers(model, [question.asked for question in asked])
        found.update((q.id, answer) for q, answer in zip(asked, told, strict=True))
    return found


@pytest.mark.parametrize(
    "question", [q for model in MODELS for q in questions(model)], ids=lambda q: q.id
)
def test_vector(question: Question, answered: Answered) -> None:
    check(question, answered[question.id])
