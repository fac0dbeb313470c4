"""Programs for OpenAPI descriptions call things as the client does that was made of them: in all languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from edmund import api
from edmund.config import load_configuration
from edmund.targets.registry import OWN_TARGETS

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: 'https://shop.example'}]
paths:
  /pets/:
    post:
      security: [{}, {token: []}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: ok}}
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"""
CONFIGURATION = """
[clients.shop]
metadata = ["shop.openapi.yaml"]
target = "TARGET"
package = "PACKAGE"
output = "out"

[names]
"Pet" = "Animal"
"Pet/name" = "called"
"/pets" = "zoo"
"""
PACKAGES = {
    "python": "shop",
    "csharp": "Shop",
    "go": "example.com/shop",
    "java": "com.example.shop",
    "php": "Shop",
    "typescript": "shop",
}
LINES = {
    "python": ('body = Animal(called="Name")', "await client.zoo.post(body)"),
    "csharp": ('Called = "Name",', "await client.Zoo.PostAsync(body);"),
    "go": ('body.SetCalled(odata.Pointer("Name"))', "client.Zoo().Post(ctx, body, nil)"),
    "java": ('body.setCalled("Name");', "client.zoo().post(body);"),
    "php": ("$body->setCalled('Name');", "$client->zoo()->post($body)->wait();"),
    "typescript": ('called: "Name"', "await client.zoo.post(body);"),
}


@pytest.mark.parametrize("target", OWN_TARGETS)
def test_given_names_and_calls_behind_a_slash_are_those_of_the_client(
    target: str, tmp_path: Path
) -> None:
    (tmp_path / "shop.openapi.yaml").write_text(DOCUMENT, "utf-8")
    text = CONFIGURATION.replace("TARGET", target).replace("PACKAGE", PACKAGES[target])
    (tmp_path / "edmund.toml").write_text(text, "utf-8")
    clients = tuple(load_configuration(tmp_path / "edmund.toml").clients)
    document = api.load_openapi(tmp_path / "shop.openapi.yaml", tmp_path)
    service = api.DescribedSamples(document, clients=clients)
    (written,), found = service.write(service.make(["POST /pets/"]), [target])
    assert found == ()
    for line in LINES[target]:
        assert line in written.text, written.text
