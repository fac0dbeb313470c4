"""Real pairs of Graph versions: the changes between them are known exactly."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from machine import slowness
from review.reviewing import load, review
from shared_material import SHARED, needs_shared

from edmund.review.rules.catalog import CATEGORIES, RULES

PAIRS = sorted(p.parent for p in (SHARED / "review").glob("*/expected.json"))
pytestmark = [pytest.mark.shared, needs_shared]
# Descriptions and other annotations are not listed in expected.json, nor is what alias means.
ASIDE = CATEGORIES["annotations"] | {
    "computed-added",
    "computed-removed",
    "immutable-added",
    "immutable-removed",
    "write-permission-added",
    "write-permission-removed",
    "alternate-key-added",
    "alternate-key-removed",
    "schema-alias-changed",
}


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_changes_are_exactly_the_expected_ones(folder: Path) -> None:
    expected = {
        (c["kind"], c["element"])
        for c in json.loads((folder / "expected.json").read_text())["changes"]
    }
    found = review(load(folder / "old.csdl"), load(folder / "new.csdl"))
    assert {(f.kind, f.element) for f in found if f.id not in ASIDE} == expected


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_details_agree_with_the_expected_ones(folder: Path) -> None:
    """`from` and `to`, where both say them, agree."""
    found = review(load(folder / "old.csdl"), load(folder / "new.csdl"))
    qualifying = CATEGORIES["lifecycle"] | {"enum-value-reused"}
    details = {(f.kind, f.element): f.detail for f in found if f.id not in qualifying}
    for change in json.loads((folder / "expected.json").read_text())["changes"]:
        detail = details[change["kind"], change["element"]]
        for key, value in change["detail"].items():
            assert detail[key] == value, (change["element"], key)


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_swapped_each_finding_turns_into_its_mirror(folder: Path) -> None:
    old, new = load(folder / "old.csdl"), load(folder / "new.csdl")
    there, back = review(old, new), review(new, old)
    met = {f.kind for f in back} | {f.id for f in back}
    for finding in there:
        mirror = RULES[finding.id].mirror
        assert mirror is None or {mirror, RULES[mirror].umbrella} & met, finding.id
    # What is added on the way there is removed on the way back, one for one.
    added = Counter(f.element for f in there if f.kind in ("type-added", "operation-added"))
    removed = Counter(
        f.element
        for f in back
        if f.kind in ("type-removed", "operation-removed") and not f.id.startswith("removed-")
    )
    assert added == removed


def test_graph_against_itself_gives_nothing() -> None:
    path = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    assert review(load(path), load(path)) == ()


@pytest.mark.slow
def test_two_versions_of_all_of_graph_take_four_seconds_and_700_mb(tmp_path: Path) -> None:
    """Report included. Processor time, so that a busy machine does not fail it.

    The memory is the process's own high-water mark (`VmHWM`): `ru_maxrss` keeps what the parent held
    when it started the child, here a test process of any size.
    """
    before = slowness()
    folder = SHARED / "metadata"
    script = (
        "import re, resource, sys; from pathlib import Path; from edmund.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as stop: code = stop.code\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "kilobytes = int(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])\n"
        "print(code, used.ru_utime + used.ru_stime, kilobytes // 1024)"
    )
    inputs = [
        str(folder / n) for n in ("graph-v1.0-annotated-2023-05.xml", "graph-v1.0-2026-08.csdl")
    ]
    wanted = ["--format", "html", "--output", str(tmp_path / "r.html")]
    done = subprocess.run(
        [sys.executable, "-c", script, "review", *inputs, *wanted],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
        timeout=120,
    )
    code, seconds, megabytes = done.stdout.split()
    print(f"{seconds} s, {megabytes} MB")
    assert code == "1"
    assert float(seconds) < 4 * max(before, slowness()) and int(megabytes) < 700
