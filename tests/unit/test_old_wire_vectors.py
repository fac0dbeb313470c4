"""The vectors of the old wire: complete, and about what their descriptions have."""

from __future__ import annotations

from typing import Any

import pytest
from old_wire_answers import FILES_OF_CALLS, FILES_OF_FILTERS, FILES_OF_VALUES, LITERALS, document
from vector_files import model_of

from edmund.surface.declared_types import types_of

# [MS-ODATA], section 2.2.2; Edm.Float is another name of Edm.Single there.
BUILT_IN = {
    *("Edm.Binary", "Edm.Boolean", "Edm.Byte", "Edm.DateTime", "Edm.DateTimeOffset", "Edm.Decimal"),
    *("Edm.Double", "Edm.Guid", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.SByte", "Edm.Single"),
    *("Edm.String", "Edm.Time"),
}


@pytest.mark.parametrize("name", ["literals", *FILES_OF_VALUES, *FILES_OF_FILTERS, *FILES_OF_CALLS])
def test_names_are_unique(name: str) -> None:
    found = document(name)
    for cases in (found["cases"], found.get("made", [])):
        names = [case["name"] for case in cases]
        assert len(names) == len(set(names))


def test_every_built_in_type_has_a_literal() -> None:
    assert {case["type"] for case in LITERALS} == BUILT_IN


@pytest.mark.parametrize("name", FILES_OF_VALUES)
def test_the_types_of_the_cases_are_there(name: str) -> None:
    found = document(name)
    declared = types_of(model_of(found["model"])).by_name
    for case in (*found["cases"], *found["made"]):
        assert case["type"].removeprefix("Collection(").removesuffix(")") in declared


@pytest.mark.parametrize("name", FILES_OF_CALLS)
def test_requests_and_answers_come_in_pairs(name: str) -> None:
    for case in document(name)["cases"]:
        exchanges: list[dict[str, Any]] = [case, *case.get("then", ())]
        for exchange in exchanges:
            assert exchange["request"]["url"].startswith("https://shop.example/odata")
            assert exchange["answer"]["status"] >= 200


def test_the_calls_show_every_method_and_kind_of_result() -> None:
    cases = document("calls")["cases"]
    methods = {e["request"]["method"] for c in cases for e in (c, *c.get("then", ()))}
    assert methods == {"GET", "POST", "PUT", "MERGE", "DELETE"}
    results = {member for case in cases for member in case["gives"]}
    kinds = {"becomes", "items", "value", "references", "base64", "nothing", "error", "answers"}
    assert kinds <= results
