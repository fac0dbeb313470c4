"""What is told of a value that fits no branch of anyOf and oneOf: the one that was meant, or what all expect."""

from schemas_at_hand import codes, violations

CAT = {
    "type": "object",
    "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}},
    "required": ["kind"],
}
DOG = {
    "type": "object",
    "properties": {"kind": {"const": "dog"}, "name": {"type": "string"}, "age": {"minimum": 0}},
    "required": ["kind", "name"],
}


def test_the_branch_with_the_right_constant_is_nearest() -> None:
    schema = {"oneOf": [CAT, DOG]}
    assert codes(schema, {"kind": "dog", "name": 1, "age": -1}) == [
        ("", "any-of"),
        ("/name", "wrong-type"),
        ("/age", "minimum"),
    ]
    assert "number 1" in violations(schema, {"kind": "dog", "name": 1})[0].message


def test_the_branch_of_the_right_type_is_nearest() -> None:
    schema = {"anyOf": [{"type": "null"}, {"type": "array", "items": {"minimum": 1}}, CAT]}
    assert codes(schema, [0]) == [("", "any-of"), ("/0", "minimum")]


def test_where_no_branch_is_of_the_type_the_expectations_are_told() -> None:
    (found,) = violations({"anyOf": [{"type": "null"}, {"type": "string"}]}, 1)
    assert found.code == "any-of"
    assert "null is expected; a string is expected" in found.message


def test_the_only_branch_is_told_without_ado() -> None:
    assert codes({"oneOf": [{"minimum": 1}]}, 0) == [("", "minimum")]


def test_too_many_branches_are_named() -> None:
    (found,) = violations({"oneOf": [{"minimum": 1}, {"type": "null"}, {"maximum": 9}]}, 5)
    assert found.code == "one-of"
    assert "(0, 2)" in found.message


def test_what_is_told_does_not_grow_with_nested_branches() -> None:
    schema: object = {"const": 0}
    for _ in range(60):
        schema = {"anyOf": [schema, {"const": 1}, {"properties": {"a": False}, "const": 2}]}
    assert len(violations(schema, "x")) == 1
