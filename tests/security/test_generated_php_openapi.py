"""Hostile text of OpenAPI descriptions in generated PHP: found in literals and comments, and nowhere else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from security.hostile_descriptions import hostile_document
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
