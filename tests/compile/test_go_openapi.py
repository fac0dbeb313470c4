"""OpenAPI descriptions as Go modules: every document is type-checked whole, and vet has nothing to say of some."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import go_check
import pytest
from own_descriptions import OWN_DESCRIPTIONS
from shared_material import SHARED
from toolchains import needs
from toolchains import toolchain as toolchain_of
from vector_files import ROOT

from edmund.description import load_description
from edmund.diagnostics import EdmundError
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.files import RenderedFile
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.go.target import GO

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

OWN = sorted((ROOT / "tests" / "vectors" / "http").glob("*.openapi.yaml"))
OTHERS = SHARED / "openapi"
NO_DESCRIPTIONS = ("json-schema-2020-12", "json-schema-remotes", "oracle")


def generated(document: Path, package: str, shape: Shape = Shape.PATHS) -> tuple[RenderedFile, ...]:
    """The module of a document; raises EdmundError for one that cannot be read."""
    surface = load_description(document).surface
    assert list(GO.not_expressed(surface)) == []
    lowered = GO.lower(surface, TargetOptions(package, shape=shape))
    return render_files(lowered.files, TemplateSet("go"), workers=1)


def documents(unpacked: Path) -> Iterator[Path]:
    for path in sorted(OTHERS.rglob("*")):
        if path.suffix == ".gz":
            plain = unpacked / path.stem
            plain.write_bytes(gzip.decompress(path.read_bytes()))
            yield plain
        elif path.suffix in (".json", ".yaml", ".yml") and not (
            set(path.relative_to(OTHERS).parts) & set(NO_DESCRIPTIONS)
        ):
            yield path


def test_our_own_descriptions_type_check(tmp_path: Path) -> None:
    arguments: list[str] = []
    for at, document in enumerate(OWN_DESCRIPTIONS):
        for shape in Shape:
            package = f"example.com/{shape.value}{at}"
            folder = tmp_path / f"{shape.value}{at}"
            go_check.write(generated(document, package, shape), folder, support=not arguments)
            arguments.append(f"{package}={folder}")
    sound, said = go_check.check(tmp_path / "check", arguments)
    assert sound, said
    assert toolchain_of("go").unformatted(tmp_path) == []


@pytest.mark.skipif(not OTHERS.is_dir(), reason="the shared OpenAPI documents are not here")
def test_every_document_type_checks(tmp_path: Path) -> None:
    arguments: list[str] = []
    for at, document in enumerate(documents(tmp_path)):
        package = f"example.com/document{at}"
        try:
            files = generated(document, package)
        except EdmundError:
            continue
        go_check.write(files, tmp_path / str(at), support=not arguments)
        arguments.append(f"{package}={tmp_path / str(at)}")
    assert len(arguments) >= 200
    sound, said = go_check.check(tmp_path / "check", arguments)
    assert sound, said
    assert toolchain_of("go").unformatted(tmp_path) == []


@pytest.mark.parametrize("shape", Shape, ids=lambda shape: shape.value)
@pytest.mark.parametrize("document", OWN, ids=lambda path: path.stem)
def test_vet_has_nothing_to_say(document: Path, shape: Shape, tmp_path: Path) -> None:
    go_check.write(generated(document, "example.com/subject", shape), tmp_path, support=True)
    go = toolchain_of("go")
    go.run("vet", "./...", cwd=tmp_path)
    assert go.unformatted(tmp_path) == []
