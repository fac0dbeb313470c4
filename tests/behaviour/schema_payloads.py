"""Random payloads for the description of `described_values`, and what the compiler says of them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from edmund.api import Description, validate_openapi

# Values for each property of a pet, right and wrong; those of `animal` are no business of the schema's keywords alone.
_VALUES: dict[str, list[Any]] = {
    "id": ["1", "", None, 1],
    "name": ["Rex", "R", "Rexus", "\u00e9\u00e9", None, ["Rex"]],
    "age": [0, 3, -1, 2.5, 4.0, "1", None, True],
    "born": ["2024-02-29", "2023-02-29", "soon", 5, None],
    "tags": [[], ["a"], ["a", "a"], ["a", 1], ["a", None], {"a": "b"}, None],
    "kind": ["pet", "pot", 1, None],
    "size": [1, 1.0, 2.5, "big", "1", True, None],
    "counts": [{}, {"a": 1}, {"a": "x"}, {"a/b": 1.5, "~": 2}, {"a": 1, "b": 2, "c": 3}, [1], None],
    "owner": ["me", 5, None, {}, {"name": "Ann"}, {"name": "ann"}, {"name": "Ann", "x": 1}],
    "home": [None, {}, {"a": []}, {"a": [True, 1]}, {"a": {"b": True}}, {"a": None}, "x"],
    "either": [{"x": 1}, {"x": "1"}, {"x": True}, {}, {"y": 1}, "x", None],
    "more": [1, None],
}
# What clients tell apart that JSON Schema has one keyword for.
_KEYWORDS = {
    "enum-member": "allowed-values",
    "not-an-array": "wrong-type",
    "not-an-object": "wrong-type",
    "null": "wrong-type",
}
_UNIONS = ("/owner", "/either")


def random_payloads(count: int) -> Iterator[Any]:
    """Pets with some of their properties, each right or wrong; always the same ones."""
    chosen = random.Random(7)
    for _ in range(count):
        names = [name for name in _VALUES if chosen.random() < 0.6]
        yield {name: chosen.choice(_VALUES[name]) for name in names}


def by_keywords(description: Description, payload: Any) -> set[str]:
    """What the compiler finds wrong with a pet, as `comparable` writes it."""
    data = json.dumps(payload).encode()
    found, _ = validate_openapi(description, "Pet", data, formats=True, source="payload")
    return comparable([f"{violation.pointer} {violation.code}" for violation in found])


def comparable(told: list[str]) -> set[str]:
    """Violations as pointer and code, in the words of JSON Schema.

    Which of two equal items is told, and what of a union's variants, is not compared: that there is something is.
    """
    found = set()
    for each in told:
        pointer, _, code = each.removesuffix("?").rpartition(" ")
        union = next((place for place in _UNIONS if pointer.startswith(place)), None)
        if union is not None:
            found.add(f"{union} any-of")
        elif code == "unique-items":
            found.add("/tags unique-items")
        else:
            found.add(f"{pointer} {_KEYWORDS.get(code, code)}")
    return found
