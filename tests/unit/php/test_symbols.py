"""What users of the PHP output write, by schema element: what a review names."""

from __future__ import annotations

from pathlib import Path

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.surface.build import build_surface
from edmund.targets.php.symbols import php_symbols

ROOT = Path(__file__).resolve().parents[3]


def test_symbols_are_what_users_write() -> None:
    path = ROOT / "tests" / "vectors" / "calls.csdl"
    model, _ = resolve_model([parse_document(path.read_bytes(), path.name)[0]])
    surface, _ = build_surface(model)
    found = php_symbols(surface)
    assert found["test.calls.person"] == "Person"
    assert found["test.calls.person/email"] == "Person::getEmail"
    assert found["test.calls.employee/email"] == "Employee::getEmail"
    assert found["test.calls.unit/mile"] == "Unit::MILE"
    assert found["test.calls.service/people"] == "$client->people()"
    assert found["test.calls.nearest"] == "$client->nearestWithCity(...)"
    assert found["test.calls.promote"] == "$client->boss()->testCallsPromote()"
