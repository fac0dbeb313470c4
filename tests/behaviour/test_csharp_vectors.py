"""The C# client obeys the vectors: its validators, its models on the wire, its requests and calls."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from toolchains import csharp, needs
from vector_answers import Question, check, questions
from vector_files import MODEL_FILES, ROOT

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

RUNNER = Path(__file__).parent / "csharp_vectors"
QUESTIONS = [question for model in MODEL_FILES for question in questions(model)]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """All answers by the questions' ids: one program for each model, compiled together."""
    root = tmp_path_factory.mktemp("csharp-vectors")
    jobs = []
    for model, files in MODEL_FILES.items():
        output = root / model / "output"
        sources = [part for file in files for part in ("--metadata", file)]
        command = [sys.executable, "-m", "edmund", "generate", "--quiet", *sources]
        command += ["--target", "csharp", "--package", "Vectors", "--client", "Client"]
        command += ["--output", str(output)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        calls = "calls" if model == "calls" else "none"
        sources_of_runner = [RUNNER / "Runner.cs", RUNNER / calls]
        program = root / model / "Runner.dll"
        jobs.append(csharp.Compilation(program, [output, *sources_of_runner], exe=True))
    found = csharp.compiled(*jobs)
    assert found == [[]] * len(jobs)
    return {
        question.id: answer
        for model in MODEL_FILES
        for question, answer in zip(
            questions(model), _run(root / model, list(questions(model))), strict=True
        )
    }


def _run(folder: Path, asked: list[Question]) -> list[dict[str, Any]]:
    path = folder / "questions.json"
    path.write_text(json.dumps([question.asked for question in asked]), encoding="utf-8")
    done = csharp.run(folder / "Runner.dll", str(path))
    assert done.returncode == 0, done.stderr
    given: list[dict[str, Any]] = json.loads(done.stdout)
    return given


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_vector(question: Question, answers: dict[str, dict[str, Any]]) -> None:
    check(question, answers[question.id])
