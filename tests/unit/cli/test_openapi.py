"""OpenAPI on the command line: inspect, validate, init, generate and lock know what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from unit.cli.cli_run import GOOD_CSDL, edmund

from edmund.frontends.detect import Format, format_of

API = """\
openapi: 3.1.0
info: {title: Pet Shop, version: '1'}
servers: [{url: 'https://pets.example.com/v1'}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {200: {description: ok, content: {application/json: {schema: {$ref: 'parts.yaml#/Pet'}}}}}
components: {schemas: {Toy: {type: object, required: [name], properties: {name: {type: string}}}}}
"""
PARTS = "Pet: {type: object, properties: {name: {type: string}, toy: {$ref: 'api.yaml#/components/schemas/Toy'}}}"


def project(folder: Path) -> Path:
    (folder / "api.yaml").write_text(API, "utf-8")
    (folder / "parts.yaml").write_text(PARTS, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        (GOOD_CSDL, Format.CSDL_XML),
        ("", Format.CSDL_XML),
        ('{"$Version": "4.01"}', Format.CSDL_JSON),
        ('{"$EntityContainer": "a.b", "$Version": "4.01", "openapi": {}}', Format.CSDL_JSON),
        ('{"info": {"x": "openapi"}, "openapi": "3.0.0"}', Format.OPENAPI),
        ('{"swagger": "2.0"}', Format.OPENAPI),
        ("# a comment\n---\ninfo: {}\nopenapi: 3.1.0\n", Format.OPENAPI),
        ("'swagger': '2.0'", Format.OPENAPI),
        ("x:\n  openapi: 3.0.0\n", Format.CSDL_XML),
        ('{"type": "object"}', Format.JSON_SCHEMA),
        ('{"properties": {"openapi": {}}}', Format.JSON_SCHEMA),
        ('{"a": [', Format.CSDL_JSON),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_one_answer_to_what_a_file_is(text: str, format_: Format, encoding: str) -> None:
    assert format_of(text.encode(encoding)) is format_


def test_inspect_shows_coverage_paths_and_types(tmp_path: Path) -> None:
    folder = project(tmp_path)
    whole = edmund(folder, "inspect", "-m", "api.yaml")
    assert whole.code == 0
    assert "1 of 1 operations, 2 schemas, nothing left out" in whole.out
    assert "  /pets/{id}" in whole.out
    path = edmund(folder, "inspect", "-m", "api.yaml", "/pets/{id}")
    assert "GET  getPet" in path.out
    assert "200 -> application/json: Pet" in path.out
    type_ = edmund(folder, "inspect", "-m", "api.yaml", "--json", "Toy")
    record = json.loads(type_.out)["type"]
    assert record["members"][0]["name"] == "name"
    assert record["members"][0]["required"]
    gone = edmund(folder, "inspect", "-m", "api.yaml", "Toyy")
    assert (gone.code, "did you mean 'Toy'" in gone.err) == (2, True)


def test_validate_goes_by_the_schema_across_files(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "bad.json").write_text('{"toy":\n {"name": 1}}', "utf-8")
    pointer = "#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema"
    bad = edmund(folder, "validate", "-m", "api.yaml", "--type", pointer, "bad.json")
    assert (bad.code, "bad.json:2:3" in bad.out, "/toy/name" in bad.out) == (1, True, True)
    named = edmund(folder, "validate", "-m", "api.yaml", "--type", "Toy", "bad.json")
    assert (named.code, "/name: required" in named.out) == (1, True)
    (folder / "good.json").write_text('{"name": "ball"}', "utf-8")
    assert edmund(folder, "validate", "-m", "api.yaml", "--type", "Toy", "good.json").code == 0
    gone = edmund(folder, "validate", "-m", "api.yaml", "--type", "Toys", "good.json")
    assert (gone.code, "did you mean 'Toy'" in gone.err) == (2, True)


def test_init_takes_title_and_server(tmp_path: Path) -> None:
    made = edmund(project(tmp_path), "init", "--stdout", "api.yaml")
    assert made.code == 0
    assert 'base_url = "https://pets.example.com/v1"' in made.out
    assert 'package = "pet_shop"' in made.out


def test_a_description_goes_with_no_other_metadata(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "service.csdl").write_text(GOOD_CSDL, "utf-8")
    arguments = ["--metadata", "api.yaml", "service.csdl", "--target", "python"]
    made = edmund(folder, "generate", *arguments, "--package", "pets", "--output", "out")
    assert (made.code, "EDM756" in made.err) == (2, True)


def test_a_reference_out_of_the_root_is_refused(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    project(inner)
    (inner / "api.yaml").write_text(API.replace("parts.yaml", "../parts.yaml"), "utf-8")
    (tmp_path / "parts.yaml").write_text(PARTS, "utf-8")
    refused = edmund(inner, "inspect", "-m", "api.yaml")
    assert (refused.code, "EDM735" in refused.err) == (2, True)
    # From the folder above both files are below the root.
    text = PARTS.replace("api.yaml", "inner/api.yaml")
    (tmp_path / "parts.yaml").write_text(text, "utf-8")
    assert edmund(tmp_path, "inspect", "-m", "inner/api.yaml").code == 0


def test_lock_reviews_what_became_of_the_description(tmp_path: Path) -> None:
    folder = project(tmp_path)
    assert edmund(folder, "init", "api.yaml").code == 0
    assert edmund(folder, "lock").code == 0
    changed = API.replace("operationId: getPet", "operationId: getPet\n      deprecated: true")
    (folder / "api.yaml").write_text(changed, "utf-8")
    told = edmund(folder, "lock")
    assert told.code == 0
    assert "could not" not in told.out + told.err
    assert "deprecated-added" in told.out + told.err


def test_review_knows_whether_methods_are_named_after_operations(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        project(tmp_path / name)
    (tmp_path / "new" / "api.yaml").write_text(API.replace("getPet", "readPet"), "utf-8")
    for shape, code in (("paths", 0), ("operations", 1)):
        client = f'target = "python"\npackage = "pets"\noutput = "out"\nshape = "{shape}"\n'
        (tmp_path / "edmund.toml").write_text(
            f'[clients.pets]\nmetadata = "old/api.yaml"\n{client}', "utf-8"
        )
        told = edmund(tmp_path, "review", "old/api.yaml", "new/api.yaml")
        assert (told.code, "call-id-changed" in told.out) == (code, code == 1)


def test_review_tells_both_places(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        project(tmp_path / name)
    (tmp_path / "new" / "api.yaml").write_text(
        API.replace("type: integer", "type: boolean"), "utf-8"
    )
    told = edmund(tmp_path, "review", "old/api.yaml", "new/api.yaml", "--format", "json")
    (finding,) = json.loads(told.out)["changes"]
    assert (told.code, finding["id"]) == (1, "call-parameter-type-changed")
    places = [(finding[side]["file"], finding[side]["line"]) for side in ("old", "new")]
    assert places == [("old/api.yaml", 8), ("new/api.yaml", 8)]
    (tmp_path / "service.csdl").write_text(GOOD_CSDL, "utf-8")
    refused = edmund(tmp_path, "review", "old/api.yaml", "service.csdl")
    assert (refused.code, "EDM701" in refused.err) == (2, True)
