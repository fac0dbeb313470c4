"""What each language's runner is asked about the old wire, and how its answers are checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

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

__all__ = [
    "FILTERS",
    "QUESTIONS",
    "Question",
    "answered",
    "check_answer",
    "id_of",
    "model_of",
]

Question = tuple[str, str, dict[str, Any]]
"""The kind of what is asked, the file of vectors, and the case there."""

_CHECKS = {
    "literal": check_literal,
    "reading": check_reading,
    "writing": check_written,
    "call": check_call,
    "filter": check_filter,
}
QUESTIONS: list[Question] = [
    *(("literal", "literals", case) for case in LITERALS),
    *(("reading", name, case) for name in FILES_OF_VALUES for case in document(name)["cases"]),
    *(("writing", name, case) for name in FILES_OF_VALUES for case in document(name)["made"]),
    *(("call", name, case) for name, case in CALLS),
]
FILTERS: list[Question] = [
    ("filter", name, case) for name in FILES_OF_FILTERS for case in document(name)["cases"]
]


def model_of(file: str) -> str:
    """The model that a file of vectors is about; literals are those of all old versions."""
    return str(document(file).get("model", "old"))


def id_of(question: Question) -> str:
    kind, file, case = question
    return f"{kind} {file}: {case['name']}"


def answered(
    questions: Sequence[Question],
    model: str,
    run: Callable[[list[dict[str, Any]]], list[dict[str, Any]]],
) -> dict[str, dict[str, Any]]:
    """The answers to those `questions` that are about `model`, by their ids, by one `run` of a runner."""
    asked = [question for question in questions if model_of(question[1]) == model]
    told = run(
        [
            {"kind": kind, "file": file, "case": case, "base_url": document(file).get("base_url")}
            for kind, file, case in asked
        ]
    )
    return dict(zip(map(id_of, asked), told, strict=True))


def check_answer(question: Question, answer: dict[str, Any]) -> None:
    kind, _, case = question
    assert "failed" not in answer, answer["failed"]
    _CHECKS[kind](case, answer)
