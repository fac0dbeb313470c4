"""How a runner in any language answers the test vectors, and whether it answers them rightly.

A runner is a program in the target's language around a generated client. It reads one JSON document from
the file that its first argument names, an array of questions, and prints a JSON array with one answer for
each, in the same order (JSON text of exact numbers is passed as a string, never as numbers).

    {"kind": "validation", "type", "operation": "create" | "update" | null, "text"}
        -> {"violations": [[pointer, code, severity], ...]}
    {"kind": "wire", "type", "text", "reads": [{"at"}], "sets": [{"at", "text"}]}
        -> {"becomes": type, "reads": [{"state", "type"?, "value"?}, ...], "written": text}
    {"kind": "request", "path", "operation", "query"?, "headers"?, "body"?: {"type", "text"}}
        -> {"method", "url", "headers": {name: value}, "body": text | null}
    {"kind": "call", "name"}
        -> the same, of the call of that name, written out in the runner (tests/vectors/calls/)

A `type` may be an action's name: then the payload holds its parameters. Reads say what
`tests/vectors/README.md` says of them; the runner gets them by the properties and methods that users call,
not from the JSON. Sets are applied after all reads, a value as JSON text, `null` as an explicit null. An
answer that cannot be given is {"error": text}.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from vector_files import Vector, vectors

_FRACTION = re.compile(r"\.(\d+)")


@dataclass(frozen=True)
class Question:
    """A vector, and what a runner is asked about it."""

    vector: Vector
    kind: str
    asked: dict[str, Any]

    @property
    def id(self) -> str:
        return f"{self.kind} {self.vector.id}"


def questions(model: str) -> Iterator[Question]:
    """All questions about the model that vectors call `model`; texts with members named twice left out."""
    for vector in vectors("validation"):
        case = vector.case
        if vector.model == model and "duplicate-property" not in case["rules"]:
            asked = {"type": case["type"], "operation": case["operation"], "text": vector.text}
            yield Question(vector, "validation", {"kind": "validation", **asked})
    for vector in vectors("wire"):
        case = vector.case
        if vector.model == model:
            sets = [{"at": s["at"], "text": json.dumps(s["value"])} for s in case.get("sets", ())]
            asked = {"type": case["type"], "text": case["text"], "sets": sets}
            reads = [{"at": read["at"]} for read in case["reads"]]
            yield Question(vector, "wire", {"kind": "wire", **asked, "reads": reads})
    for vector in vectors("requests"):
        case = vector.case
        if vector.model == model:
            asked = {k: case[k] for k in ("path", "operation", "query", "headers") if k in case}
            if "body" in case:
                body = case["body"]
                asked["body"] = {"type": body["type"], "text": json.dumps(body["value"])}
            yield Question(vector, "request", {"kind": "request", **asked})
    for vector in vectors("calls"):
        if vector.model == model:
            yield Question(vector, "call", {"kind": "call", "name": vector.case["name"]})


def check(question: Question, answer: dict[str, Any]) -> None:
    """Fail when the answer is not what the vector expects."""
    assert "error" not in answer, answer["error"]
    case = question.vector.case
    match question.kind:
        case "validation":
            found = sorted(map(tuple, answer["violations"]))
            wanted = [(v["pointer"], v["code"], v["severity"]) for v in case["violations"]]
            assert found == sorted(wanted)
        case "wire":
            assert answer["becomes"] == case["becomes"]
            for read, wanted_read in zip(answer["reads"], case["reads"], strict=True):
                check_read(read, wanted_read)
            assert exact(answer["written"]) == exact(case.get("written", case["text"]))
        case "request" | "call":
            _check_request(answer, case["request"])


def exact(text: str) -> object:
    """A JSON text as values in which numbers differ when their digits do."""
    return json.loads(
        text,
        parse_float=lambda digits: ("number", Decimal(digits).as_tuple()),
        parse_int=lambda digits: ("integer", digits),
    )


def check_read(read: dict[str, str], wanted: dict[str, str]) -> None:
    """Fail when what a runner read is not what a vector expects."""
    assert read["state"] == wanted["state"], (read, wanted)
    if wanted["state"] == "model":
        assert read["type"] == wanted["type"], (read, wanted)
    if wanted["state"] == "value":
        assert _same(read["value"], wanted["value"], wanted["type"]), (read, wanted)


def _same(value: str, wanted: str, type_name: str) -> bool:
    """Whether two texts of the README's table mean one value."""
    if value == wanted:
        return True
    match type_name:
        case "Edm.Single" | "Edm.Double":
            return repr(_number(value)) == repr(_number(wanted))
        case "Edm.Duration":
            return Decimal(value) == Decimal(wanted)
        case "Edm.DateTimeOffset":
            ours, theirs = (datetime.fromisoformat(_micro(t)) for t in (value, wanted))
            return ours == theirs and ours.utcoffset() == theirs.utcoffset()
        case "Edm.TimeOfDay":
            return _padded(value) == _padded(wanted)
    return False


def _number(text: str) -> float:
    return float(text.replace("INF", "inf"))


def _micro(text: str) -> str:
    """Fractions as far as Python's own type takes them: a runner may know more digits."""
    return _FRACTION.sub(lambda found: f".{found[1][:6]:0<6}", text)


def _padded(text: str) -> str:
    whole, _, fraction = text.partition(".")
    whole = whole if whole.count(":") == 2 else f"{whole}:00"
    return f"{whole}.{fraction.rstrip('0')}"


def _check_request(answer: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert answer["method"] == wanted["method"]
    found, expected = urlsplit(answer["url"]), urlsplit(wanted["url"])
    assert found[:3] == expected[:3]
    assert sorted(parse_qsl(found.query)) == sorted(parse_qsl(expected.query))
    headers = {name.lower(): value for name, value in answer["headers"].items()}
    for name, value in wanted["headers"].items():
        assert headers[name].partition(";")[0] == value
    body = None if answer["body"] is None else json.loads(answer["body"])
    assert body == wanted["body"]
