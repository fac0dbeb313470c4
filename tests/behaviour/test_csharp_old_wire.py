"""The generated C# obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from behaviour import csharp_harness as harness
from old_wire_questions import FILTERS, QUESTIONS, Question, answered, check_answer, id_of
from toolchains import csharp, needs
from vector_files import MODEL_FILES, ROOT

BEHAVIOUR = harness.SOURCES.parent
RUNNER = BEHAVIOUR / "csharp_old_wire"
# What the runners of other vectors have as well.
SHARED = (BEHAVIOUR / "csharp_vectors" / "Wire.cs", BEHAVIOUR / "csharp_queries" / "Trees.cs")
CALLS_OF = {"old": "calls", "old3": "calls3"}
ASKED = [*QUESTIONS, *FILTERS]

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]


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
        assert job.output is not None
        runner, path = job.output, root / model / "questions.json"

        def run(
            questions: list[dict[str, Any]], runner: Path = runner, path: Path = path
        ) -> list[dict[str, Any]]:
            path.write_text(json.dumps(questions), "utf-8")
            done = csharp.run(runner, str(path))
            assert done.returncode == 0, done.stderr
            told: list[dict[str, Any]] = json.loads(done.stdout)
            return told

        found.update(answered(ASKED, model, run))
    return found


@pytest.mark.parametrize("question", ASKED, ids=id_of)
def test_vector(question: Question, answers: dict[str, dict[str, Any]]) -> None:
    check_answer(question, answers[id_of(question)])
