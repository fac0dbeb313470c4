"""The C# client obeys the vectors: its validators, its models on the wire, its requests and calls."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from behaviour import csharp_harness as harness
from behaviour.service import Answer, Service, json_answer
from toolchains import csharp, needs
from vector_answers import Question, check, questions

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

DELETED = {
    "@odata.context": "https://h.example/$metadata#people/$deletedEntity",
    "id": "people('5')",
    "reason": "deleted",
}

QUESTIONS = [question for model in harness.MODELS for question in questions(model)]


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """All answers by the questions' ids."""
    found: dict[str, dict[str, Any]] = {}
    for model, program in harness.vector_programs().items():
        asked = list(questions(model))
        found.update(zip((question.id for question in asked), _run(program, asked), strict=True))
    return found


def _run(program: Path, asked: list[Question]) -> list[dict[str, Any]]:
    path = program.parent / "questions.json"
    path.write_text(json.dumps([question.asked for question in asked]), encoding="utf-8")
    done = csharp.run(program, str(path))
    assert done.returncode == 0, done.stderr
    given: list[dict[str, Any]] = json.loads(done.stdout)
    return given


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_vector(question: Question, answers: dict[str, dict[str, Any]]) -> None:
    check(question, answers[question.id])


def test_a_parameter_of_an_enumeration_takes_text_as_well() -> None:
    """As the official client, whose signatures have text there."""
    program = harness.vector_programs()["calls"]
    path = program.parent / "enumerations.json"
    names = ("a bound function", "a bound function with a member's text")
    path.write_text(json.dumps([{"kind": "call", "name": name} for name in names]), "utf-8")
    done = csharp.run(program, str(path))
    assert done.returncode == 0, done.stderr
    by_member, by_text = json.loads(done.stdout)
    assert "mile" in by_member["url"]
    assert by_text == by_member


def test_streams_references_casts_and_functions_on_the_wire() -> None:
    """What the service of the API connectors does not have, sent to one that keeps what it gets."""
    program = harness.vector_programs()["calls"]
    with Service(token=None) as service:
        service.answers += [
            Answer(200, b"\x00\x01", {"Content-Disposition": 'attachment; filename="../../x"'}),
            Answer(204),
            Answer(204),
            Answer(204),
            json_answer(
                {"value": [{"@odata.type": "#test.calls.employee", "id": "1", "badge": 7}]}
            ),
            json_answer({"value": [{"@odata.id": "people('2')"}]}),
            json_answer({"@odata.type": "#test.calls.employee", "id": "1", "badge": 9}),
            json_answer(
                {
                    "@odata.context": "$metadata#people/$entity",
                    "friends": [{"id": "2"}, {"id": "3", "@removed": {"reason": "changed"}}],
                    "friends@odata.nextLink": "more?$skip=2",
                }
            ),
            json_answer({"value": [{"id": "4"}], "@nextLink": "last"}),
            json_answer({"value": [DELETED, {"id": "6", "@odata.removed": {}}]}),
        ]
        done = csharp.run(program, "live", service.root)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [
        "2, changed 3, 4, deleted people('5'),  6",
        "0001",
        None,
        "Employee 7",
        "people('2')",
        "9",
    ]
    sent = [(r.method, r.path.removeprefix("/v1.0"), r.body) for r in service.received]
    assert sent[0] == ("GET", "/people('1')/photo", b"")
    assert sent[1] == ("PUT", "/people('1')/photo", b"\x02\x03")
    assert sent[2][:2] == ("POST", "/people('1')/friends/$ref")
    assert sent[3][:2] == ("GET", "/people('1')/manager/$ref")
    assert sent[4][:2] == ("GET", "/people/test.calls.near(distance=1.5,unit='mile',since=null)")
    assert sent[5][:2] == ("GET", "/people('1')/friends/$ref")
    assert [r.target for r in service.received[8:]] == [
        "/v1.0/more?$skip=2",
        "/v1.0/last",
    ]
    assert sent[6][1:] == ("/boss/test.calls.promote", b'{"level":3,"by":"mile"}')
