"""Generated Go against a service that nobody here wrote (CAP over SQLite): one story, at OData 4.0 and at 2.0."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import generated_go
import pytest
from behaviour.depot import Depots
from toolchains import needs

pytestmark = [needs("go"), pytest.mark.xdist_group("real-service")]

STORY = Path(__file__).resolve().parent / "go_depot"
CREATED = (
    "Drehbank «Größe 1»|3|1200.25|80.5|9007199254740991|2020-02-29|08:30:00"
    "|2024-02-29T12:00:00.123Z|heavy+iron & steel"
)
BATCH = ["0 ü in a batch 404", True, "0 2"]
WANTED: dict[str, Any] = {
    "created and read": [CREATED, True, "sound", "1: chuck, 2: null", "chuck"],
    "links": [True, 1, True, False, True],
    "pages": [5, 2, True, "304 303 302 301 300", 5, 1],
    "changed": ["renamed true 7", "renamed 8"],
    "versions": [200, "first", 0, 412, "second"],
    "stream": [True, True],
    "operations": [1, True, '600 4 say "no"', 0, 2],
    "errors": "409 TOO_FEW only 1 left 404",
    "deleted": 404,
    "queries": ["950", "951", "950 952", "950 952", "950 951", "951", "950", "952", "952", "952"],
    "batch multipart": BATCH,
}
STEPS = [*(("v4", step) for step in (*WANTED, "batch json")), *(("v2", step) for step in WANTED)]


@pytest.fixture(scope="module")
def found(depots: Depots, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What each step of the story found, at each version: both clients come of what the service says of itself."""
    folder = tmp_path_factory.mktemp("go-depot")
    # The adapter calls its own host so in links, which are of the client's origin then.
    at_2 = depots.v2.root.replace("127.0.0.1", "localhost")
    told = {}
    for version, root, metadata in (
        ("v4", depots.v4.root, depots.v4.metadata),
        ("v2", at_2, depots.v2.metadata),
    ):
        client = folder / version
        generated_go.generate(client, [str(metadata)], "--client", "DepotClient")
        files = (STORY / "story.go", STORY / version / "version.go")
        sources = {file.name: file.read_text("utf-8") for file in files}
        program = generated_go.build(folder / f"{version}-story", client, sources)
        done = subprocess.run(
            [str(program), root], capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
        told[version] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize(("version", "step"), STEPS)
def test_step(version: str, step: str, found: dict[str, dict[str, Any]]) -> None:
    assert found[version][step] == WANTED.get(step, BATCH)
