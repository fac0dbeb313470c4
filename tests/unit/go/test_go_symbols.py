"""The names that reviews show for elements of a schema, as users of the Go output write them."""

from __future__ import annotations

from vector_files import model_of

from edmund.surface.build import build_surface
from edmund.targets.contract import TargetOptions
from edmund.targets.go.target import GO


def test_elements_and_what_users_write() -> None:
    model = model_of("calls")
    surface, _ = build_surface(model, None)
    found = GO.symbols(surface, TargetOptions("example.com/calls"))
    assert found["test.calls.person"] == "Person"
    assert found["test.calls.person/email"] == "Person.GetEmail"
    assert found["test.calls.employee/email"] == "Employee.GetEmail"
    assert found["test.calls.unit/mile"] == "UnitMile"
    assert found["test.calls.service/people"] == "client.People()"
    assert found["test.calls.promote"].endswith(".Promote()")
    assert found["test.calls.nearest"] == "client.Nearest(...)"


def test_names_that_a_user_has_not_chosen() -> None:
    assert GO.package("trip_pin") == "example.com/trip-pin-go"
    assert not list(GO.check(TargetOptions(GO.package("trip_pin"))))
