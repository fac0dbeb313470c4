"""Names of PHP clients of services without OData, for reviews and the lock."""

from __future__ import annotations

from pathlib import Path

from edmund.description import load_description
from edmund.plan.shape import Shape
from edmund.targets.contract import TargetOptions
from edmund.targets.php.target import PHP

SHOP = Path(__file__).resolve().parents[2] / "vectors" / "http" / "shop.openapi.yaml"


def test_paths_are_chains() -> None:
    found = PHP.symbols(load_description(SHOP).surface, TargetOptions("Shop"))
    assert found["/pets/{petId}/toys"] == "$client->pets()->byPetId(...)->toys()"
    assert found["Pet/name"] == "Pet::getName"


def test_calls_are_methods_of_resources() -> None:
    options = TargetOptions("Shop", shape=Shape.OPERATIONS)
    found = PHP.symbols(load_description(SHOP).surface, options)
    assert found["GET /pets"] == "$client->pets()->list(...)"
    assert found["Pet"] == "Pet"
    assert not any(name.startswith("/") for name in found)
