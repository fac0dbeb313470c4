"""The generated Java clients obey the vectors: validators, models on the wire, requests."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from generated_java import CLIENT, HARNESS, client_classes, compiled, generate, sources, workplace
from toolchains import java, needs
from vector_answers import Question, check, questions
from vector_files import MODEL_FILES

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

QUESTIONS = [question for model in MODEL_FILES for question in questions(model)]


@cache
def source_folder(model: str) -> Path:
    """The sources of a model's client; the checked-in one is that of the identity slice."""
    if model == "graph-identity":
        return CLIENT
    files = [part for file in MODEL_FILES[model] for part in ("--metadata", str(file))]
    options = [*files, "--package", "com.microsoft.graph"]
    return generate(options, workplace() / f"generated-{model}")


@cache
def answers(model: str) -> dict[str, Any]:
    """All answers of a model's runner, by the question's id."""
    folder = source_folder(model)
    asked = [question for question in QUESTIONS if question.vector.model == model]
    classpath: tuple[Path, ...] = (client_classes(),)
    if folder != CLIENT:
        # The support code is the same: it is compiled once, and found behind what is this model's own.
        own = [path for path in sources(folder) if "runtime" not in path.parts]
        classpath = compiled(f"client-{model}", own)
    runner = "CallRunner" if model == "calls" else "VectorRunner"
    classpath = compiled(f"runner-{model}", [HARNESS / f"{runner}.java"], against=classpath)
    questions_file = workplace() / f"{model}.json"
    documents = [{**q.asked, **_body_class(q, folder)} for q in asked]
    questions_file.write_text(json.dumps(documents), "utf-8")
    printed = java.run_java(runner, [str(questions_file)], classpath)
    return dict(zip([q.id for q in asked], json.loads(printed), strict=True))


def _body_class(question: Question, folder: Path) -> dict[str, str]:
    """The class of an action's parameters, where the question's type is an action."""
    type_name = str(question.asked.get("type") or "")
    simple = type_name.rpartition(".")[2]
    if question.kind != "validation" or not simple.isidentifier():
        return {}
    wanted = f"{simple[0].upper()}{simple[1:]}PostRequestBody.java"
    for path in sources(folder):
        if path.name == wanted:
            return {"class": ".".join(path.relative_to(folder).with_suffix("").parts)}
    return {}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_vector(question: Question) -> None:
    check(question, answers(question.vector.model)[question.id])
