"""`edmund init` for OpenAPI descriptions: a configuration that generates at once, and names of methods."""

from __future__ import annotations

from pathlib import Path

from unit.cli.cli_run import edmund

from edmund.config import load_configuration
from edmund.plan.shape import Shape
from edmund.targets.registry import TARGETS

API = """\
openapi: 3.1.0
info: {title: Pet Shop, version: '1'}
servers: [{url: 'https://{where}.example.com/v1', variables: {where: {default: pets}}}]
paths:
  /pets:
    get: {tags: [pets], operationId: listPets, responses: {204: {description: none}}}
  /pets/{id}:
    get: {tags: [pets], operationId: findPet, responses: {204: {description: none}}}
"""
STAINLESS = "resources: {animals: {methods: {retrieve: 'get /pets/{pet_id}'}}}"


def test_names_from_tags_are_written_beside_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(API, "utf-8")
    made = edmund(tmp_path, "init", "api.yaml", "--names-from", "openapi-tags")
    assert made.code == 0, made.err
    (client,) = load_configuration(tmp_path / "edmund.toml").clients
    has_shape = Shape.OPERATIONS in TARGETS["python"].shapes
    assert client.shape == ("operations" if has_shape else None)
    assert client.calls == tmp_path / "calls.toml"
    assert client.base_url == "https://pets.example.com/v1"
    text = (tmp_path / "calls.toml").read_text("utf-8")
    assert text.endswith('[resources.pets]\nfind = "GET /pets/{id}"\nlist = "GET /pets"\n')
    again = edmund(tmp_path, "init", "api.yaml", "--names-from", "openapi-tags")
    assert (again.code, "EDM612" in again.err) == (2, True)


def test_names_of_another_generator_count_and_the_rest_is_named(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(API, "utf-8")
    (tmp_path / "stainless.yml").write_text(STAINLESS, "utf-8")
    made = edmund(tmp_path, "init", "api.yaml", "--names-from", "stainless.yml", "--stdout")
    assert made.code == 0, made.err
    assert '[resources.animals]\nretrieve = "GET /pets/{id}"' in made.out
    assert '[resources.pets]\nlist = "GET /pets"' in made.out
    assert 'shape = "operations"' in made.out
    assert not (tmp_path / "calls.toml").exists()
    (tmp_path / "stainless.yml").write_text(STAINLESS.replace("pets/", "pet/"), "utf-8")
    gone = edmund(tmp_path, "init", "api.yaml", "--names-from", "stainless.yml", "--stdout")
    assert (gone.code, "EDM757" in gone.err) == (2, True)
