"""The generated C# obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import json
from typing import Any

import pytest
from behaviour import csharp_harness as harness
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
from toolchains import csharp, needs
from vector_files import MODEL_FILES, ROOT

Question = tuple[str, str, dict[str, Any]]

BEHAVIOUR = harness.SOURCES.parent
RUNNER = BEHAVIOUR / "csharp_old_wire"
# What the runners of other vectors have as well.
SHARED = (BEHAVIOUR / "csharp_vectors" / "Wire.cs", BEHAVIOUR / "csharp_queries" / "Trees.cs")
CALLS_OF = {"old": "calls", "old3": "calls3"}
CHECKS = {
    "literal": check_literal,
    "reading": check_reading,
    "writing": check_written,
    "filter": check_filter,
    "call": check_call,
}
QUESTIONS: list[Question] = [
    *(("literal", "literals", case) for case in LITERALS),
    *(("reading", name, case) for name in FILES_OF_VALUES for case in document(name)["cases"]),
    *(("writing", name, case) for name in FILES_OF_VALUES for case in document(name)["made"]),
    *(("filter", name, case) for name in FILES_OF_FILTERS for case in document(name)["cases"]),
    *(("call", name, case) for name, case in CALLS),
]

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]


def model_of(file: str) -> str:
    """The model that a file of vectors is about; literals are those of all old versions."""
    return str(document(file).get("model", "old"))


def id_of(question: Question) -> str:
    kind, file, case = question
    return f"{kind} {file}: {case['name']}"


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """All answers by question; the runner is compiled with the client of each model."""
    root = harness.folder()
    jobs = {}
    for model, calls in CALLS_OF.items():
        output = harness.generate(
            root / model / "output",
            *(ROOT / file for file in MODEL_FILES[model]),
            package="Vectors",
            client="Client",
        )
        sources = [output, RUNNER / "OldRunner.cs", RUNNER / calls, *SHARED]
        jobs[model] = csharp.Compilation(root / model / "Runner.dll", sources, exe=True)
    compiled = csharp.compiled(*jobs.values())
    assert compiled == [[]] * len(jobs), compiled
    assert not csharp.misformatted(root / "old" / "output" / "Runtime")
    found: dict[str, dict[str, Any]] = {}
    for model, job in jobs.items():
        asked = [question for question in QUESTIONS if model_of(question[1]) == model]
        questions = [
            {"kind": kind, "case": case, "base_url": document(file).get("base_url")}
            for kind, file, case in asked
        ]
        path = root / model / "questions.json"
        path.write_text(json.dumps(questions), "utf-8")
        assert job.output is not None
        done = csharp.run(job.output, str(path))
        assert done.returncode == 0, done.stderr
        found.update(zip(map(id_of, asked), json.loads(done.stdout), strict=True))
    return found


@pytest.mark.parametrize("question", QUESTIONS, ids=id_of)
def test_vector(question: Question, answers: dict[str, dict[str, Any]]) -> None:
    kind, _, case = question
    answer = answers[id_of(question)]
    assert "failed" not in answer, answer["failed"]
    CHECKS[kind](case, answer)
