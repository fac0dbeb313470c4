"""Any payload: the generated TypeScript says what `edmund validate` says, and writes what it read as it came."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.typescript_client import answers
from payload_strategies import payloads, spoiled
from toolchains import needs
from vector_answers import exact
from vector_files import MODEL_FILES, model_of

from edmund.surface.declared_types import types_of
from edmund.surface.shapes import Operation
from edmund.surface.type_schema import TypeSchema
from edmund.validation.check import validate_payload

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

TYPES = [
    ("vectors", "test.vectors.primitives"),
    ("vectors", "test.vectors.facets"),
    ("vectors", "test.vectors.customer"),
    ("vectors", "test.vectors.vip"),
    ("vectors", "test.vectors.tree"),
    ("graph-identity", "microsoft.graph.identityApiConnector"),
]
Case = tuple[str, str, Operation | None, str]


def any_cases() -> list[Case]:
    """Model, type, operation and JSON text, sound and spoiled; always the same."""
    schemas = {model: TypeSchema(types_of(model_of(model))) for model in MODEL_FILES}
    found: list[Case] = []

    @seed(7)
    @settings(
        max_examples=300,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        model, type_name = data.draw(st.sampled_from(TYPES))
        operation = data.draw(st.sampled_from([None, Operation.CREATE, Operation.UPDATE]))
        sound = payloads(schemas[model], type_name, operation)
        payload = data.draw(sound | sound.flatmap(spoiled))
        found.append((model, type_name, operation, json.dumps(payload, default=str)))

    collect()
    return found


@pytest.mark.parametrize("model", sorted({model for model, _ in TYPES}))
def test_any_payload(model: str) -> None:
    own = [case for case in any_cases() if case[0] == model]
    asked: list[dict[str, Any]] = [
        {"kind": "validation", "type": t, "operation": o and o.value, "text": text}
        for _, t, o, text in own
    ]
    reread: list[dict[str, Any]] = [
        {"kind": "wire", "type": t, "text": text, "reads": [], "sets": []}
        for _, t, _, text in own
        if text.startswith("{")
    ]
    answered = answers(model, asked + reread)
    schema = TypeSchema(types_of(model_of(model)))
    for (_, type_name, operation, text), answer in zip(own, answered, strict=False):
        expected = validate_payload(schema, type_name, json.loads(text), operation)
        wanted = [[v.pointer, v.code, v.severity.value] for v in expected]
        assert answer.get("violations") == wanted, (type_name, operation, text, answer)
    for question, answer in zip(reread, answered[len(asked) :], strict=True):
        assert exact(answer["written"]) == exact(question["text"]), question["text"]
