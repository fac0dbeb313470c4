"""Hostile schemas and values: an answer or a diagnostic with its place, in little time."""

import time
from decimal import Decimal

import pytest
from machine import slowness
from schemas_at_hand import ROOT, codes, violations

from edmund.diagnostics import EdmundError, Span
from edmund.frontends.json_schema import (
    DRAFT_2020_12,
    Document,
    Documents,
    Location,
    compile_schema,
)

DEEP = 100_000


def compile_errors(schema: object, **others: object) -> list[tuple[str, str]]:
    """Code and pointer of what is wrong with a schema."""
    documents = Documents(
        Document(uri, contents, DRAFT_2020_12, place=Span)
        for uri, contents in {ROOT: schema, **others}.items()
    )
    with pytest.raises(EdmundError) as raised:
        compile_schema(documents, Location(ROOT))
    return [(d.code, d.span.file if d.span else "") for d in raised.value.diagnostics]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"$ref": "#"}, [("EDM766", "")]),
        ({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"not": {"$ref": "#/$defs/a"}}}},
         [("EDM766", "/$defs/a")]),
        ({"$dynamicAnchor": "x", "anyOf": [{"$dynamicRef": "#x"}, True]}, [("EDM766", "")]),
        ({"$ref": "#/$defs/none"}, [("EDM764", "/$ref")]),
        ({"$ref": "https://elsewhere.example/schema"}, [("EDM764", "/$ref")]),
        ({"$ref": "file:///etc/passwd"}, [("EDM764", "/$ref")]),
        ({"$ref": "http://[::1"}, [("EDM764", "/$ref")]),
        ({"$ref": "#/required/9", "required": ["a"]}, [("EDM764", "/$ref")]),
        ({"$ref": "#/required/0", "required": ["a"]}, [("EDM763", "/required/0")]),
        ({"$ref": 1}, [("EDM763", "/$ref")]),
        ({"type": "strin"}, [("EDM763", "/type")]),
        ({"type": ["null", "text"]}, [("EDM763", "/type/1")]),
        ({"minimum": "1"}, [("EDM763", "/minimum")]),
        ({"minimum": True}, [("EDM763", "/minimum")]),
        ({"multipleOf": 0}, [("EDM763", "/multipleOf")]),
        ({"maxLength": -1}, [("EDM763", "/maxLength")]),
        ({"maxLength": Decimal("1e999999999999")}, [("EDM763", "/maxLength")]),
        ({"minItems": Decimal("1.5")}, [("EDM763", "/minItems")]),
        ({"pattern": 1}, [("EDM763", "/pattern")]),
        ({"required": "a"}, [("EDM763", "/required")]),
        ({"dependentRequired": {"a/b": "c"}}, [("EDM763", "/dependentRequired/a~1b")]),
        ({"properties": []}, [("EDM763", "/properties")]),
        ({"properties": {"a": 1}}, [("EDM763", "/properties/a")]),
        ({"allOf": {}}, [("EDM763", "/allOf")]),
        ({"anyOf": []}, [("EDM763", "/anyOf")]),
        ({"items": [True]}, [("EDM763", "/items")]),
        ({"enum": "a"}, [("EDM763", "/enum")]),
        ({"uniqueItems": 1}, [("EDM763", "/uniqueItems")]),
        ("a text", [("EDM763", "")]),
        ({"$schema": "https://example.com/dialect"}, [("EDM762", "/$schema")]),
        ({"$defs": {"a": {"$id": "x"}, "b": {"$id": "x", "title": "b"}}}, [("EDM761", "/$defs/a")]),
        ({"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}}, [("EDM761", "/$defs/a")]),
    ],
)  # fmt: skip
def test_malformed_schemas(schema: object, expected: list[tuple[str, str]]) -> None:
    assert compile_errors(schema) == expected


def test_a_dialect_with_a_vocabulary_that_is_not_known() -> None:
    meta = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$vocabulary": {"https://example.com/vocabulary": True},
    }
    found = compile_errors(
        {"$schema": "https://example.com/meta"}, **{"https://example.com/meta": meta}
    )
    assert found == [("EDM762", "/$schema")]


def test_a_pattern_that_cannot_be_checked_is_told_and_left_out() -> None:
    documents = Documents([Document(ROOT, {"properties": {"a": {"pattern": "(a)\\1"}}})])
    (told,) = compile_schema(documents, Location(ROOT)).diagnostics
    assert told.code == "EDM765"
    assert codes({"pattern": "(a)\\1"}, "b") == []


def nested(depth: int, keyword: str) -> object:
    schema: object = {"type": "string"}
    for _ in range(depth):
        schema = {keyword: [schema]} if keyword.endswith("Of") else {keyword: schema}
    return schema


@pytest.mark.parametrize("keyword", ["not", "allOf", "items", "additionalProperties"])
def test_deep_schemas_are_refused(keyword: str) -> None:
    assert [code for code, _ in compile_errors(nested(DEEP, keyword))] == ["EDM760"]


def test_deep_values_are_a_violation() -> None:
    value: object = []
    for _ in range(DEEP):
        value = [value]
    ((pointer, code),) = codes({"items": {"$ref": "#"}}, value)
    assert code == "too-deep"
    assert pointer == "/0" * 101


def test_many_schemas_one_in_the_other_are_a_violation() -> None:
    assert codes(nested(450, "allOf"), "a") == [("", "too-deep")]
    assert codes(nested(300, "allOf"), "a") == []
    chain = {f"a{i}": {"$ref": f"#/$defs/a{i + 1}"} for i in range(5_000)}
    schema = {"$ref": "#/$defs/a0", "$defs": {**chain, "a5000": True}}
    assert codes(schema, "a") == [("", "too-deep")]


def test_a_hundred_levels_of_a_recursive_schema() -> None:
    schema = {
        "$ref": "#/$defs/node",
        "$defs": {"node": {"allOf": [{"properties": {"next": {"$ref": "#/$defs/node"}}}]}},
    }
    value: dict[str, object] = {}
    for _ in range(90):
        value = {"next": value}
    assert codes(schema, value) == []


@pytest.mark.parametrize("keyword", ["allOf", "anyOf", "oneOf"])
def test_towers_of_references_end(keyword: str) -> None:
    """Each schema applies the next one twice: two to the power of forty applications."""
    tower = {f"a{i}": {keyword: [{"$ref": f"#/$defs/a{i + 1}"}] * 2} for i in range(40)}
    schema = {"$ref": "#/$defs/a0", "$defs": {**tower, "a40": {"type": "string"}}}
    start = time.process_time()
    assert codes(schema, 1) == [("", "too-much-work")]
    assert time.process_time() - start < 20 * slowness()


def test_loops_where_they_are_allowed_take_what_is_met_again_as_valid() -> None:
    schema = {
        "$ref": "#/$defs/pet",
        "$defs": {
            "pet": {"oneOf": [{"$ref": "#/$defs/cat"}, {"$ref": "#/$defs/dog"}]},
            "cat": {"allOf": [{"$ref": "#/$defs/pet"}, {"required": ["lives"]}]},
            "dog": {"allOf": [{"$ref": "#/$defs/pet"}, {"required": ["bark"]}]},
        },
    }
    assert codes(schema, {"lives": 9}, loops=True) == []
    assert ("", "any-of") in codes(schema, {}, loops=True)


def test_unique_items_take_linear_time() -> None:
    # All of these have one hash in Python.
    items = [i * (2**61 - 1) for i in range(20_000)]
    start = time.process_time()
    assert codes({"uniqueItems": True}, items) == []
    assert codes({"uniqueItems": True}, [*items, items[0]]) == [("/20000", "unique-items")]
    assert time.process_time() - start < 3 * slowness()


def test_huge_numbers_take_no_time() -> None:
    schema = {"type": "integer", "minimum": 0, "multipleOf": 3, "enum": [1, Decimal("1e5")]}
    start = time.process_time()
    for number in (Decimal("9e999999999"), Decimal("-9e-999999999"), 10**4_000, -(10**20_000)):
        assert violations(schema, number)
    assert codes({"const": Decimal("1e99999999")}, Decimal("10e99999998")) == []
    assert time.process_time() - start < 2 * slowness()


def test_patterns_take_linear_time() -> None:
    start = time.process_time()
    assert codes({"pattern": "^(a+)+$"}, "a" * 5_000 + "b") == [("", "pattern")]
    assert time.process_time() - start < 3 * slowness()
