"""Java clients whose calls are methods of resources: what they are called."""

from __future__ import annotations

from pathlib import Path

from edmund.description import load_description
from edmund.plan.shape import Shape
from edmund.targets.contract import TargetOptions
from edmund.targets.java.http_operations import HttpOperations
from edmund.targets.java.layout import lay_out
from edmund.targets.java.target import JAVA

SHOP = Path(__file__).resolve().parents[2] / "vectors" / "http" / "shop.openapi.yaml"
OPTIONS = TargetOptions("shop", shape=Shape.OPERATIONS)

MEETING = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /a:
    get: {tags: [pets], operationId: get, responses: {'204': {description: Done.}}}
    put: {tags: [pets], operationId: getAsync, responses: {'204': {description: Done.}}}
    post:
      tags: [pets]
      operationId: update
      requestBody: {content: {text/plain: {schema: {type: string}}}}
      responses: {'204': {description: Done.}}
    delete: {tags: [pets], operationId: updateBody, responses: {'204': {description: Done.}}}
    patch: {tags: [pets], operationId: new, responses: {'204': {description: Done.}}}
  /b:
    get: {tags: [PETS tags], operationId: notify, responses: {'204': {description: Done.}}}
    put: {operationId: send, responses: {'204': {description: Done.}}}
"""


def test_calls_are_methods_of_resources() -> None:
    found = JAVA.symbols(load_description(SHOP).surface, OPTIONS)
    assert found["GET /pets"] == "client.pets().list(...)"
    assert found["Pet/name"] == "Pet.getName"
    assert not any(name.startswith("/") for name in found)


def test_names_that_meet_are_told_apart(tmp_path: Path) -> None:
    source = tmp_path / "meeting.yaml"
    source.write_text(MEETING, "utf-8")
    surface = load_description(source).surface
    operations = HttpOperations(surface, lay_out(surface, "shop"), {})
    assert operations.symbols() == {
        "GET /a": "client.pets().get(...)",
        "PUT /a": "client.pets().getAsync_2(...)",
        "POST /a": "client.pets().update(...)",
        "DELETE /a": "client.pets().updateBody(...)",
        "PATCH /a": "client.pets().newPath(...)",
        "GET /b": "client.petsTags().notifyPath(...)",
        "PUT /b": "client.b().send(...)",
    }
    (pets,) = (file for file in operations.files() if file.path.endswith("/PetsOperations.java"))
    constants = [line.split(" =")[0].split()[-1] for line in pets.view.constants]  # type: ignore[attr-defined]
    assert sorted(constants) == [
        "GET",
        "GET_ASYNC_2",
        "NEW_PATH",
        "UPDATE",
        "UPDATE_BODY",
        "UPDATE_BODY_2",
    ]
