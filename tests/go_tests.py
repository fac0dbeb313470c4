"""Tests written in Go, run by pytest: one build for all files of a folder, one result for each function."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from toolchains import toolchain as toolchain_of


def names(file: Path) -> list[str]:
    """The test functions of a Go file."""
    return re.findall(r"^func (Test\w+)\(t \*testing\.T\)", file.read_text("utf-8"), re.MULTILINE)


def results(folder: Path, files: Sequence[Path], modules: Mapping[str, Path]) -> dict[str, str]:
    """What each test of `files` says, built in `folder` with modules that lie in folders; '' is a success."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        (folder / file.name).write_text(file.read_text("utf-8"), "utf-8")
    lines = ["module harness", "", "go 1.22", ""]
    for path, place in modules.items():
        lines += [f"require {path} v0.0.0", f"replace {path} => {place}"]
    (folder / "go.mod").write_text("\n".join(lines) + "\n", "utf-8")
    return run(folder)


def run(folder: Path) -> dict[str, str]:
    """Run the tests of the package in `folder`."""
    go = toolchain_of("go")
    done = subprocess.run(
        [str(go.ROOT / "bin" / "go"), "test", "-json", "-count=1", "."],
        cwd=folder,
        env=go.environment(),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    said: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for line in done.stdout.splitlines():
        event = json.loads(line)
        name = event.get("Test", "")
        if event["Action"] == "output":
            said.setdefault(name, []).append(event["Output"])
        elif event["Action"] in ("pass", "fail") and name:
            found[name] = "" if event["Action"] == "pass" else "".join(said.get(name, ["failed"]))
    assert found, f"{done.stdout}{done.stderr}"
    return found
