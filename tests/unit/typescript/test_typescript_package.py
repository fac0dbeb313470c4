"""What the package says of itself, and numbers of the schema that nobody can write out."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from edmund.targets.contract import TargetOptions
from edmund.targets.typescript.package import _registry
from edmund.targets.typescript.schema_tables import _scalar
from edmund.targets.typescript.target import TYPESCRIPT


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1E999999999"), '"1E+999999999"'),
        (Decimal("-1E999999999"), '"-1E+999999999"'),
        (Decimal("1E-999999999"), '"1E-999999999"'),
        (Decimal("NaN"), '"NaN"'),
        (Decimal("-Infinity"), '"-INF"'),
        (Decimal("1E3"), "1000"),
        (Decimal("1.5"), '"1.5"'),
        (2**53, f'"{2**53}"'),
        (-5, "-5"),
    ],
)
def test_numbers_of_any_size_are_not_expanded(value: Decimal | int, expected: str) -> None:
    assert _scalar(value).source == expected


def test_the_registry_is_told_what_was_set() -> None:
    settings = {"license": "MIT", "author": 'A "B" <a@b.example>', "keywords": "odata, graph,"}
    members = json.loads("{" + ",".join(_registry(TargetOptions("x", settings=settings))) + "}")
    assert members == {
        "license": "MIT",
        "author": 'A "B" <a@b.example>',
        "keywords": ["odata", "graph"],
    }
    assert not list(_registry(TargetOptions("x")))
    assert settings.keys() <= TYPESCRIPT.settings.keys()
