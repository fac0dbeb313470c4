"""TypeScript clients with methods of resources in the place of paths send the same requests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.typescript_client import other_answers

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

ROOT = "https://eu.shop.example/v1"
SENT: dict[str, list[str]] = {
    "query": [f"GET {ROOT}/pets?limit=2&tag=a"],
    "path": [f"GET {ROOT}/pets/a%20b"],
    "two values": [f"GET {ROOT}/pets/1/toys/7"],
    "body": [f'PATCH {ROOT}/pets/1 {{"name":"Rex"}}'],
    "body and options": [f'POST {ROOT}/pets {{"name":"Rex"}}'],
    "request": [f"GET {ROOT}/pets/1"],
    "pages": [f"GET {ROOT}/pets?limit=1", f"GET {ROOT}/pets?limit=1&next=2"],
    "wrong body": [],
    "form": [f"POST {ROOT}/login user=Ann&password=p&scope=a%20b"],
    "wrong form": [],
    "wrong form, unchecked": [f"POST {ROOT}/login user=Ann"],
    "parts": [f"POST {ROOT}/pets/1/photos"],
    "wrong parts": [],
    "no value": [],
}


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    asked: list[Any] = list(SENT)
    return dict(zip(SENT, other_answers("operations", "httpOperations", asked), strict=True))


@pytest.mark.parametrize("name", SENT)
def test_a_call_is_sent(name: str, answers: dict[str, dict[str, Any]]) -> None:
    assert answers[name]["sent"] == SENT[name]


def test_answers_are_those_of_paths(answers: dict[str, dict[str, Any]]) -> None:
    assert answers["path"]["value"] == {"id": "1", "name": "Rex"}
    assert answers["request"]["value"]["status"] == 200
    assert answers["pages"]["value"] == ["Rex", "Rex"]


def test_what_is_missing_is_told_before_anything_is_sent(
    answers: dict[str, dict[str, Any]],
) -> None:
    for name in ("wrong body", "wrong form", "wrong parts"):
        assert answers[name]["error"] == "ValidationFailed", name
    assert answers["no value"]["error"] == "InvalidArgument"
