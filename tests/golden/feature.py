"""A golden feature: a folder with an input, a configuration, the exact tree it gives and what is said.

    tests/golden/<feature>/edmund.toml    the configuration, output folder `out`
    tests/golden/<feature>/*.csdl         the input (and templates/ where they are the feature)
    tests/golden/<feature>/expected/      every file of `out` but the support code
    tests/golden/<feature>/messages.txt   standard error, and the exit code in the last line

The support code is the same in every output, but for the name of its package: it is compared with its
source instead of being stored. It lies in a folder called `runtime`, in whatever case.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent
ROOT = GOLDEN.parents[1]
RESULTS = {"expected", "messages.txt"}
SUPPORT = "runtime"
PLACEHOLDER = "edmundruntime"
MANIFEST = ".edmund-manifest.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave: files by their path below `out`, support files by theirs below their own folder,
    and the messages."""

    files: dict[str, str]
    support: dict[str, str]
    messages: str


def target_of(feature: Path) -> str:
    """The target of a feature; its configuration has one client."""
    (client,) = tomllib.loads((feature / "edmund.toml").read_text("utf-8"))["clients"].values()
    return str(client["target"])


def is_copy(text: str, source: str) -> bool:
    """Whether `text` is the support file `source` under whatever name its package has in the output."""
    parts = re.split(f"({PLACEHOLDER})", source, flags=re.IGNORECASE)
    groups: dict[str, str] = {}
    pattern = ""
    for at, part in enumerate(parts):
        if at % 2 == 0:
            pattern += re.escape(part)
        elif part in groups:
            pattern += f"(?P={groups[part]})"
        else:
            groups[part] = f"name{len(groups)}"
            pattern += rf"(?P<{groups[part]}>[\w.\\/@-]+)"
    return re.fullmatch(pattern, text) is not None


def features() -> list[Path]:
    return sorted(path.parent for path in GOLDEN.glob("*/edmund.toml"))


def run_feature(feature: Path, workplace: Path) -> Outcome:
    """Compile a copy of `feature` below `workplace`, as its user would: from its own folder."""
    copy = workplace / feature.name
    shutil.copytree(feature, copy, ignore=shutil.ignore_patterns(*RESULTS))
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100"}
    environment.pop("GITHUB_ACTIONS", None)
    finished = subprocess.run(
        [sys.executable, "-m", "edmund", "generate"],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    files: dict[str, str] = {}
    support: dict[str, str] = {}
    out = copy / "out"
    for path in sorted(out.rglob("*")):
        if path.is_file() and path.name != MANIFEST:
            relative = path.relative_to(out)
            text = path.read_bytes().decode("utf-8")
            folders = [part.lower() for part in relative.parts[:-1]]
            if SUPPORT in folders:
                inside = relative.parts[folders.index(SUPPORT) + 1 :]
                support["/".join(inside)] = text
            else:
                files[relative.as_posix()] = text
    said = finished.stderr.replace(str(copy) + os.sep, "")
    return Outcome(files, support, f"{said}exit {finished.returncode}\n")


def expected(feature: Path) -> Outcome:
    tree = feature / "expected"
    files = {
        path.relative_to(tree).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(tree.rglob("*"))
        if path.is_file()
    }
    messages = feature / "messages.txt"
    return Outcome(files, {}, messages.read_text("utf-8") if messages.is_file() else "")


def store(feature: Path, outcome: Outcome) -> None:
    tree = feature / "expected"
    shutil.rmtree(tree, ignore_errors=True)
    for name, text in outcome.files.items():
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    (feature / "messages.txt").write_text(outcome.messages, "utf-8")
