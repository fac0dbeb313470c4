"""Values of TypeScript clients of services without OData are held against what their description says."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from toolchains import needs

from edmund.api import load_openapi, validate_openapi

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.described_values import CASES, DOCUMENT
from behaviour.typescript_client import other_answers

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

# The checks of a whole description know of JSON Schema's keywords alone.
_AS_KEYWORDS = {
    "not-an-object": "wrong-type",
    "not-an-array": "wrong-type",
    "null": "wrong-type",
    "enum-member": "allowed-values",
}
# Where they list what each variant lacks, only the place is compared.
_UNIONS = ("/owner", "/either")
# Right and wrong values by property.
_VALUES: dict[str, list[Any]] = {
    "id": ["1", "", 1, None],
    "name": ["Rex", "R", "Rexus", "\U0001f600\U0001f600", 5, None, ["Rex"]],
    "age": [0, 5, -1, 1.5, "1", None, True, 10**12],
    "more": [1, None],
    "tags": [[], ["a"], ["a", "b"], ["a", "b", "c"], [1], {"a": 1}, None, ["a", None]],
    "kind": ["pet", "pot", None, 1],
    "size": [1, 2.5, "big", 1.0, "1", 2, True, None],
    "counts": [{}, {"a": 1}, {"a": "x"}, {"a": 1, "b": 2, "c": 3}, [1], None, {"a/~": None}],
    "owner": ["me", {"name": "Ann"}, {"name": "ann"}, {}, 5, None, ["me"]],
    "home": [None, {}, {"a": []}, {"a": [True]}, {"a": [1]}, {"a": None}, 1],
    "either": [{"x": 1}, {"x": "1"}, {"x": True}, {}, "x", None],
}


def _payloads() -> Iterator[dict[str, Any]]:
    """Objects with some of the properties, the same in every run."""
    drawn = random.Random(20261130)
    for _ in range(400):
        names = drawn.sample(sorted(_VALUES), drawn.randint(0, len(_VALUES)))
        yield {name: drawn.choice(_VALUES[name]) for name in names}


PAYLOADS = list(_payloads())
SENT: list[dict[str, Any]] = [
    {"send": "post", "value": {"age": 3}},
    {"send": "post", "value": {"age": 3}, "settings": {"validate": False}},
    {"send": "post", "value": {"age": 3}, "configuration": {"validate": False}},
    {"send": "patch", "value": {"age": 3}},
    {"send": "patch", "value": {"age": -3}},
    {"send": "post", "value": {"name": "Rex", "id": "1", "additionalData": {"newer": 1}}},
]


@pytest.fixture(scope="module")
def answers() -> list[Any]:
    cases = [
        {"text": json.dumps(payload), **({"operation": operation} if operation else {})}
        for payload, operation, _ in CASES
    ]
    generated = [{"text": json.dumps(payload)} for payload in PAYLOADS]
    made = {"value": {"name": "R", "owner": {}}, "operation": "create"}
    found: list[Any] = other_answers("values", "httpValidation", [*cases, *generated, *SENT, made])
    return found


def test_what_is_wrong_is_told_at_its_place(answers: list[Any]) -> None:
    for case, told in zip(CASES, answers[1:], strict=False):
        assert told == case[2], case


def test_verdicts_are_those_of_the_compiler(answers: list[Any], tmp_path: Path) -> None:
    source = tmp_path / "shop.yaml"
    source.write_text(DOCUMENT, "utf-8")
    description = load_openapi(source)
    first = 1 + len(CASES)
    for payload, told in zip(PAYLOADS, answers[first : first + len(PAYLOADS)], strict=True):
        found, _ = validate_openapi(description, "Pet", json.dumps(payload).encode())
        wanted = {_seen(violation.pointer, violation.code) for violation in found}
        given = {_seen(*each.rpartition(" ")[::2]) for each in told}
        assert given == wanted, payload


def _seen(pointer: str, code: str) -> tuple[str, str]:
    for union in _UNIONS:
        if pointer.startswith(union):
            return union, ""
    if code == "unique-items":
        pointer = pointer.rstrip("/0123456789")
    return pointer, _AS_KEYWORDS.get(code, code)


def test_bodies_are_checked_before_they_are_sent(answers: list[Any]) -> None:
    """A PATCH says what is to change: nothing is required in it. The service may know newer names."""
    missing = {
        "sent": 0,
        "refused": ["/name required"],
        "message": "/name: a value is required [required]",
    }
    told = answers[-1 - len(SENT) : -1]
    assert told[:4] == [missing, {"sent": 1}, {"sent": 1}, {"sent": 1}]
    assert told[4]["refused"] == ["/age minimum"]
    assert told[5] == {"sent": 1}


def test_a_value_says_the_same_of_itself(answers: list[Any]) -> None:
    assert answers[-1] == ["/name min-length", "/owner/name required"]
    assert answers[0] == ["RangeError", "JsonError"]
