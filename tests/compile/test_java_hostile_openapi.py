"""javac and google-java-format accept the clients of descriptions whose names and texts mean something in Java."""

from __future__ import annotations

from pathlib import Path

import pytest
from generated_java import workplace
from own_descriptions import OWN_DESCRIPTIONS
from toolchains import java, needs

from edmund.description import load_description
from edmund.pipeline import Recipe, compile_surface
from edmund.plan.shape import Shape
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

SUPPORT = "paths0.runtime"
"""Where the support code of all clients is: of the first one."""


def written(description: Path, package: str, shape: Shape, folder: Path) -> list[Path]:
    """The sources of a client, over the support code of the first one."""
    surface = load_description(description).surface
    recipe = Recipe(Selection(), "java", TargetOptions(package, shape=shape))
    found: list[Path] = []
    for file in compile_surface(surface, recipe, workers=1).files:
        is_other_support = "/runtime/" in file.path and f"{package}.runtime" != SUPPORT
        if file.path.endswith(".java") and not is_other_support:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text.replace(f"{package}.runtime", SUPPORT), "utf-8")
            found.append(path)
    return found


def test_clients_of_our_own_descriptions() -> None:
    folder = workplace() / "own-openapi"
    files = {
        shape: [
            file
            for at, description in enumerate(OWN_DESCRIPTIONS)
            for file in written(description, f"{shape.value}{at}", shape, folder)
        ]
        for shape in Shape
    }
    java.compile_java([file for each in files.values() for file in each], folder / "classes")
    # Methods of resources say all words of a path: lines of calls become longer than any formatter's.
    unformatted = java.unformatted(files[Shape.PATHS], workplace())
    # A package of another length than the one that is written would sort and wrap otherwise.
    assert [each for each in unformatted if ": import " not in each] == []
    texts = [path.read_text("utf-8") for path in files[Shape.PATHS]]
    assert not any("\u2028" in text or "\\u002a" in text for text in texts)
