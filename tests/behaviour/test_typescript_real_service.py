"""Generated TypeScript clients against a service that nobody here wrote, at OData 4.0 and 2.0: one story."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from behaviour.depot import Depots
from generated_package import generate
from toolchains import absent, needs, typescript

HARNESSES = Path(__file__).resolve().parent / "typescript"
_ABSENT = absent("cap")
pytestmark = [
    needs("typescript"),
    pytest.mark.skipif(
        _ABSENT is not None, reason=f"no real service here ({_ABSENT}): run `make toolchains`"
    ),
    pytest.mark.xdist_group("real-service"),
]
VERSIONS = ("4", "2")
TOOL = {
    "name": "Drehbank «Größe 1»",
    "stock": 3,
    "price": "1200.25",
    "weight": 80.5,
    "serial": str(2**53 - 1),
    "bought": "2020-02-29",
    "checkedAt": "2024-02-29T12:00:00.123Z",
    "condition": "sound",
}
BATCH = {
    "read": 0,
    "gone": None,
    "made": "ü in a batch",
    "missing": 404,
    "isRefused": True,
    "readAgain": 0,
    "left": [0, 2],
}
STORY: dict[str, Any] = {
    "links": {"isOf": True, "name": None, "maker": "O'Neil & Söhne", "tools": [200]},
    "pages": {
        "first": [5, 2, "string"],
        "all": [304, 303, 302, 301, 300],
        "count": 5,
        "top": [304],
    },
    "change": {"name": "renamed", "price": None, "stock": 8},
    "versions": {"status": 200, "text": "first", "isSame": True, "late": 412, "now": "second"},
    "stream": 0,
    "operations": {
        "light": [True, True],
        "one": 1,
        "cheap": [True, True, False],
        "graded": [600, 4, 'say "no"'],
        "left": 0,
        "fewer": 2,
    },
    "errors": {
        "few": {"status": 409, "code": "TOO_FEW", "message": "only 1 left"},
        "unknown": 404,
    },
    "deletion": 404,
    "queries": [
        *([950], [951], [950, 952], [950, 952], [950, 951], [951], [950], [952], [952]),
    ],
    "batch of parts": BATCH,
}


@pytest.fixture(scope="module")
def told(depots: Depots, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What came of each part of the story, by version; both clients are compiled at once."""
    folder = tmp_path_factory.mktemp("typescript-depot")
    # The adapter calls itself `localhost` in its links, whatever it is called by.
    local = depots.v2.root.replace("127.0.0.1", "localhost")
    roots = {"4": depots.v4.root, "2": local}
    metadata = {"4": depots.v4.metadata, "2": depots.v2.metadata}
    for version in VERSIONS:
        generate([metadata[version]], folder / f"v{version}", "depot", target="typescript")
        shutil.copy(HARNESSES / "depot.ts", folder / f"v{version}" / "depot.ts")
        own = HARNESSES / f"depotVersion{version}.ts"
        shutil.copy(own, folder / f"v{version}" / "depotVersion.ts")
    typescript.write_project(folder, ["*/*.ts", "*/src"])
    typescript.compile_project(folder)
    found = {}
    for at, version in enumerate(VERSIONS):
        own_numbers = str(100_000 + 10_000 * at)
        done = typescript.node([f"dist/v{version}/depot.js", roots[version], own_numbers], folder)
        assert done.returncode == 0, done.stderr
        found[version] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("part", STORY)
@pytest.mark.parametrize("version", VERSIONS)
def test_story(version: str, part: str, told: dict[str, dict[str, Any]]) -> None:
    assert told[version][part] == STORY[part]


@pytest.mark.parametrize(("version", "opens"), [("4", "08:30:00"), ("2", "PT8H30M")])
def test_what_is_created_is_read_again_with_all_its_values(
    version: str, opens: str, told: dict[str, dict[str, Any]]
) -> None:
    values = {**TOOL, "opens": opens}
    assert told[version]["deep insert"] == {
        "made": values,
        "read": values,
        "labels": [[1, "chuck"], [2, None]],
        "part": "chuck",
    }


def test_batches_are_json_too(told: dict[str, dict[str, Any]]) -> None:
    assert told["4"]["batch as JSON"] == BATCH
