"""Every OpenAPI description at hand gives a TypeScript package that compiles, as strict as it gets."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from generated_package import METADATA
from own_descriptions import OWN_DESCRIPTIONS
from shared_material import SHARED, needs_shared
from toolchains import needs, typescript

from edmund.description import load_description
from edmund.diagnostics import EdmundError
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

OWN = (METADATA / "graph-identity.openapi.yaml", *OWN_DESCRIPTIONS)
OPENAPI = SHARED / "openapi"
# Schemas without a service, and a client that another generator made.
_OTHER = {"json-schema-2020-12", "json-schema-remotes", "oracle"}


def descriptions() -> list[Path]:
    """The shared documents that may be descriptions; what is packed is read by the test of large ones."""
    found = (p for p in OPENAPI.rglob("*") if p.suffix in (".json", ".yaml", ".yml"))
    return sorted(p for p in found if not _OTHER & set(p.parts))


def package(source: Path, folder: Path, name: str, shape: Shape = Shape.PATHS) -> bool:
    """The package of a description in a folder of its own; the support code, which all share, lies beside it.

    False for what is no description, or one with errors: other tests say so of them.
    """
    try:
        surface = load_description(source).surface
    except EdmundError:
        return False
    target = TARGETS["typescript"]
    assert list(target.not_expressed(surface)) == []
    lowered = target.lower(
        surface, TargetOptions(name, base_url="https://service.example", shape=shape)
    )
    for file in render_files(lowered.files, TemplateSet("typescript"), workers=1):
        inside = file.path.removeprefix("src/")
        path = folder / ("shared" if inside.startswith("runtime/") else f"{name}/src") / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    return True


def compile_all(folder: Path) -> None:
    roots = sorted(str(path.relative_to(folder)) for path in folder.glob("*/src"))
    typescript.write_project(folder, ["*/src", "shared"], None, rootDirs=[*roots, "shared"])
    typescript.compile_project(folder)


def test_our_own_descriptions_compile(tmp_path: Path) -> None:
    for at, source in enumerate(OWN):
        for shape in Shape:
            assert package(source, tmp_path, f"{shape.value}{at}", shape)
    compile_all(tmp_path)


def test_prettier_and_eslint_leave_the_output_alone(tmp_path: Path) -> None:
    assert all(package(source, tmp_path, f"own{at}") for at, source in enumerate(OWN))
    assert typescript.unformatted(tmp_path, ["**/*.ts"]) == []
    assert typescript.lint(tmp_path, ".") == ""


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_all_descriptions_compile(tmp_path: Path) -> None:
    sources = descriptions()
    done = [package(source, tmp_path, f"d{at}") for at, source in enumerate(sources)]
    assert sum(done) > 200
    compile_all(tmp_path)


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(OPENAPI.glob("*.gz")), ids=lambda path: path.stem)
def test_large_descriptions_compile(path: Path, tmp_path: Path) -> None:
    source = tmp_path / path.stem
    source.write_bytes(gzip.decompress(path.read_bytes()))
    folder = tmp_path / "out"
    assert package(source, folder, "service")
    compile_all(folder)
    shutil.rmtree(folder)
