"""The Java client of the identity slice, compiled once for all tests of a process, and its harness.

The harness is a program that stays: it reads one call a line, makes it by reflection on a class of
scenarios, and prints what came of it as JSON.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from toolchains import ROOT
from toolchains import java as toolchain

from edmund.pipeline import Compilation

HARNESS = Path(__file__).resolve().parent / "behaviour" / "java"
CLIENT = ROOT / "generated" / "java" / "src"
MATCHER = "PatternMatcher.java"


@cache
def workplace() -> Path:
    """A folder that goes when the process does."""
    made = tempfile.TemporaryDirectory(prefix="edmund-java-")
    _KEPT.append(made)
    return Path(made.name)


_KEPT: list[Any] = []


def sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.java"))


@cache
def client_classes() -> Path:
    """The checked-in client, compiled, with the matcher of patterns, which outputs compiled against it may need."""
    output = workplace() / "client"
    text = (ROOT / "templates" / "java" / "runtime" / MATCHER).read_text("utf-8")
    matcher = workplace() / MATCHER
    matcher.write_text(text.replace("edmundruntime", "com.microsoft.graph"), "utf-8")
    own = [path for path in sources(CLIENT) if path.name != MATCHER]
    toolchain.compile_java([*own, matcher], output)
    return output


def compiled(
    name: str, files: Sequence[Path], *, against: Sequence[Path] | None = None
) -> tuple[Path, ...]:
    """The class path of `files`, compiled against the client (or other classes)."""
    below = (client_classes(),) if against is None else tuple(against)
    output = workplace() / name
    toolchain.compile_java(files, output, below)
    return (output, *below)


def generate(target_options: Sequence[str], output: Path) -> Path:
    """The folder of the sources of another output."""
    command = [sys.executable, "-m", "edmund", "generate", "--quiet", "--target", "java"]
    command += [*target_options, "--output", str(output)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return output / "src"


SUPPORT = re.compile(r"/graph/runtime/|/models/odataerrors/")
"""Files that are the same in every output."""


def write_as(compilation: Compilation, folder: Path, package: str) -> list[Path]:
    """Write the sources of an output of the package `com.microsoft.graph` as those of `package`.

    The support code stays that of the checked-in client: so many outputs compile at once.
    """
    written = []
    for file in compilation.files:
        if file.path.endswith(".java") and not SUPPORT.search(file.path):
            text = file.text.replace("com.microsoft.graph", package)
            text = text.replace(f"{package}.runtime", "com.microsoft.graph.runtime")
            path = folder / package / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            written.append(path)
    return written


class Failure(Exception):
    """What a scenario threw: `kind` is the class, `cause` that of its cause, `facts` what it said of itself."""

    def __init__(self, facts: dict[str, Any]) -> None:
        super().__init__(f"{facts['kind']}: {facts['message']}")
        self.kind: str = facts["kind"]
        self.facts = facts

    @property
    def message(self) -> str:
        return str(self.facts["message"])


class Harness:
    """A running harness: `call(scenario, ...)` gives what the scenario returns, or raises `Failure`."""

    def __init__(self, classpath: Sequence[Path], main: str = "Harness") -> None:
        jars = ":".join(map(str, (toolchain.GSON, *classpath)))
        command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"]
        self._process = subprocess.Popen(
            [*command, "-cp", jars, main],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def call(self, scenario: str, **arguments: Any) -> Any:
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"scenario": scenario, **arguments}) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        if "kind" in answer:
            raise Failure(answer)
        return answer["result"]

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)


@cache
def running_harness() -> Harness:
    """The harness of this process; it ends with it."""
    files = [
        HARNESS / f"{name}.java" for name in ("Harness", "Scenarios", "AnswerScenarios", "Probe")
    ]
    return Harness(compiled("harness", files))
