"""All of Graph in PHP: every file compiles, every class loads, and the official SDK's calls run on it."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from generated_package import GRAPH, generate
from shared_material import SHARED, needs_shared
from toolchains import needs
from toolchains import php as toolchain

CALLS = Path(__file__).resolve().parent / "php" / "graph_calls.php"

pytestmark = [
    needs("php"),
    needs_shared,
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.xdist_group("php"),
]


def test_all_of_graph(tmp_path: Path) -> None:
    """One test, so that the client of all of Graph is made once."""
    source = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    graph = generate([source], tmp_path / "graph", "Microsoft\\Graph", GRAPH, target="php")
    everything_loads(graph)
    a_sample_is_clean(graph)
    calls_of_the_official_sdk_run(graph)
    chains_of_the_official_sdk_lead_somewhere(graph, tmp_path)


def everything_loads(graph: Path) -> None:
    files = list(graph.rglob("*.php"))
    assert toolchain.lint(graph)["files"] == len(files) > 8_000
    paths = [str(path.relative_to(graph)) for path in files]
    assert len({path.lower() for path in paths}) == len(paths)
    assert max(map(len, paths)) < 120
    for path in files:
        lines = path.read_text("utf-8").splitlines()
        assert max(map(len, lines)) <= 120, path


def a_sample_is_clean(graph: Path) -> None:
    """PHP_CodeSniffer takes minutes for all of it: every hundredth file, and the largest."""
    files = sorted(graph.rglob("src/Generated/*/*.php"))
    largest = sorted(files, key=lambda path: path.stat().st_size)[-5:]
    assert toolchain.sniff(*files[::100], *largest) == ""


def calls_of_the_official_sdk_run(graph: Path) -> None:
    assert int(toolchain.run([str(CALLS)], graph).stdout) >= 50


def chains_of_the_official_sdk_lead_somewhere(graph: Path, folder: Path) -> None:
    """All of its operations but those that this version of the metadata does not have, case aside."""
    with gzip.open(SHARED / "oracle" / "sdk_surface.json.gz") as file:
        operations = json.load(file)
    chains = [
        ([step.replace("_", "") for step in re.findall(r"(?:^|\.)(\w+)", chain)], verb)
        for chain, verb in dict.fromkeys((o["chain"], o["method"]) for o in operations)
    ]
    document = folder / "chains.json"
    document.write_text(json.dumps(chains), "utf-8")
    harness = CALLS.with_name("oracle_chains.php")
    found = json.loads(
        toolchain.run(["-d", "memory_limit=2G", str(harness), str(document)], graph).stdout
    )
    assert len(found["lost"]) < 0.03 * len(chains), found["lost"][:50]
    assert found["served"] >= len(chains) - len(found["lost"])
