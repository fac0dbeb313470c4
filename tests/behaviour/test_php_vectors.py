"""The generated PHP obeys the vectors: its validators, its models on the wire, its requests."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from payload_strategies import payloads, spoiled
from toolchains import needs
from toolchains import php as toolchain
from vector_answers import Question, check, exact, questions
from vector_files import MODEL_FILES, ROOT, model_of

from edmund.surface.declared_types import types_of
from edmund.surface.shapes import Operation
from edmund.surface.type_schema import TypeSchema
from edmund.validation.check import validate_payload

RUNNER = Path(__file__).resolve().parent / "php" / "runner.php"
QUESTIONS = {model: list(questions(model)) for model in MODEL_FILES}

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of the clients of all models."""
    folder = tmp_path_factory.mktemp("php-vectors")
    found: dict[str, Path] = {}
    for model in QUESTIONS:
        package = folder / model
        sources = [part for file in MODEL_FILES[model] for part in ("--metadata", file)]
        command = [sys.executable, "-m", "edmund", "generate", "--quiet", *sources]
        command += ["--target", "php", "--package", "Vectors", "--output", str(package)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found[model] = package
    return found


def ask(package: Path, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers of the runner around the client in the folder `package`."""
    document = package.parent / f"{package.name}.json"
    document.write_text(json.dumps(asked), "utf-8")
    found: list[dict[str, Any]] = json.loads(
        toolchain.run([str(RUNNER), str(document)], package).stdout
    )
    return found


@pytest.fixture(scope="module")
def answers(clients: dict[str, Path]) -> dict[str, Any]:
    """All answers by question, each model's by one run of the runner."""
    found: dict[str, Any] = {}
    for model, asked in QUESTIONS.items():
        answered = ask(clients[model], [question.asked for question in asked])
        found.update(zip((question.id for question in asked), answered, strict=True))
    return found


@pytest.mark.parametrize(
    "question", [q for asked in QUESTIONS.values() for q in asked], ids=lambda q: q.id
)
def test_vector(question: Question, answers: dict[str, Any]) -> None:
    check(question, answers[question.id])


TYPES = [
    ("vectors", "test.vectors.primitives"),
    ("vectors", "test.vectors.facets"),
    ("vectors", "test.vectors.customer"),
    ("vectors", "test.vectors.vip"),
    ("vectors", "test.vectors.tree"),
    ("graph-identity", "microsoft.graph.identityApiConnector"),
]


def any_payloads() -> list[tuple[str, str, Operation | None, Any]]:
    """Model, type, operation and payload, sound and spoiled; always the same."""
    schemas = {model: TypeSchema(types_of(model_of(model))) for model, _ in TYPES}
    found: list[tuple[str, str, Operation | None, Any]] = []

    @seed(11)
    @settings(
        max_examples=200,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        model, type_name = data.draw(st.sampled_from(TYPES))
        operation = data.draw(st.sampled_from([None, Operation.CREATE, Operation.UPDATE]))
        sound = payloads(schemas[model], type_name, operation)
        found.append((model, type_name, operation, data.draw(sound | sound.flatmap(spoiled))))

    collect()
    return found


def test_both_checkers_say_the_same_of_anything(clients: dict[str, Path]) -> None:
    """And what is read is written as it came."""
    cases = any_payloads()
    for model, client in clients.items():
        own = [case for case in cases if case[0] == model]
        schema = TypeSchema(types_of(model_of(model)))
        texts = [json.dumps(payload, default=str) for *_, payload in own]
        asked: list[dict[str, Any]] = [
            {"kind": "validation", "type": t, "operation": o and o.value, "text": text}
            for (_, t, o, _), text in zip(own, texts, strict=True)
        ]
        reread: list[dict[str, Any]] = [
            {"kind": "wire", "type": t, "text": text, "reads": [], "sets": []}
            for (_, t, _, _), text in zip(own, texts, strict=True)
            if text.startswith("{")
        ]
        answered = ask(client, asked + reread)
        for (_, type_name, operation, _), text, answer in zip(own, texts, answered, strict=False):
            expected = validate_payload(schema, type_name, json.loads(text), operation)
            wanted = [[v.pointer, v.code, v.severity.value] for v in expected]
            assert answer.get("violations") == wanted, (type_name, operation, text, answer)
        for question, answer in zip(reread, answered[len(asked) :], strict=True):
            assert exact(answer["written"]) == exact(question["text"])


URLS = [
    "someapi.com/api",
    "/api",
    "",
    "ftp://host/x",
    "ftp://",
    "ftp://host:65536/",
    "ftp://host:0/",
    "javascript:alert(1)",
    "//host/x",
    "//ho[st/x",
    "ldap://[::1]:389/x",
    "ldap://[1.2.3.4]/x",
    "ldap://[::g]/",
    "http://[v1.x]/",
    "http://[]/",
    "HTTP://a",
    "http:a",
    "http://",
    "http://u@:80/",
    "http://h:0/",
    "http://h:000080/",
    "http://h:8a/",
    "http://h:/",
    "http://a%41/",
    "http://a:b@c:d@h:1/",
    "http://bücher/",
    "x://h\uff0fi/",
    "a b",
    "a\\b",
    "a\n",
    "1a://[",
    "?q=[x]",
    "#[",
]


def test_both_checkers_take_the_same_text_for_a_url(clients: dict[str, Path]) -> None:
    """Any URI reference (RFC 3986, section 4.1)."""
    schema = TypeSchema(types_of(model_of("vectors")))
    asked: list[dict[str, Any]] = [
        {
            "kind": "validation",
            "type": "test.vectors.facets",
            "operation": None,
            "text": json.dumps({"link": url}),
        }
        for url in URLS
    ]
    found = [
        url
        for url, a in zip(URLS, ask(clients["vectors"], asked), strict=True)
        if not a["violations"]
    ]
    wanted = [
        url for url in URLS if not validate_payload(schema, "test.vectors.facets", {"link": url})
    ]
    assert found == wanted
    assert "/api" in found and "http://" not in found
