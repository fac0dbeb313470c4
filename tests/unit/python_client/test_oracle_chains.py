"""The operations of the official SDK, called by the same chains on the output for all of Graph."""

from __future__ import annotations

import gzip
import itertools
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from generated_package import GRAPH, generate
from shared_material import SHARED, needs_shared

KEYS = ("v", "00000000-0000-0000-0000-000000000000", 1, "2020-01-01", "2020-01-01T00:00Z", True)
STEP = re.compile(r"([A-Za-z_0-9]+)(?:\(([^)]*)\))?(?:\.|$)")


def builder_at(client: Any, chain: str) -> Any:
    """The builder at the end of `users.by_user_id(user_id).messages`."""
    builder = client
    for name, arguments in STEP.findall(chain):
        builder = getattr(builder, name)
        if callable(builder):
            builder = with_some_key(builder, len([a for a in arguments.split(",") if a]))
    return builder


def with_some_key(accessor: Any, count: int) -> Any:
    for keys in itertools.product(KEYS, repeat=count):
        try:
            return accessor(*keys)
        except ValueError:
            continue
    raise AssertionError("no key fits")


def same_url(template: str, path: str) -> bool:
    plain = unquote(re.sub(r"\{\?[^}]*\}", "", template)).replace("{+baseurl}", "")
    pattern = re.sub(r"'?\\\{[^}]*\\\}'?", "[^/]*?", re.escape(plain))
    return re.fullmatch(pattern, unquote(path)) is not None


def measure(folder: str) -> None:
    """In a process of its own: print how many operations there are, and why the others are not."""
    sys.path.insert(0, folder)
    from msgraph import SyncGraphServiceClient  # type: ignore[import-not-found]

    client = SyncGraphServiceClient(None)
    with gzip.open(SHARED / "oracle" / "sdk_surface.json.gz") as file:
        operations = json.load(file)
    found: Counter[str] = Counter()
    for operation in operations:
        try:
            builder = builder_at(client, operation["chain"])
        except AttributeError:
            found["no such chain"] += 1
            continue
        if getattr(type(builder), operation["method"], None) is None:
            found[f"no {operation['method']}"] += 1
        elif same_url(operation["url"], builder._url):
            found["same"] += 1
        else:
            found["another URL"] += 1
    print(json.dumps({"all": len(operations), **found}))


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_chains_methods_and_urls(tmp_path: Path) -> None:
    metadata = SHARED / "metadata"
    generate([metadata / "graph-v1.0-2026-08.csdl"], tmp_path, "msgraph", GRAPH)
    finished = subprocess.run(
        [sys.executable, __file__, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={"PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )
    assert finished.returncode == 0, finished.stderr
    figures = json.loads(finished.stdout)
    assert figures["same"] / figures["all"] >= 0.9, figures


if __name__ == "__main__":
    measure(sys.argv[1])
