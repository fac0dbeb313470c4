"""The generated Go module obeys the vectors: its validators, its models on the wire, its requests."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import generated_go
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from payload_strategies import payloads, spoiled
from toolchains import needs
from vector_answers import Question, check, questions
from vector_files import MODEL_FILES, model_of

from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.validation.check import Operation, validate_payload

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

HERE = Path(__file__).resolve().parent / "go"
MODELS = ("graph-identity", "vectors", "calls")
CLIENTS = {"graph-identity": "GraphServiceClient", "vectors": "ServiceClient"}
ROOTS = {"graph-identity": "https://graph.microsoft.com/v1.0", "vectors": "https://service.example"}
QUESTIONS = {model: list(questions(model)) for model in MODELS}

Ask = Callable[[str, list[dict[str, Any]]], list[dict[str, Any]]]


def model_file(model: str, generated: Path) -> str:
    """The part of the runner that knows the module."""
    bodies = "".join(
        f'\tbodies["{operation}"] = func() odata.Model {{ return {made} }}\n'
        for operation, made in generated_go.bodies(generated).items()
    )
    imports = f'\t"{generated_go.MODULE}/builders"\n' if bodies else ""
    return (
        f'package main\n\nimport (\n\t"{generated_go.MODULE}"\n{imports}'
        f'\t"{generated_go.MODULE}/runtime/odata"\n)\n\nfunc init() {{\n'
        "\troot = func() any {\n"
        f'\t\tadapter, err := odata.NewRequestAdapter("{ROOTS[model]}", nil, nil, odata.Options{{}})\n'
        "\t\tif err != nil {\n\t\t\tpanic(err)\n\t\t}\n"
        f"\t\treturn subject.New{CLIENTS[model]}(adapter)\n\t}}\n{bodies}}}\n"
    )


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks the runner of a model, which is made when it is first needed."""
    root = tmp_path_factory.mktemp("go-vectors")
    programs: dict[str, Path] = {}

    def answers(model: str, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if model not in programs:
            generated = root / model
            generated_go.generate(generated, MODEL_FILES[model])
            sources = {"runner.go": (HERE / "runner.go").read_text("utf-8")}
            if model == "calls":
                sources["calls.go"] = (HERE / "calls.go").read_text("utf-8")
            else:
                sources["model.go"] = model_file(model, generated)
            programs[model] = generated_go.build(root / f"{model}-runner", generated, sources)
        file = root / "questions.json"
        file.write_text(json.dumps(asked), "utf-8")
        command = [str(programs[model]), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)
        assert len(found) == len(asked)
        return found

    return answers


@pytest.fixture(scope="module")
def answered(ask: Ask) -> Callable[[Question], dict[str, Any]]:
    """The answer to a question; all of a model are asked at once."""
    known: dict[str, dict[str, Any]] = {}

    def answer(question: Question) -> dict[str, Any]:
        if question.id not in known:
            model = question.vector.model
            found = ask(model, [each.asked for each in QUESTIONS[model]])
            known.update(zip((each.id for each in QUESTIONS[model]), found, strict=True))
        return known[question.id]

    return answer


@pytest.mark.parametrize(
    "question", [each for found in QUESTIONS.values() for each in found], ids=lambda each: each.id
)
def test_vector(question: Question, answered: Callable[[Question], dict[str, Any]]) -> None:
    check(question, answered(question))


TYPES = {
    "vectors": ("primitives", "facets", "customer", "vip", "tree", "bag"),
    "graph-identity": ("identityApiConnector",),
}
NAMESPACES = {"vectors": "test.vectors", "graph-identity": "microsoft.graph"}


@pytest.mark.parametrize("model", ["vectors", "graph-identity"])
def test_both_checkers_say_the_same_of_anything(model: str, ask: Ask) -> None:
    schema = TypeSchema(types_of(model_of(model)))
    asked: list[dict[str, Any]] = []
    expected: list[list[tuple[str, str, str]]] = []

    @settings(
        max_examples=200,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(data=st.data())
    def collect(data: st.DataObject) -> None:
        type_name = f"{NAMESPACES[model]}.{data.draw(st.sampled_from(TYPES[model]))}"
        operation = data.draw(st.sampled_from([None, Operation.CREATE, Operation.UPDATE]))
        sound = payloads(schema, type_name, operation)
        payload = data.draw(sound | sound.flatmap(spoiled))
        try:
            text = json.dumps(payload, default=float, allow_nan=False)
            again = json.loads(text)
        except ValueError:
            return
        found = validate_payload(schema, type_name, again, operation)
        expected.append(sorted((v.pointer, v.code, v.severity.value) for v in found))
        name = operation and operation.value
        asked.append({"kind": "validation", "type": type_name, "operation": name, "text": text})

    collect()
    assert len(asked) > 100
    for question, answer, wanted in zip(asked, ask(model, asked), expected, strict=True):
        assert "error" not in answer, (question, answer)
        assert sorted(map(tuple, answer["violations"])) == wanted, question
