"""Generated C# against a service that nobody here wrote (CAP over SQLite): one story, at OData 4.0 and at 2.0."""

from __future__ import annotations

import json
from typing import Any

import pytest
from behaviour import csharp_harness as harness
from behaviour.depot import Depots
from toolchains import csharp, needs

pytestmark = [needs("csharp"), pytest.mark.xdist_group("real-service")]

STORY = harness.SOURCES.parent / "csharp_depot"
CREATED = (
    "Drehbank «Größe 1»|3|1200.25|80.5|9007199254740991|2020-02-29|08:30"
    "|2024-02-29T12:00:00.123+00:00|heavy+iron & steel"
)
BATCH = ["0 ü in a batch 404", "True", "0 2"]
WANTED: dict[str, Any] = {
    "created and read": [CREATED, "sound", "1: chuck, 2: null", "chuck"],
    "links": [True, True, False, True],
    "pages": [5, 2, True, "304 303 302 301 300", 5, 1],
    "changed": ["renamed True 7", "renamed 8"],
    "versions": [200, "first", True, 412, "second"],
    "stream": True,
    "operations": [1, True, '600 4 say "no"', 0, 2],
    "errors": "409 TOO_FEW only 1 left 404",
    "deleted": 404,
    "queries": ["950", "951", "950 952", "950 952", "950 951", "951", "950", "952", "952"],
    "batch multipart": BATCH,
}
STEPS = [*(("v4", step) for step in (*WANTED, "batch json")), *(("v2", step) for step in WANTED)]


@pytest.fixture(scope="module")
def found(depots: Depots) -> dict[str, dict[str, Any]]:
    """What each step of the story found, at each version: both clients come of what the service says of itself."""
    root = harness.folder()
    # The adapter calls its own host so in links, which are of the client's origin then.
    at_2 = depots.v2.root.replace("127.0.0.1", "localhost")
    roots = {"v4": depots.v4.root, "v2": at_2}
    metadata = {"v4": depots.v4.metadata, "v2": depots.v2.metadata}
    jobs = {}
    for version, path in metadata.items():
        output = harness.generate(
            root / version / "output", path, package="Depot", client="DepotClient"
        )
        sources = [output, STORY / "Story.cs", STORY / version]
        jobs[version] = csharp.Compilation(root / version / "Story.dll", sources, exe=True)
    compiled = csharp.compiled(*jobs.values())
    assert compiled == [[]] * len(jobs), compiled
    told = {}
    for version, job in jobs.items():
        assert job.output is not None
        done = csharp.run(job.output, roots[version])
        assert done.returncode == 0, done.stderr
        told[version] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize(("version", "step"), STEPS)
def test_step(version: str, step: str, found: dict[str, dict[str, Any]]) -> None:
    assert found[version][step] == WANTED.get(step, BATCH)
