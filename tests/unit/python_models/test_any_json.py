"""Properties whose type is any JSON: Graph's workbooks give arrays of arrays for a complex type `Json`."""

from __future__ import annotations

from edmund.model.elements import Property, StructuredType, TypeKind, TypeReference


def complex_type(name: str, **facts: object) -> StructuredType:
    return StructuredType(name, TypeKind.COMPLEX, **facts)  # type: ignore[arg-type]


def test_only_a_type_that_says_nothing_more_is_any_json() -> None:
    text = (Property("p", TypeReference("Edm.String")),)
    assert complex_type("microsoft.graph.Json").is_any_json
    assert not complex_type("microsoft.graph.Json", properties=text).is_any_json
    assert not complex_type("microsoft.graph.Json", base="n.B").is_any_json
    assert not complex_type("microsoft.graph.MyJson").is_any_json
    assert not complex_type("microsoft.graph.json").is_any_json
    assert not StructuredType("n.Json", TypeKind.ENTITY).is_any_json
