"""Clients of OpenAPI descriptions in PHP: every file compiles, every class loads, PSR-12 has nothing against them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from own_descriptions import OWN_DESCRIPTIONS
from shared_material import SHARED, needs_shared
from toolchains import needs
from toolchains import php as toolchain

from edmund.description import load_description
from edmund.diagnostics import EdmundError
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.php.target import PHP

ROOT = Path(__file__).resolve().parents[2]
OPENAPI = SHARED / "openapi"
# What is no description of a service, though it ends like one.
OTHERS = ("json-schema-2020-12", "json-schema-remotes", "oracle")
# Sniffing takes minutes where there are more files.
MOST_SNIFFED = 400

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


def generate(document: Path, output: Path, shape: Shape = Shape.PATHS) -> list[Path]:
    surface = load_description(document).surface
    assert not list(PHP.not_expressed(surface))
    options = TargetOptions("Shop", None, "https://service.example/v1", shape=shape)
    lowered = PHP.lower(surface, options)
    for file in render_files(lowered.files, TemplateSet("php"), workers=1):
        path = output / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    return [output / file.path for file in lowered.files if file.path.endswith(".php")]


def check(package: Path, files: list[Path]) -> None:
    assert toolchain.lint(package)["files"] == len(files)
    names = [str(path.relative_to(package)) for path in files]
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) < 120
    sources = [package / "src" / "Generated", *package.glob("src/*.php")]
    if len(files) < MOST_SNIFFED:
        assert toolchain.sniff(*sources) == ""


@pytest.mark.parametrize("shape", Shape, ids=lambda shape: shape.value)
@pytest.mark.parametrize("document", OWN_DESCRIPTIONS, ids=lambda path: path.name)
def test_our_own_descriptions(document: Path, shape: Shape, tmp_path: Path) -> None:
    check(tmp_path, generate(document, tmp_path, shape))


def test_the_connectors_of_graph(tmp_path: Path) -> None:
    document = ROOT / "metadata" / "graph-identity.openapi.yaml"
    check(tmp_path, generate(document, tmp_path))


def test_support_code_is_clean() -> None:
    assert toolchain.sniff(ROOT / "templates" / "php" / "runtime" / "Http") == ""


def documents() -> list[Path]:
    found = (path for suffix in ("json", "yaml", "yml") for path in OPENAPI.rglob(f"*.{suffix}"))
    return sorted(p for p in found if p.relative_to(OPENAPI).parts[0] not in OTHERS)


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_all_documents_that_load(tmp_path: Path) -> None:
    """One test: a process for each of them would take longer than all the rest."""
    checked = 0
    for at, document in enumerate(documents()):
        package = tmp_path / str(at)
        try:
            files = generate(document, package)
        except EdmundError:
            continue  # It is no description, or one that is wrong: other tests say which.
        check(package, files)
        checked += 1
    assert checked >= 250


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "github-3.0.json",
        "kubernetes-core-v2.json",
        "kubernetes-core-v3.json",
        "twilio-api-v2010.yaml",
        "small/examples/gotd_bot_api.json",
    ],
)
def test_large_documents(name: str, tmp_path: Path) -> None:
    document = tmp_path / Path(name).name
    document.write_bytes(gzip.decompress((OPENAPI / f"{name}.gz").read_bytes()))
    check(tmp_path / "package", generate(document, tmp_path / "package"))
