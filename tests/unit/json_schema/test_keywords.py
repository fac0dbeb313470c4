"""Every keyword: what is valid, and where and by which rule what is not."""

from decimal import Decimal

import pytest
from schemas_at_hand import codes, violations

PET = {
    "$id": "https://example.com/pet",
    "$defs": {"name": {"$anchor": "name", "type": "string", "minLength": 1}},
    "type": "object",
    "properties": {"name": {"$ref": "#name"}, "age": {"type": "integer", "minimum": 0}},
    "required": ["name"],
    "additionalProperties": False,
}
TREE = {
    "$id": "https://example.com/tree",
    "$dynamicAnchor": "node",
    "properties": {"children": {"type": "array", "items": {"$dynamicRef": "#node"}}},
}
STRICT_TREE = {
    "$id": "https://example.com/strict-tree",
    "$dynamicAnchor": "node",
    "$ref": "tree",
    "unevaluatedProperties": False,
}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (True, {"any": ["thing"]}),
        ({}, None),
        ({"type": "integer"}, Decimal("1.0")),
        ({"type": "integer"}, Decimal("1e400000")),
        ({"type": ["string", "null"]}, None),
        ({"type": "number"}, 3),
        ({"enum": [1, [True], {"a": 0}]}, {"a": Decimal("0.0")}),
        ({"const": Decimal("100")}, Decimal("1e2")),
        ({"minimum": Decimal("0.1")}, Decimal("0.1")),
        ({"minimum": 0}, "no number"),
        ({"multipleOf": Decimal("0.01")}, Decimal("19.99")),
        ({"multipleOf": Decimal("0.5")}, Decimal("1e308")),
        ({"multipleOf": 3}, Decimal("3e-0")),
        ({"maxLength": 1}, "\U0001f600"),
        ({"pattern": "^\\p{L}+$"}, "Straße"),
        ({"uniqueItems": True}, [1, True, 0, False, "1", [1], [True]]),
        ({"contains": {"type": "null"}, "minContains": 0}, []),
        ({"prefixItems": [{"type": "string"}], "items": {"type": "integer"}}, ["a", 1, 2]),
        ({"prefixItems": [{"type": "string"}], "items": False}, []),
        ({"dependentRequired": {"a": ["b"]}}, {"c": 1}),
        ({"dependentSchemas": {"a": {"required": ["b"]}}}, {"a": 1, "b": 2}),
        ({"patternProperties": {"^x-": True}, "additionalProperties": False}, {"x-1": 1}),
        ({"propertyNames": {"maxLength": 1}}, {"a": 1}),
        ({"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 2}}, 2),
        ({"then": False, "else": False}, 1),
        ({"not": {"type": "string"}}, 1),
        ({"oneOf": [{"type": "string"}, {"type": "number"}]}, 1),
        ({"anyOf": [{"minimum": 5}, {"maximum": 9}]}, 7),
        (PET, {"name": "Rex", "age": 3}),
        (STRICT_TREE, {"children": [{"children": []}]}),
        ({"allOf": [{"properties": {"a": True}}], "unevaluatedProperties": False}, {"a": 1}),
        ({"anyOf": [{"prefixItems": [True]}, False], "unevaluatedItems": False}, [1]),
        ({"contains": {"type": "string"}, "unevaluatedItems": {"type": "number"}}, ["a", 1]),
        ({"format": "date"}, "an annotation"),
        ({"unknown": {"$ref": "nowhere"}}, 1),
    ],
)
def test_valid(schema: object, value: object) -> None:
    assert codes(schema, value, others={"https://example.com/tree": TREE}) == []


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        (False, 1, [("", "never")]),
        ({"type": "integer"}, True, [("", "wrong-type")]),
        ({"type": "integer"}, Decimal("1.5"), [("", "wrong-type")]),
        ({"type": "number"}, float("nan"), [("", "wrong-type")]),
        ({"type": "object"}, [], [("", "wrong-type")]),
        ({"enum": [1, False]}, True, [("", "allowed-values")]),
        ({"enum": [1, False]}, 0, [("", "allowed-values")]),
        ({"const": {"a": [1]}}, {"a": [True]}, [("", "allowed-values")]),
        ({"minimum": 1}, Decimal("0.99999999999999999999"), [("", "minimum")]),
        ({"exclusiveMinimum": 1}, 1, [("", "minimum")]),
        ({"maximum": 2**53}, 2**53 + 1, [("", "maximum")]),
        ({"exclusiveMaximum": 1}, Decimal("1.0"), [("", "maximum")]),
        ({"multipleOf": Decimal("0.01")}, Decimal("19.999"), [("", "multiple-of")]),
        ({"multipleOf": 7}, Decimal("1e1000000000"), [("", "multiple-of")]),
        ({"multipleOf": 1}, Decimal("1e-1000000000"), [("", "multiple-of")]),
        ({"minLength": 2}, "\U0001f600", [("", "min-length")]),
        ({"maxLength": 2}, "abc", [("", "max-length")]),
        ({"pattern": "^a$"}, "a\n", [("", "pattern")]),
        ({"minItems": 1}, [], [("", "min-items")]),
        ({"maxItems": 1}, [1, 2], [("", "max-items")]),
        ({"minProperties": 1}, {}, [("", "min-properties")]),
        ({"maxProperties": 0}, {"a": 1}, [("", "max-properties")]),
        ({"uniqueItems": True}, [1, 2, Decimal("1.0")], [("/2", "unique-items")]),
        (
            {"uniqueItems": True},
            [{"a": 1, "b": 2}, {"b": 2, "a": 1}],
            [("/1", "unique-items")],
        ),
        ({"contains": {"const": 1}}, [2], [("", "contains")]),
        ({"contains": {"const": 1}, "maxContains": 1}, [1, 1], [("", "contains")]),
        ({"items": {"type": "string"}}, ["a", 1, 2], [("/1", "wrong-type"), ("/2", "wrong-type")]),
        ({"prefixItems": [True], "items": False}, [1, 2], [("/1", "unknown-item")]),
        ({"required": ["a", "b/c"]}, {}, [("/a", "required"), ("/b~1c", "required")]),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, [("/b", "required")]),
        (
            {"dependentSchemas": {"a": {"maxProperties": 1}}},
            {"a": 1, "b": 2},
            [("", "max-properties")],
        ),
        ({"propertyNames": {"pattern": "^[a-z]+$"}}, {"A": 1}, [("/A", "property-name")]),
        ({"patternProperties": {"^x-": {"type": "string"}}}, {"x-a": 1}, [("/x-a", "wrong-type")]),
        ({"not": {"type": "string"}}, "a", [("", "not")]),
        ({"if": {"type": "string"}, "then": {"minLength": 2}}, "a", [("", "min-length")]),
        ({"if": {"type": "string"}, "else": {"minimum": 2}}, 1, [("", "minimum")]),
        ({"oneOf": [{"minimum": 1}, {"minimum": 2}]}, 2, [("", "one-of")]),
        (
            PET,
            {"age": -1, "tail": 1},
            [("/name", "required"), ("/age", "minimum"), ("/tail", "unknown-property")],
        ),
        (PET, {"name": ""}, [("/name", "min-length")]),
        (
            STRICT_TREE,
            {"children": [{"kids": []}]},
            [("/children/0/kids", "unknown-property")],
        ),
        (
            {"properties": {"a": True}, "unevaluatedProperties": False},
            {"a": 1, "b": 2},
            [("/b", "unknown-property")],
        ),
        (
            {"not": {"properties": {"a": False}}, "unevaluatedProperties": False},
            {"a": 1},
            [("/a", "unknown-property")],
        ),
        ({"prefixItems": [True], "unevaluatedItems": False}, [1, 2], [("/1", "unknown-item")]),
    ],
)
def test_invalid(schema: object, value: object, expected: list[tuple[str, str]]) -> None:
    found = codes(schema, value, others={"https://example.com/tree": TREE})
    assert found == expected


def test_a_violation_names_the_keyword_where_it_stands() -> None:
    (found,) = violations({"$defs": {"a/b": {"type": "string"}}, "$ref": "#/$defs/a~1b"}, 1)
    assert found.keyword == "https://example.com/root.json#/$defs/a~1b/type"
    assert found.message == "a string is expected"


def test_values_are_never_repeated() -> None:
    secret = "hunter2-hunter2"
    schema = {
        "anyOf": [
            {"type": "null"},
            {"const": 1},
            {"maxLength": 3, "pattern": "^x", "format": "date"},
        ],
        "enum": ["a"],
        "not": {"type": "string"},
    }
    found = violations(schema, secret, formats=True)
    assert len(found) >= 3
    assert not any(secret in str(each) for each in found)
