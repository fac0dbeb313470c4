"""The vectors of calls over HTTP: complete, and of one mind with the plan of their descriptions."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from unit.plan.planned import calls_of_file
from vector_files import VECTORS

from edmund.description import load_description
from edmund.plan.contents import ContentForm
from edmund.plan.http_answers import Outcome
from edmund.surface.exchange import CredentialKind, Location, Style
from edmund.surface.types import Rule

HTTP = VECTORS / "http"
SHOP = calls_of_file(HTTP / "shop.openapi.yaml")
TYPES = load_description(HTTP / "types.openapi.yaml").surface.types


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HTTP / name).read_text("utf-8"))
    return found


STYLES = document("styles.json")["cases"]
CALLS = document("calls.json")["cases"]
WIRE = document("wire.json")


@pytest.mark.parametrize("cases", [STYLES, CALLS, WIRE["cases"], WIRE["made"]])
def test_names_are_unique(cases: list[dict[str, Any]]) -> None:
    names = [case["name"] for case in cases]
    assert len(names) == len(set(names))


def kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, list):
        return "list" if value else "empty list"
    if isinstance(value, dict):
        return "object" if value else "empty object"
    return "empty text" if value == "" else "scalar"


def test_each_style_is_written_both_ways_of_each_kind_of_value() -> None:
    found = {(case["style"], case["explode"], kind(case["value"])) for case in STYLES}
    both = (Style.MATRIX, Style.LABEL, Style.SIMPLE, Style.FORM, Style.COOKIE)
    kinds = ("scalar", "list", "object", "empty text", "null", "empty list", "empty object")
    wanted = {(s.value, e, k) for s, e, k in itertools.product(both, (False, True), kinds)}
    assert wanted - found == set()
    delimited = (Style.SPACE_DELIMITED, Style.PIPE_DELIMITED)
    assert {(s.value, False, k) for s in delimited for k in ("scalar", "list", "object")} <= found
    assert {case["style"] for case in STYLES} == {style.value for style in Style}
    assert {case["in"] for case in STYLES} == {location.value for location in Location}


def test_a_case_of_a_style_says_what_is_written_or_that_it_is_refused() -> None:
    assert all(("text" in case) != case.get("refused", False) for case in STYLES)


def test_each_operation_of_the_shop_is_called() -> None:
    assert {case["operation"] for case in CALLS} == set(SHOP)


@pytest.mark.parametrize("case", CALLS, ids=lambda case: case["name"])
def test_a_call_is_given_what_its_operation_takes(case: dict[str, Any]) -> None:
    call = SHOP[case["operation"]]
    given = case.get("given", {})
    taken: dict[str, set[str]] = {}
    for parameter in (*call.path_parameters, *call.parameters):
        taken.setdefault(parameter.location.value, set()).add(parameter.name)
    for location in Location:
        assert set(given.get(location.value, ())) <= taken.get(location.value, set())
    if "body" in given:
        assert call.bodies
    asked = case.get("request", {}).get("headers", {}).get("accept")
    if asked is not None and "accept" not in given:
        assert asked == call.accept
    sent = case.get("request", {}).get("headers", {}).get("content-type")
    if sent is not None and "media type" not in given:
        assert sent == call.bodies[0].media_type


@pytest.mark.parametrize("case", CALLS, ids=lambda case: case["name"])
def test_what_a_call_gives_is_one_thing(case: dict[str, Any]) -> None:
    if case.get("refused"):
        assert "request" not in case
        return
    results = {"value", "base64", "items", "nothing", "error"} & set(case["gives"])
    assert len(results) == 1
    status = case["answer"]["status"]
    assert ("error" in case["gives"]) == (status >= 400) or case["name"].startswith(
        "a page of another"
    )


def test_the_calls_show_every_form_outcome_and_credential() -> None:
    forms = {body.form for call in SHOP.values() for body in call.bodies}
    forms |= {c.form for call in SHOP.values() for a in call.answers for c in a.contents}
    assert forms == set(ContentForm)
    outcomes = {answer.outcome for call in SHOP.values() for answer in call.answers}
    assert outcomes == set(Outcome)
    statuses = {case["answer"]["status"] // 100 for case in CALLS if "answer" in case}
    assert statuses == {2, 3, 4, 5}
    kinds = {
        credential.kind
        for call in SHOP.values()
        for alternative in call.call.http.security or ()  # type: ignore[union-attr]
        for credential in alternative
    }
    assert kinds == {CredentialKind.BEARER, CredentialKind.BASIC, CredentialKind.API_KEY}


def test_every_kind_of_type_has_a_case() -> None:
    about = {each for case in WIRE["cases"] for each in case["about"]}
    assert {rule.value for rule in Rule} <= about
    others = "map list additional nullable enumeration recursion inheritance any constant"
    assert set(others.split()) <= about


@pytest.mark.parametrize("case", [*WIRE["cases"], *WIRE["made"]], ids=lambda case: case["name"])
def test_the_types_of_the_cases_are_there(case: dict[str, Any]) -> None:
    assert case["type"] in TYPES.by_name
    json.loads(case.get("text", "{}"))
    json.loads(case.get("written", "{}"))
    for read in case.get("reads", ()):
        assert read["state"] in ("absent", "null", "model", "value", "raw")
        if read["state"] in ("model", "value"):
            assert read["type"].startswith("Edm.") or read["type"] in TYPES.by_name
