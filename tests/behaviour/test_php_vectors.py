"""The generated PHP obeys the vectors: its validators, its models on the wire, its requests."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from toolchains import needs
from toolchains import php as toolchain
from vector_answers import Question, check, questions
from vector_files import MODEL_FILES, ROOT

RUNNER = Path(__file__).resolve().parent / "php" / "runner.php"
QUESTIONS = {model: list(questions(model)) for model in MODEL_FILES}

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All answers by question, each model's by one run of the runner around its client."""
    folder = tmp_path_factory.mktemp("php-vectors")
    found: dict[str, Any] = {}
    for model, asked in QUESTIONS.items():
        package = folder / model
        sources = [part for file in MODEL_FILES[model] for part in ("--metadata", file)]
        command = [sys.executable, "-m", "edmund", "generate", "--quiet", *sources]
        command += ["--target", "php", "--package", "Vectors", "--output", str(package)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        document = folder / f"{model}.json"
        document.write_text(json.dumps([question.asked for question in asked]), "utf-8")
        answered = json.loads(toolchain.run([str(RUNNER), str(document)], package).stdout)
        found.update(zip((question.id for question in asked), answered, strict=True))
    return found


@pytest.mark.parametrize(
    "question", [q for asked in QUESTIONS.values() for q in asked], ids=lambda q: q.id
)
def test_vector(question: Question, answers: dict[str, Any]) -> None:
    check(question, answers[question.id])
