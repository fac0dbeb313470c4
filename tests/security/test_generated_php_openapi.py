"""Hostile text of OpenAPI descriptions in generated PHP: found in literals and comments, and nowhere else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from security.test_csdl_cases import expand
from security.test_generated_php import OWN, check_output
from security.test_generated_python import HOSTILE
from security.test_openapi_cases import Case, openapi_cases
from shared_material import needs_shared
from toolchains import needs
from toolchains import php as toolchain

from edmund.config.inputs import InputFile
from edmund.description import below_root, parse_description
from edmund.diagnostics import EdmundError
from edmund.render.environment import TemplateSet
from edmund.render.files import RenderedFile
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.php.target import PHP

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@dataclass(frozen=True)
class Output:
    files: tuple[RenderedFile, ...]


def compile_php(path: Path, data: bytes) -> Output:
    read, _ = below_root(path, path.parent)
    surface = parse_description(InputFile(str(path), data), read).surface
    lowered = PHP.lower(surface, TargetOptions("Canary", base_url="https://service.example"))
    return Output(tuple(render_files(lowered.files, TemplateSet("php"), workers=1)))


def hostile_document(text: str) -> dict[str, Any]:
    """A description with the same text in every place that anything is made of."""
    said = {"description": text, "summary": text, "deprecated": True, "tags": [text]}
    schema = {"$ref": "#/components/schemas/T"}
    parameters = [
        {
            "name": text,
            "in": place,
            "description": text,
            "schema": {"type": "string", "default": text},
        }
        for place in ("query", "cookie")
    ]
    answer = {"description": text, "content": {"application/json": {"schema": schema}}}
    form = {"schema": {"type": "object", "properties": {text: {"type": "string"}}}}
    call = {
        **said,
        "operationId": text,
        "parameters": parameters,
        "requestBody": {"description": text, "content": {"multipart/form-data": form}},
        "responses": {"200": answer, "default": answer},
        "security": [{"s": [text]}],
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": text, "description": text},
        "tags": [{"name": text, "description": text}],
        "paths": {
            "/a/{key}": {"post": call, **{k: v for k, v in said.items() if k == "description"}}
        },
        "components": {
            "securitySchemes": {
                "s": {"type": "apiKey", "in": "header", "name": "X-Key", "description": text}
            },
            "schemas": {
                "T": {
                    "type": "object",
                    "description": text,
                    "required": [text],
                    "properties": {
                        text: {
                            "type": "string",
                            "description": text,
                            "pattern": text,
                            "default": text,
                        },
                        "e": {"enum": [text, 1.5, None, True], "description": text},
                        "c": {"const": text},
                        "m": {"type": "object", "additionalProperties": {"enum": [text]}},
                    },
                    "discriminator": {
                        "propertyName": text,
                        "mapping": {text: "#/components/schemas/D"},
                    },
                },
                "D": {"allOf": [schema, {"type": "object", "description": text}]},
                "U": {"oneOf": [{"type": "string", "const": text}, schema], "description": text},
            },
        },
    }


@pytest.mark.parametrize("text", [*HOSTILE, *OWN], ids=range(len(HOSTILE) + len(OWN)))
def test_hostile_text_in_every_place(text: str, tmp_path: Path) -> None:
    data = json.dumps(hostile_document(text)).encode("utf-8", "surrogatepass")
    output = compile_php(tmp_path / "case.json", data)
    folder = tmp_path / "out"
    check_output(output, folder)  # type: ignore[arg-type]
    if text in OWN:
        assert toolchain.sniff(folder / "src" / "Generated") == ""


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("case", openapi_cases(), ids=lambda c: f"{c.id}-{c.kind}")
def test_shared_case(case: Case, tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY_FILE_CONTENT", "utf-8")
    text = expand(case.text, url="http://127.0.0.1:9", file=canary)
    name = "case.json" if text.startswith("{") else "case.yaml"
    try:
        output = compile_php(tmp_path / "root" / name, text.encode(case.encoding))
    except EdmundError:
        return  # Other tests say which errors these are.
    if len(output.files) < 2000:
        check_output(output, tmp_path / "out")  # type: ignore[arg-type]
    assert not any("CANARY_FILE_CONTENT" in file.text for file in output.files)
