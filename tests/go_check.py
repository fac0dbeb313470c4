"""Type-checking Go modules without compiling them: one program for all, built once."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from toolchains import toolchain as toolchain_of
from vector_files import ROOT

from edmund.render.files import RenderedFile

SOURCE = ROOT / "tests" / "compile" / "go" / "check.go"


def check(folder: Path, arguments: Sequence[str]) -> tuple[bool, str]:
    """Whether all modules of `arguments` (`module=folder`) are sound, and what the program prints.

    The program is built in `folder`.
    """
    go = toolchain_of("go")
    program = go.program(folder, {"main.go": SOURCE.read_text("utf-8")}, {})
    done = subprocess.run(
        [program, *arguments],
        env=go.environment(),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    return done.returncode == 0, done.stdout + done.stderr


def write(files: Iterable[RenderedFile], folder: Path, *, support: bool) -> None:
    """Write a generated module; without its support code where another one has that."""
    for file in files:
        if support or not file.path.startswith("runtime/"):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, "utf-8")
