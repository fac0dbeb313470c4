"""Dialects: what each means by the same words."""

import pytest
from schemas_at_hand import codes, violations

from edmund.frontends.json_schema import (
    DRAFT_4,
    DRAFT_7,
    DRAFT_2019_09,
    DRAFT_2020_12,
    OPENAPI_3_0,
    SWAGGER_2_0,
    Dialect,
)

NAMED = {
    "definitions": {"n": {"type": "number"}},
    "components": {"schemas": {"n": {"type": "number"}}},
}


@pytest.mark.parametrize("dialect", [DRAFT_4, OPENAPI_3_0, SWAGGER_2_0])
def test_exclusive_limits_are_flags_in_old_dialects(dialect: Dialect) -> None:
    schema = {"minimum": 1, "exclusiveMinimum": True, "maximum": 3, "exclusiveMaximum": False}
    assert codes(schema, 1, dialect=dialect) == [("", "minimum")]
    assert codes(schema, 3, dialect=dialect) == []


@pytest.mark.parametrize(
    ("dialect", "keyword"), [(OPENAPI_3_0, "nullable"), (SWAGGER_2_0, "x-nullable")]
)
def test_null_where_a_document_says_nullable(dialect: Dialect, keyword: str) -> None:
    assert codes({"type": "string", keyword: True}, None, dialect=dialect) == []
    assert codes({"type": "string", keyword: False}, None, dialect=dialect) == [("", "wrong-type")]
    beside = {**NAMED, "$ref": "#/definitions/n", keyword: True}
    assert codes(beside, None, dialect=dialect) == []
    assert codes({"enum": ["a"], keyword: True}, None, dialect=dialect) == []


def test_nullable_means_nothing_elsewhere() -> None:
    assert codes({"type": "string", "nullable": True}, None) == [("", "wrong-type")]


@pytest.mark.parametrize("dialect", [DRAFT_4, DRAFT_7, OPENAPI_3_0, SWAGGER_2_0])
def test_beside_a_reference_nothing_counts_in_old_dialects(dialect: Dialect) -> None:
    schema = {**NAMED, "$ref": "#/definitions/n", "maximum": 1}
    assert codes(schema, 2, dialect=dialect) == []
    assert codes(schema, "a", dialect=dialect) == [("", "wrong-type")]


@pytest.mark.parametrize("dialect", [DRAFT_2019_09, DRAFT_2020_12])
def test_beside_a_reference_all_counts_in_new_dialects(dialect: Dialect) -> None:
    schema = {**NAMED, "$ref": "#/definitions/n", "maximum": 1}
    assert codes(schema, 2, dialect=dialect) == [("", "maximum")]


def test_keywords_that_a_dialect_does_not_have_mean_nothing() -> None:
    for keyword, value in (("const", 1), ("patternProperties", {"a": False}), ("if", False)):
        assert codes({keyword: value, "else": False}, {"a": 1}, dialect=OPENAPI_3_0) == []
    assert codes({"oneOf": [False]}, 1, dialect=SWAGGER_2_0) == []
    assert codes({"type": "file"}, 1, dialect=SWAGGER_2_0) == []


def test_arrays_before_2020() -> None:
    schema = {"items": [{"type": "string"}], "additionalItems": {"type": "null"}}
    for dialect in (DRAFT_4, DRAFT_7, DRAFT_2019_09):
        assert codes(schema, ["a", None], dialect=dialect) == []
        assert codes(schema, [1, 1], dialect=dialect) == [
            ("/0", "wrong-type"),
            ("/1", "wrong-type"),
        ]


def test_a_document_names_its_dialect() -> None:
    draft_7 = "http://json-schema.org/draft-07/schema#"
    schema = {"$schema": draft_7, "definitions": {"t": {"$id": "#t", "type": "null"}}, "$ref": "#t"}
    assert codes(schema, 1) == [("", "wrong-type")]
    assert codes({"$schema": draft_7, "prefixItems": [False]}, [1]) == []


def test_recursive_references_of_2019() -> None:
    tree = {
        "$id": "https://example.com/tree",
        "$recursiveAnchor": True,
        "properties": {"child": {"$recursiveRef": "#"}},
    }
    strict = {"$recursiveAnchor": True, "$ref": "tree", "unevaluatedProperties": False}
    how = {"dialect": DRAFT_2019_09, "others": {"https://example.com/tree": tree}}
    assert codes(strict, {"child": {"child": {}}}, **how) == []
    assert codes(strict, {"child": {"kid": {}}}, **how) == [("/child/kid", "unknown-property")]


def test_the_meta_schema_is_known() -> None:
    schema = {"$ref": "https://json-schema.org/draft/2020-12/schema"}
    assert codes(schema, {"properties": {"a": {"type": ["string", "null"]}}}) == []
    found = violations(schema, {"properties": {"a": {"type": "strin", "minLength": -1}}})
    assert {each.pointer for each in found} == {
        "/properties/a/type",
        "/properties/a/minLength",
    }
