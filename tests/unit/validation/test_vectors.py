"""`edmund validate` gives the violations that the vectors list: these codes at these places, no others."""

import json
from collections import defaultdict
from collections.abc import Iterator

import pytest
from vector_files import Vector, model_of, vectors

from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.validation.check import Operation, validate_text
from edmund.validation.rules import RULES

VALIDATION = list(vectors("validation"))
SCHEMAS = {name: TypeSchema(types_of(model_of(name))) for name in {v.model for v in VALIDATION}}


@pytest.mark.parametrize("vector", VALIDATION, ids=lambda v: v.id)
def test_vector(vector: Vector) -> None:
    operation = vector.case["operation"]
    found = validate_text(
        SCHEMAS[vector.model],
        vector.case["type"],
        vector.text,
        Operation(operation) if operation is not None else None,
    )
    expected = [(v["pointer"], v["code"], v["severity"]) for v in vector.case["violations"]]
    assert sorted((v.pointer, v.code, v.severity.value) for v in found) == sorted(expected)


def test_every_rule_is_kept_in_one_vector_and_broken_in_another() -> None:
    seen: dict[str, set[bool]] = defaultdict(set)
    for vector in VALIDATION:
        broken = {v["code"] for v in vector.case["violations"]}
        assert broken <= set(vector.case["rules"]), vector.id
        for rule in vector.case["rules"]:
            seen[rule].add(rule in broken)
    assert set(seen) == {rule.code for rule in RULES}
    assert {code for code, both in seen.items() if both != {True, False}} == set()


def test_vectors_give_each_violation_its_rule_s_severity() -> None:
    severities = {rule.code: rule.severity.value for rule in RULES}
    for vector in VALIDATION:
        for violation in vector.case["violations"]:
            assert violation["severity"] == severities[violation["code"]], vector.id


def texts(value: object) -> Iterator[str]:
    """All text values of a payload that could be secrets: numbers, short words and names of types aside."""
    if isinstance(value, str) and len(value) > 4 and not value.isdecimal():
        yield value
    for name, member in value.items() if isinstance(value, dict) else ():
        if name not in {"@odata.type", "type"}:
            yield from texts(member)
    for item in value if isinstance(value, list) else ():
        yield from texts(item)


def test_no_message_repeats_a_value() -> None:
    """A secret in a payload must not reach a log, so no text at all is repeated."""
    for vector in VALIDATION:
        operation = vector.case["operation"]
        found = validate_text(
            SCHEMAS[vector.model],
            vector.case["type"],
            vector.text,
            Operation(operation) if operation is not None else None,
        )
        for violation in found:
            for text in texts(json.loads(vector.text)):
                assert text not in violation.message, vector.id
