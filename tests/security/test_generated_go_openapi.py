"""Hostile text of OpenAPI descriptions in generated Go: found in literals and comments, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import go_check
import pytest
from security.hostile_descriptions import hostile_document
from security.test_csdl_cases import expand
from security.test_generated_go import MODULE, NAMES, check_output
from security.test_generated_python import HOSTILE
from security.test_openapi_cases import openapi_cases
from shared_material import needs_shared
from toolchains import needs
from toolchains import toolchain as toolchain_of

from edmund.config.inputs import InputFile
from edmund.description import below_root, parse_description
from edmund.diagnostics import EdmundError
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.files import RenderedFile
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.go.target import GO

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

Output = tuple[str, Sequence[RenderedFile]]
"""The text that is hostile, and the files."""


def outputs(path: Path, data: bytes, text: str = "") -> Iterator[Output]:
    """The clients of a description in both shapes; `text` is what things are named after."""
    read, _ = below_root(path, path.parent)
    surface = parse_description(InputFile(str(path), data), read).surface
    for shape in Shape:
        options = TargetOptions(MODULE, base_url="https://service.example", shape=shape)
        lowered = GO.lower(surface, options)
        yield text, render_files(lowered.files, TemplateSet("go"), workers=1)


def check_all(made: Sequence[Output], folder: Path) -> None:
    """Assert that all outputs are sound: the checker reads the standard library once."""
    arguments: list[str] = []
    for at, (text, files) in enumerate(made):
        check_output(files, text)
        place = folder / f"case{at}"
        go_check.write(files, place, support=not arguments)
        arguments.append(f"{MODULE}={place}")
    sound, said = go_check.check(folder / "check", arguments)
    assert sound, said
    assert toolchain_of("go").unformatted(folder) == []


def test_hostile_text_in_every_place(tmp_path: Path) -> None:
    made: list[Output] = []
    for text in HOSTILE:
        data = json.dumps(hostile_document(text)).encode("utf-8", "surrogatepass")
        try:
            made += outputs(tmp_path / "case.json", data, text)
        except EdmundError as failure:
            assert all(each.code for each in failure.diagnostics)
    assert len(made) > 20
    check_all(made, tmp_path)


def test_names_that_go_has_another_meaning_for(tmp_path: Path) -> None:
    """Each name is one of tags, operations, parameters, schemas, properties and paths at once."""
    variables = ("body", "request", "requestConfiguration", "ctx", "err", "b", "yield", "io")
    made: list[Output] = []
    for names in (*NAMES, variables, ("get", "list", "List stream", "iterate list", "Send")):
        made += outputs(tmp_path / "case.json", json.dumps(named(names)).encode())
    check_all(made, tmp_path)


def named(names: tuple[str, ...]) -> dict[str, object]:
    plain = [name for name in names if "/" not in name]
    text = {"schema": {"type": "string"}}
    return {
        "openapi": "3.1.0",
        "info": {"title": names[0], "version": "1"},
        "paths": {
            f"/{tag}/{at}/{{{name}}}": {
                "post": {
                    "tags": [tag],
                    "operationId": f"{name} {at}" if at else name,
                    "parameters": [
                        {"name": name, "in": "path", "required": True, **text},
                        *({"name": other, "in": "query", **text} for other in plain),
                    ],
                    "requestBody": {"content": {"text/plain": text}},
                    "responses": {"200": {"description": "", "content": {"*/*": text}}},
                }
            }
            for tag in plain
            for at, name in enumerate(plain)
        },
        "components": {
            "schemas": {
                name.replace(" ", "."): {
                    "type": "object",
                    "properties": {each: {"type": "string"} for each in plain},
                }
                for name in plain
                if name.isascii()
            }
        },
    }


@needs_shared
@pytest.mark.shared
def test_shared_cases(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY_FILE_CONTENT", "utf-8")
    made: list[Output] = []
    for case in openapi_cases():
        text = expand(case.text, url="http://127.0.0.1:9", file=canary)
        name = "case.json" if text.startswith("{") else "case.yaml"
        try:
            found = list(outputs(tmp_path / "root" / name, text.encode(case.encoding)))
        except EdmundError:
            continue  # Other tests say which errors these are.
        assert not any("CANARY_FILE_CONTENT" in f.text for _, files in found for f in files)
        made += [each for each in found if len(each[1]) < 2000]
    assert made
    check_all(made, tmp_path)
