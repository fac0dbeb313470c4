"""javac accepts, without a warning, the clients of all OpenAPI descriptions of the shared material."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from generated_java import workplace
from shared_material import SHARED, needs_shared
from toolchains import java, needs

from edmund.description import load_description
from edmund.diagnostics import EdmundError
from edmund.pipeline import Recipe, compile_surface
from edmund.slicing.slice import Selection
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

pytestmark = [needs("java"), needs_shared, pytest.mark.shared, pytest.mark.xdist_group("java")]

DOCUMENTS = SHARED / "openapi"
ASIDE = {"json-schema-2020-12", "json-schema-remotes", "oracle"}
GITHUB = "github-3.0.json.gz"
LARGE = {GITHUB, "kubernetes-core-v2.json.gz", "kubernetes-core-v3.json.gz"}
ROOT = "shared0"


def descriptions() -> list[Path]:
    """The files that may be descriptions; parts of others are among them."""
    return [
        path
        for path in sorted(DOCUMENTS.rglob("*"))
        if path.suffix in (".yaml", ".yml", ".json", ".gz") and not ASIDE & set(path.parts)
    ]


def unpacked(path: Path) -> Path:
    """The file, or what is in it."""
    if path.suffix != ".gz":
        return path
    plain = workplace() / path.stem
    with gzip.open(path) as packed, plain.open("wb") as to:
        shutil.copyfileobj(packed, to)
    return plain


def surfaces(paths: Iterable[Path]) -> list[Surface]:
    found = []
    for path in paths:
        try:
            found.append(load_description(unpacked(path)).surface)
        except EdmundError:
            continue  # What is wrong with it is told elsewhere.
    return found


def compiled(name: str, paths: Iterable[Path]) -> int:
    """Compiles the clients of all of `paths` at once, over one copy of the support code; how many there are."""
    folder = workplace() / name
    files: list[Path] = []
    made = surfaces(paths)
    for number, surface in enumerate(made):
        package = f"shared{number}"
        recipe = Recipe(Selection(), "java", TargetOptions(package))
        for file in compile_surface(surface, recipe, workers=1).files:
            assert len(file.path) < 120, file.path
            is_support = "/runtime/" in file.path
            if not file.path.endswith(".java") or (is_support and number):
                continue
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text.replace(f"{package}.runtime", f"{ROOT}.runtime"), "utf-8")
            files.append(path)
    java.compile_java(files, folder / "classes")
    return len(made)


def test_clients_of_all_descriptions_but_the_largest() -> None:
    assert compiled("openapi", (p for p in descriptions() if p.name not in LARGE)) > 200


@pytest.mark.parametrize("name", sorted(LARGE))
def test_client_of_a_large_description(name: str) -> None:
    assert compiled(name.partition(".")[0], [DOCUMENTS / name]) == 1
