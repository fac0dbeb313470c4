"""Go modules that tests generate, and programs built with them. The module is `example.com/subject`."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from toolchains import toolchain as toolchain_of
from vector_files import ROOT

MODULE = "example.com/subject"


def generate(output: Path, metadata: Sequence[str], *options: str) -> None:
    """Generate the module of CSDL files, named from the root of the repository."""
    sources = [part for file in metadata for part in ("--metadata", str(file))]
    command = [sys.executable, "-m", "edmund", "generate", "--quiet", *sources, *options]
    command += ["--target", "go", "--package", MODULE, "--output", str(output)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def build(folder: Path, generated: Path, sources: dict[str, str]) -> Path:
    """Build a program with a generated module."""
    built: Path = toolchain_of("go").program(folder, sources, {MODULE: generated})
    return built


def bodies(generated: Path) -> dict[str, str]:
    """The constructors of actions' bodies, by the name of the action."""
    found: dict[str, str] = {}
    for path in sorted((generated / "builders").glob("*.go")):
        text = path.read_text("utf-8").replace("\n// ", " ")
        for name, operation in re.findall(r"\b(\w+) is what is sent to ([\w.]+)\.\n", text):
            found.setdefault(operation, f"builders.New{name}()")
    return found
