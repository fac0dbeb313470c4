"""Names of types, JSON text, values that are not JSON's own, and the copies in generated packages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from validation_copy import COPIED, copy_of, text_of
from vector_files import VECTORS as VECTOR_FILES
from vector_files import model_of

from edmund.diagnostics import EdmundError
from edmund.model.elements import (
    Model,
    OperationKind,
    Parameter,
    Property,
    StructuredType,
    TypeKind,
    TypeReference,
)
from edmund.model.elements import Operation as SchemaOperation
from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.validation.check import Operation, find_type, validate_payload, validate_text
from edmund.validation.json_text import NotJson, parse_json
from edmund.validation.rules import RULES

IDENTITY = types_of(model_of("graph-identity"))
VECTORS = TypeSchema(types_of(model_of("vectors")))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("microsoft.graph.identityApiConnector", "microsoft.graph.identityApiConnector"),
        ("graph.identityApiConnector", "microsoft.graph.identityApiConnector"),
        ("#microsoft.graph.basicAuthentication", "microsoft.graph.basicAuthentication"),
        ("identityApiConnector", "microsoft.graph.identityApiConnector"),
        ("IdentityApiConnector", "microsoft.graph.identityApiConnector"),
        (
            "Collection(graph.identityApiConnector)",
            "Collection(microsoft.graph.identityApiConnector)",
        ),
        ("Edm.Int32", "Edm.Int32"),
        ("uploadClientCertificate", "microsoft.graph.uploadClientCertificate"),
    ],
)
def test_find_type(text: str, name: str) -> None:
    assert find_type(IDENTITY, text) == name


@pytest.mark.parametrize(
    "text", ["", "nope", "microsoft.graph.nope", "x.identityApiConnector", "."]
)
def test_a_name_of_nothing(text: str) -> None:
    with pytest.raises(EdmundError) as failure:
        find_type(IDENTITY, text)
    assert [d.code for d in failure.value.diagnostics] == ["EDM801"]


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    with pytest.raises(EdmundError) as failure:
        find_type(IDENTITY, "microsoft.graph.identityApiConector")
    assert "microsoft.graph.identityApiConnector" in (failure.value.diagnostics[0].hint or "")


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b'{\n  "a": }', 2, 8),
        (b"", 1, 1),
        (b'{"a": 1', 1, 8),
        (b"{'a': 1}", 1, 2),
        (b'{"a": NaN}', 0, 0),
        (b'{"a": "\xff"}', 0, 0),
        (b"[" * 100_000, 0, 0),
    ],
)
def test_text_that_is_no_json(data: bytes, line: int, column: int) -> None:
    with pytest.raises(EdmundError) as failure:
        validate_text(VECTORS, "test.vectors.bag", data, source="body.json")
    (diagnostic,) = failure.value.diagnostics
    assert diagnostic.code == "EDM802"
    assert diagnostic.span is not None
    assert (diagnostic.span.file, diagnostic.span.line) == ("body.json", line)
    assert diagnostic.span.column == column


def test_json_text_is_exact() -> None:
    value = parse_json(
        b'\xef\xbb\xbf{"a": 0.1000000000000000055511151231257827, "b": 9007199254740993}'
    )
    assert value == {"a": Decimal("0.1000000000000000055511151231257827"), "b": 9007199254740993}


def test_numbers_of_any_length() -> None:
    for digits in (4_300, 100_000):
        found = validate_text(VECTORS, "test.vectors.primitives", '{"int64": %s}' % ("9" * digits))
        assert [v.code for v in found] == ["out-of-range"]


@pytest.mark.parametrize("number", ["1e999999999", "-1E+999999999", "1e-999999999", "0e999999999"])
@pytest.mark.parametrize("name", ["int32", "int64", "double", "decimal", "single"])
def test_exponents_are_not_written_out(name: str, number: str) -> None:
    validate_text(VECTORS, "test.vectors.primitives", f'{{"{name}": {number}}}')
    validate_text(VECTORS, "test.vectors.facets", f'{{"price": {number}, "step": {number}}}')


def test_whole_numbers_may_have_a_point() -> None:
    found = validate_text(VECTORS, "test.vectors.primitives", '{"int32": 5.0, "int64": 1e3}')
    assert found == ()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), b"x", {1, 2}])
def test_python_values_that_json_lacks_are_violations(value: object) -> None:
    for name in ("text", "int32", "double", "decimal", "color", "position"):
        found = validate_payload(VECTORS, "test.vectors.primitives", {name: value})
        assert [(v.pointer, v.code) for v in found] == [(f"/{name}", "wrong-type")]


def test_pointers_are_escaped() -> None:
    """RFC 6901, section 3: `~` becomes `~0`, `/` becomes `~1`."""
    found = validate_payload(VECTORS, "test.vectors.address", {"a/b~c": 1, "": 2})
    assert [v.pointer for v in found] == ["/a~1b~0c", "/"]


def test_primitive_types_and_enumerations_are_types_too() -> None:
    assert validate_payload(VECTORS, "Edm.Guid", "x")[0].code == "format"
    assert validate_payload(VECTORS, "v.color", "mauve")[0].code == "enum-member"
    assert validate_payload(VECTORS, "Collection(Edm.Int32)", [1, "2"])[0].pointer == "/1"


def test_an_action_is_named_with_the_type_that_it_is_bound_to() -> None:
    name = "microsoft.graph.uploadClientCertificate"
    connector = "microsoft.graph.identityApiConnector"
    payload = {"pkcs12Value": "AQID", "password": ""}
    assert validate_payload(IDENTITY, f"{name}({connector})", payload) == ()
    assert validate_payload(IDENTITY, f"{name}(graph.identityApiConnector)", payload) == ()
    with pytest.raises(EdmundError) as failure:
        validate_payload(IDENTITY, f"{name}(microsoft.graph.entity)", payload)
    assert failure.value.diagnostics[0].code == "EDM801"


def test_overloads_are_told_apart_by_what_they_are_bound_to() -> None:
    name = "test.vectors.rename"
    one, many = f"{name}(v.customer)", f"{name}(Collection(v.customer))"
    assert validate_payload(VECTORS, one, {"name": "x"}) == ()
    assert [v.code for v in validate_payload(VECTORS, many, {"name": "x"})] == ["unknown-property"]
    assert validate_payload(VECTORS, many, {"prefix": "x"}) == ()
    with pytest.raises(EdmundError) as failure:
        validate_payload(VECTORS, name, {})
    hint = failure.value.diagnostics[0].hint or ""
    assert f"{name}(test.vectors.customer)" in hint
    assert f"{name}(Collection(test.vectors.customer))" in hint


def test_violations_come_in_the_order_of_the_payload() -> None:
    payload = {"targetUrl": "x y", "displayName": 1, "nope": 1}
    found = validate_payload(
        IDENTITY, "microsoft.graph.identityApiConnector", payload, Operation.UPDATE
    )
    assert [v.pointer for v in found] == ["/targetUrl", "/displayName", "/nope"]


@pytest.mark.parametrize("name", COPIED)
def test_the_generated_packages_have_the_same_checker(name: str) -> None:
    assert copy_of(name).read_text("utf-8") == text_of(
        name
    ), "the copy is out of date: run `python tests/validation_copy.py`"


def test_rules_are_described() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.summary.endswith(".") for rule in RULES)


def test_the_readme_of_the_vectors_lists_the_rules() -> None:
    readme = (VECTOR_FILES / "README.md").read_text("utf-8")
    table = "".join(f"| `{r.code}` | {r.severity.value} | {r.summary} |\n" for r in RULES)
    assert table in readme


def test_not_json_is_a_value_error() -> None:
    with pytest.raises(NotJson, match="no JSON value"):
        parse_json('{"a": Infinity}')


def test_a_type_wins_over_an_operation_of_its_name() -> None:
    """As in Graph, whose `image` is a complex type and a function."""
    binding = Parameter("b", TypeReference("n.same"))
    word = Parameter("word", TypeReference("Edm.String", nullable=False))
    model = Model(
        types=(
            StructuredType("n.same", TypeKind.COMPLEX, properties=(Property("p", word.type),)),
            StructuredType("n.Same", TypeKind.COMPLEX),
        ),
        operations=(
            SchemaOperation("n.same", OperationKind.ACTION, True, parameters=(binding, word)),
        ),
    )
    types = types_of(model)
    assert validate_payload(types, "n.same", {"p": "text"}) == ()
    assert [v.pointer for v in validate_payload(types, "n.same", {"word": "x"})] == ["/word"]
    assert validate_payload(types, "n.same(n.same)", {"word": "text"}) == ()
    assert find_type(types, "Same") == "n.Same"
    assert find_type(types, "same") == "n.same"
