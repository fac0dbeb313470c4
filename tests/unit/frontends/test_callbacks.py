"""What a service calls at its client: kept by slices, listed by inspect, validated by its types."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.cli.cli_run import edmund

from edmund import api
from edmund.slicing.slice import Selection
from edmund.slicing.surface_slice import slice_surface

DOCUMENT = """
openapi: 3.1.0
info: {title: Hooks, version: '1'}
paths:
  /subscribe:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {url: {type: string}}}}}}
      responses: {'201': {description: ok}}
      callbacks:
        onEvent:
          '{$request.body#/url}':
            post:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Ack'}}}}}
  /other: {get: {responses: {'204': {description: ok}}}}
webhooks:
  newPet:
    post:
      requestBody: {content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}}
      responses: {'200': {description: ok}}
components:
  schemas:
    Event: {type: object, required: [id], properties: {id: {type: string}, at: {$ref: '#/components/schemas/When'}}}
    When: {type: object, properties: {t: {type: string}}}
    Ack: {type: object, properties: {ok: {type: boolean}}}
    Unused: {type: object, properties: {x: {type: string}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hooks.yaml").write_text(DOCUMENT, "utf-8")
    return tmp_path


def test_a_call_has_its_callbacks(folder: Path) -> None:
    surface = api.load_openapi(folder / "hooks.yaml", folder).surface
    (call,) = surface.by_id["/subscribe"].calls
    assert call.http is not None
    (callback,) = call.http.callbacks
    assert (callback.method, callback.path) == ("POST", "{$request.body#/url}")


def test_a_slice_keeps_what_callbacks_send_and_take(folder: Path) -> None:
    surface = api.load_openapi(folder / "hooks.yaml", folder).surface
    part = slice_surface(surface, Selection((), ("/subscribe",))).surface
    names = {each.name for each in part.types.types}
    assert names == {"SubscribePostRequestBody", "Event", "When", "Ack"}
    other = slice_surface(surface, Selection((), ("/other",))).surface
    assert other.types.types == ()


def test_webhooks_have_types_that_can_be_selected(folder: Path) -> None:
    surface = api.load_openapi(folder / "hooks.yaml", folder).surface
    assert "NewPetWebhookPostRequestBody" in surface.types.by_name
    selection = Selection(("NewPetWebhookPostRequestBody",), ("/other",))
    kept = slice_surface(surface, selection).surface.types.types
    assert [each.name for each in kept] == ["NewPetWebhookPostRequestBody"]


def test_inspect_lists_callbacks(folder: Path) -> None:
    run = edmund(folder, "inspect", "-m", "hooks.yaml", "/subscribe")
    assert run.code == 0, run.err
    assert "calls back POST {$request.body#/url}" in run.out
    assert "body application/json: Event" in run.out


@pytest.mark.parametrize(
    ("type_", "payload", "code"),
    [
        ("Event", '{"id": "1"}', 0),
        ("Event", '{"at": {}}', 1),
        ("#/webhooks/newPet/post/requestBody/content/application~1json/schema", "{}", 1),
    ],
)
def test_what_comes_is_validated(folder: Path, type_: str, payload: str, code: int) -> None:
    (folder / "payload.json").write_text(payload, "utf-8")
    run = edmund(folder, "validate", "-m", "hooks.yaml", "--type", type_, "payload.json")
    assert run.code == code, run.err
