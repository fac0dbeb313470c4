"""URL references, advertised operations, delta answers of 4.0 and changes of abstract types are taken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from vector_files import model_of

from edmund.model.schema import ModelSchema
from edmund.validation.check import Operation, validate_payload

CASES = json.loads((Path(__file__).parent / "lenient_cases.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_services_take_is_no_violation(case: dict[str, Any]) -> None:
    operation = Operation(case["operation"]) if case["operation"] else None
    schema = ModelSchema(model_of(case["model"]))
    found = validate_payload(schema, case["type"], case["payload"], operation)
    assert [violation.pointer for violation in found] == []
