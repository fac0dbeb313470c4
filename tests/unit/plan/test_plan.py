"""The plan as a whole, as `edmund inspect --plan` prints it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edmund.api import describe_plan
from edmund.cli import main
from edmund.description import load_description
from edmund.plan.plan import plan_of
from edmund.plan.style import NameStyle

SHOP = Path(__file__).parents[2] / "vectors" / "http" / "shop.openapi.yaml"
CALLS = Path(__file__).parents[2] / "vectors" / "calls.csdl"

OPENAPI = """
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://{region}.zoo.example', variables: {region: {default: eu}}}]
paths:
  /animals:
    get:
      operationId: listAnimals
      tags: [animals]
      parameters: [{name: legs, in: query, schema: {type: array, items: {type: integer}}}]
      responses:
        '200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
components:
  schemas:
    Animal:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {type: string}]
    Cat:
      type: object
      required: [kind]
      properties: {kind: {const: cat}}
"""


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    with pytest.raises(SystemExit) as stop:
        main(["inspect", "--plan", *arguments])
    assert not stop.value.code
    return json.loads(capsys.readouterr().out)


def test_a_plan_of_openapi(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "zoo.yaml"
    path.write_text(OPENAPI)
    animals = {
        "method": "GET",
        "path": "/animals",
        "parameters": [
            {
                "name": "legs",
                "label": "legs",
                "location": "query",
                "type": "[Int64]",
                "style": "form",
                "explode": True,
            }
        ],
        "answers": [
            {
                "status": "200",
                "outcome": "success",
                "contents": [{"form": "json", "media_type": "application/json", "type": "Animal"}],
            }
        ],
        "success": {
            "content": {"form": "json", "media_type": "application/json", "type": "Animal"}
        },
        "accept": "application/json",
        "security": {"is_optional": True},
        "id": "listAnimals",
        "tags": ["animals"],
    }
    variants = [
        {"type": "Cat", "name": "Cat", "kinds": ["object"]},
        {"type": "String", "name": "String", "kinds": ["string"]},
    ]
    assert _printed(capsys, "-m", str(path)) == {
        "names": "kiota",
        "base_url": "https://eu.zoo.example",
        "resources": {
            "/": {"home": {"kind": "root"}},
            "/animals": {"home": {"kind": "segment", "segment": "animals"}, "calls": [animals]},
        },
        "operations": {
            "groups": [
                {"name": "animals", "operations": [{"name": "list", "call": "GET /animals"}]}
            ]
        },
        "unions": {"Animal": {"variants": variants, "rule": "json kind"}},
        "said_members": {"Cat": {"kind": "cat"}},
    }


def test_a_plan_of_csdl(capsys: pytest.CaptureFixture[str]) -> None:
    plan = _printed(capsys, "-m", str(CALLS))
    assert isinstance(plan, dict)
    assert plan["names"] == "natural"
    assert plan["traits"] == {"version": "4.01", "batch_format": "json"}
    assert plan["resources"]["root"]["beside"] == {"people": [["email"]]}
    assert "operations" not in plan


def test_every_decision_of_a_large_description_is_data() -> None:
    """Nothing in a plan is a value that JSON does not have; the same plan is made twice."""
    surface = load_description(SHOP).surface
    text = json.dumps(describe_plan(surface), allow_nan=False)
    assert text == json.dumps(describe_plan(surface))
    plan = plan_of(surface)
    assert plan.names is NameStyle.KIOTA
    calls = [call for each in plan.resources.values() for call in each.calls]
    assert len(calls) == sum(len(resource.calls) for resource in surface.resources)
    assert text.count('"call": ') == len(calls)


def test_text_of_a_description_stays_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "zoo.yaml"
    path.write_text(OPENAPI.replace("name: legs", 'name: "a\\x1b[31m\\x7f\\u202e"'))
    with pytest.raises(SystemExit):
        main(["inspect", "--plan", "-m", str(path)])
    out = capsys.readouterr().out
    assert out.isascii()
    assert not {"\x1b", "\x7f"} & set(out)
    call = json.loads(out)["resources"]["/animals"]["calls"][0]
    assert call["parameters"][0]["name"] == "a\x1b[31m\x7f\u202e"


def test_a_name_beside_the_plan_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["inspect", "--plan", "-m", str(SHOP), "Pet"])
    assert stop.value.code == 2
    assert "--plan is of the whole service" in capsys.readouterr().err
