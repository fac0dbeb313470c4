"""The plan as a whole, as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from edmund.api import describe_plan, describe_plan_of_model, load
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


def test_a_plan_of_openapi(tmp_path: Path) -> None:
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
    assert describe_plan(load_description(path).surface) == {
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


def test_a_plan_of_csdl() -> None:
    plan: dict[str, Any] = describe_plan_of_model(load(CALLS))
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
