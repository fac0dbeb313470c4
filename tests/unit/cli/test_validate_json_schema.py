"""`edmund validate` with a JSON Schema document in place of metadata."""

import json
from pathlib import Path

import pytest
from unit.cli.cli_run import edmund

from edmund import api

SCHEMA = """{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$defs": {
    "pet": {
      "type": "object",
      "properties": {"name": {"type": "string"}, "born": {"format": "date"}, "owner": {"$ref": "owner.json"}},
      "required": ["name"]
    }
  },
  "type": "array",
  "items": {"$ref": "#/$defs/pet"}
}
"""
OWNER = '{"type": "object", "properties": {"mail": {"type": "string"}}}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "schema.json").write_text(SCHEMA, "utf-8")
    (tmp_path / "owner.json").write_text(OWNER, "utf-8")
    (tmp_path / "good.json").write_text('[{"name": "Rex", "born": "once"}]', "utf-8")
    (tmp_path / "bad.json").write_text('{\n  "born": 1,\n  "owner": {"mail": null}\n}', "utf-8")
    return tmp_path


def validate(folder: Path, *more: str) -> tuple[int, str, str]:
    run = edmund(folder, "validate", "-m", "schema.json", "-m", "owner.json", *more)
    return run.code, run.out, run.err


def test_valid_payloads(folder: Path) -> None:
    code, out, _ = validate(folder, "--type", "#", "good.json")
    assert (code, out) == (0, "good.json is valid\n")
    code, out, _ = validate(folder, "--type", "#", "--formats", "good.json")
    assert code == 1
    assert out == "good.json:1:18: error: /0/born: format: the text is not of the format date\n"


def test_violations_have_their_places(folder: Path) -> None:
    code, out, _ = validate(folder, "--type", "#/$defs/pet", "bad.json")
    assert code == 1
    assert out.splitlines() == [
        "bad.json:1:1: error: /name: required: the member is required",
        "bad.json:3:13: error: /owner/mail: wrong-type: a string is expected",
    ]


def test_violations_as_json(folder: Path) -> None:
    code, out, _ = validate(folder, "--type", "#/$defs/pet", "--format", "json", "bad.json")
    assert code == 1
    violations = json.loads(out)["violations"]
    assert violations[1] == {
        "pointer": "/owner/mail",
        "code": "wrong-type",
        "message": "a string is expected",
        "severity": "error",
        "line": 3,
        "column": 13,
        "keyword": "file:///owner.json#/properties/mail/type",
    }


def test_what_cannot_be_checked(folder: Path) -> None:
    code, _, err = validate(folder, "--type", "pet", "good.json")
    assert code == 2
    assert "EDM767" in err
    assert "did you mean '#/$defs/pet'?" in err
    (folder / "owner.json").write_text('{\n"type": "txt"}', "utf-8")
    code, _, err = validate(folder, "--type", "#", "good.json")
    assert code == 2
    assert "owner.json:2:1: error[EDM763]" in err
    (folder / "owner.json").write_text('{"type": "null", "type": "null"}', "utf-8")
    assert "EDM107" in validate(folder, "--type", "#", "good.json")[2]
    code, _, err = validate(folder, "--type", "#", "--operation", "create", "good.json")
    assert code == 2
    assert "--operation" in err
    (folder / "no.json").write_text("{", "utf-8")
    code, _, err = validate(folder, "--type", "#", "no.json")
    assert code == 2


def test_what_is_left_out_is_told(folder: Path) -> None:
    (folder / "owner.json").write_text('{"pattern": "(a)\\\\1"}', "utf-8")
    code, _, err = validate(folder, "--type", "#", "good.json")
    assert code == 0
    assert "owner.json:1:2: warning[EDM765]" in err
    code, _, err = validate(folder, "--type", "#", "--strict", "good.json")
    assert code == 2


def test_the_library(folder: Path) -> None:
    schemas = api.load_json_schema(folder / "schema.json", folder / "owner.json")
    found, warnings = api.validate_json(schemas, "#", '[{"name": 1}]')
    assert [(each.pointer, each.code) for each in found] == [("/0/name", "wrong-type")]
    assert warnings == ()
    with pytest.raises(api.EdmundError, match="EDM802"):
        api.validate_json(schemas, "#", "[")


def test_which_documents_are_json_schemas(tmp_path: Path) -> None:
    file = tmp_path / "document"
    for text in ("true", "{}", SCHEMA, "\ufeff" + OWNER, '{"$id": "x"}'):
        file.write_text(text, "utf-8")
        assert api.is_json_schema(file), text
    for text in (
        "<a/>",
        '{"$Version": "4.0", "type": 1}',
        '{"openapi": "3.1.0"}',
        "{",
        "[]",
        '{"a": 1}',
    ):
        file.write_text(text, "utf-8")
        assert not api.is_json_schema(file), text
