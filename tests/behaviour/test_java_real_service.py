"""One story of the generated Java clients and the real service, at OData 4.0 and at 2.0."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from behaviour.depot import Depot, Depots
from generated_java import HARNESS, generate, sources, workplace
from toolchains import java, needs

STORY = HARNESS / "depot"
CHAPTERS = (
    *("created", "linked", "paged", "changed", "guarded", "streamed", "operated", "failed"),
    *("batched", "deleted", "asked"),
)

pytestmark = [needs("java"), pytest.mark.xdist_group("real-service")]


@pytest.fixture(scope="module")
def classes(depots: Depots) -> Path:
    """Both clients and the story with each, compiled at once."""
    own: list[Path] = [STORY / "Streams.java"]
    for version, depot in (("4", depots.v4), ("2", depots.v2)):
        package = f"depot{version}"
        options = ["--metadata", str(depot.metadata), "--package", package]
        own += sources(generate(options, workplace() / package))
        own.append(STORY / f"v{version}" / "Versioned.java")
        for name in ("Chapters.java", "Story.java"):
            told = workplace() / f"story{version}" / name
            told.parent.mkdir(exist_ok=True)
            text = (STORY / name).read_text("utf-8")
            told.write_text(text.replace("depot4", package), "utf-8")
            own.append(told)
    output = workplace() / "depot-classes"
    java.compile_java(own, output)
    return output


@pytest.fixture(scope="module")
def told(classes: Path, depots: Depots) -> dict[str, dict[str, str]]:
    """What went wrong in each chapter, by version; the numbers of what is made are this file's own."""

    def story(version: str, root: str, numbers: int) -> dict[str, str]:
        printed = java.run_java(f"depot{version}.Story", [root, str(numbers)], [classes])
        found: dict[str, str] = json.loads(printed)
        return found

    return {"4": story("4", depots.v4.root, 50_000), "2": story("2", _named(depots.v2), 60_000)}


def _named(depot: Depot) -> str:
    """Its root with the host that it has in its own links, for clients follow none to another."""
    return depot.root.replace("127.0.0.1", "localhost")


@pytest.mark.parametrize("chapter", CHAPTERS)
@pytest.mark.parametrize("version", ["4", "2"])
def test_story(told: dict[str, dict[str, str]], version: str, chapter: str) -> None:
    assert told[version][chapter] == ""


@pytest.fixture(scope="module")
def streams(classes: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(java.run_java("depot4.Streams", [], [classes]))
    return found


@pytest.mark.parametrize("chapter", ["down", "up", "once", "idle"])
def test_streams_are_not_held(streams: dict[str, str], chapter: str) -> None:
    assert streams[chapter] == ""


def test_all_is_told(told: dict[str, dict[str, str]]) -> None:
    assert {version: {*chapters} for version, chapters in told.items()} == {
        "4": {*CHAPTERS},
        "2": {*CHAPTERS},
    }
