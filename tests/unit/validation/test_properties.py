"""Payloads made from the schema are accepted; whatever else comes, the checker answers."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from payload_strategies import payloads, spoiled
from vector_files import model_of

from edmund.diagnostics import Severity
from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.validation.check import Operation, Violation, validate_payload

SCHEMA = TypeSchema(types_of(model_of("vectors")))
IDENTITY = TypeSchema(types_of(model_of("graph-identity")))
TYPES = [
    (SCHEMA, "test.vectors.primitives"),
    (SCHEMA, "test.vectors.facets"),
    (SCHEMA, "test.vectors.customer"),
    (SCHEMA, "test.vectors.vip"),
    (SCHEMA, "test.vectors.tree"),
    (IDENTITY, "microsoft.graph.identityApiConnector"),
]
OPERATIONS = st.sampled_from([None, Operation.CREATE, Operation.UPDATE])
RELAXED = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def errors(found: tuple[Violation, ...]) -> list[Violation]:
    return [v for v in found if v.severity is Severity.ERROR]


@RELAXED
@given(st.data())
def test_payloads_of_the_schema_are_accepted(data: st.DataObject) -> None:
    schema, type_name = data.draw(st.sampled_from(TYPES))
    operation = data.draw(OPERATIONS)
    payload = data.draw(payloads(schema, type_name, operation))
    assert errors(validate_payload(schema, type_name, payload, operation)) == []


@RELAXED
@given(st.data())
def test_an_unknown_property_of_a_closed_type_is_found(data: st.DataObject) -> None:
    schema, type_name = data.draw(st.sampled_from(TYPES))
    operation = data.draw(OPERATIONS)
    payload = data.draw(payloads(schema, type_name, operation))
    payload["nobody/knows~this"] = 1
    found = errors(validate_payload(schema, type_name, payload, operation))
    assert [(v.pointer, v.code) for v in found] == [("/nobody~1knows~0this", "unknown-property")]


def at(payload: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        payload = payload[int(name)] if isinstance(payload, list) else payload[name]
    return payload


@RELAXED
@given(st.data())
def test_every_pointer_leads_somewhere(data: st.DataObject) -> None:
    """To a value of the payload, or to the place in an object where one is missing."""
    schema, type_name = data.draw(st.sampled_from(TYPES))
    operation = data.draw(OPERATIONS)
    payload = data.draw(payloads(schema, type_name, operation).flatmap(spoiled))
    for violation in validate_payload(schema, type_name, payload, operation):
        if violation.code in {"required", "missing"}:
            holder, _, name = violation.pointer.rpartition("/")
            assert name not in at(payload, holder)
        else:
            at(payload, violation.pointer)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@RELAXED
@given(st.sampled_from(TYPES), OPERATIONS, JSON)
def test_any_json_gets_an_answer(
    of: tuple[TypeSchema, str], operation: Operation | None, payload: object
) -> None:
    schema, type_name = of
    found = validate_payload(schema, type_name, payload, operation)
    assert isinstance(payload, dict) or found
