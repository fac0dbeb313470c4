"""Values of Java clients of services without OData are held against what their description says."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from generated_java import HARNESS, generate, sources, workplace
from toolchains import java, needs

from edmund.api import load_openapi, validate_openapi
from edmund.diagnostics import Severity

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.described_values import CASES, DOCUMENT

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

_PROPERTIES = ("age", "born", "tags", "kind", "size", "counts", "owner", "home", "either", "name")
_VALUES: tuple[Any, ...] = (
    *(None, True, 1, -1, 2.5),
    *("", "ab", "abcde", "pet", "big", "2020-02-29"),
    *([], ["a"], ["a", "b"], ["a", "a"], [1], [["a"]]),
    *({}, {"a": 1}, {"a": 1, "b": 2, "c": 3}, {"a": [True]}, {"a": [None]}),
    *({"name": "Ann"}, {"name": "ann"}, {"x": 1}, {"x": "1"}, {"x": []}),
)


LINES = """\
  /lines:
    post:
      requestBody: {content: {application/x-ndjson: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: Done.}}
"""
"""A call beside those of the description that takes pets, one a line."""


def payloads() -> Iterator[dict[str, Any]]:
    """Pets with each value at each place, most of them wrong."""
    for name in _PROPERTIES:
        for value in _VALUES:
            yield {"id": "1", "name": "Rex", name: value}


@cache
def description() -> Path:
    source = workplace() / "verdicts.yaml"
    source.write_text(DOCUMENT.replace("paths:\n", f"paths:\n{LINES}"), "utf-8")
    return source


@cache
def classes() -> Path:
    options = ["--metadata", str(description()), "--package", "shop"]
    folder = generate(options, workplace() / "http-validation")
    output = workplace() / "http-validation-classes"
    runner = [*(HARNESS / "http").glob("*.java"), *(HARNESS / "http_validation").glob("*.java")]
    java.compile_java([*sources(folder), *sorted(runner)], output)
    return output


def asked(questions: list[tuple[Any, str | None]]) -> list[dict[str, list[str]]]:
    file = workplace() / "http-validation.json"
    lines = [
        {"kind": "validation", "class": "Pet", "text": json.dumps(payload), "operation": operation}
        for payload, operation in questions
    ]
    file.write_text(json.dumps(lines), "utf-8")
    found: list[dict[str, list[str]]] = json.loads(
        java.run_java("shop.runtime.HttpRunner", [str(file)], [classes()])
    )
    return found


def test_what_is_wrong_is_told_at_its_place() -> None:
    answers = asked([(payload, operation) for payload, operation, _ in CASES])
    for case, answer in zip(CASES, answers, strict=True):
        is_object = isinstance(case[0], dict)
        assert answer == {"json": case[2], "model": case[2] if is_object else None}, case


def test_the_command_gives_the_same_verdicts() -> None:
    loaded = load_openapi(description())
    pets = list(payloads())
    wrong = 0
    for pet, answer in zip(pets, asked([(pet, None) for pet in pets]), strict=True):
        found, _ = validate_openapi(loaded, "Pet", json.dumps(pet))
        is_wrong = any(each.severity is Severity.ERROR for each in found)
        told = [each for each in answer["json"] if not each.endswith("?")]
        assert bool(told) == is_wrong, (pet, told, found)
        assert answer["model"] == answer["json"], pet
        wrong += is_wrong
    assert 0 < wrong < len(pets)


def test_bodies_are_checked_before_they_are_sent() -> None:
    told = json.loads(java.run_java("shop.runtime.Bodies", [], [classes()]))
    assert told == [
        [
            "/name: at least 2 characters are asked for [min-length]",
            "/owner/name: a value is required [required]",
        ],
        "/name: a value is required [required]",
        "sent",
        "sent",
        "sent",
        "/age: the minimum is 0 [minimum]",
        "/1/name: a value is required [required]",
        "sent",
    ]
