"""Lets `edmund.build.programs` run samples with the toolchains of the tests, as if a user had installed them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from toolchains import csharp, go, java, php, typescript

from edmund.build.programs import RUNNERS, SECONDS, Done, Runner

__all__ = ["LANGUAGES", "installed"]

LANGUAGES = tuple(name for name in RUNNERS if name != "python")


def installed(language: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Runner]:
    """Make `folder` the current one of a user who has the tools of the language; gives the runners.

    There is no SDK of .NET among the toolchains, so C#'s runner is one of the tests' own.
    """
    monkeypatch.chdir(folder)
    if language == "go":
        for name, value in go.environment().items():
            monkeypatch.setenv(name, value)
    elif language == "java":
        monkeypatch.setenv("CLASSPATH", str(java.GSON))
    elif language == "typescript":
        compiler = folder / "node_modules" / "typescript"
        compiler.parent.mkdir()
        compiler.symlink_to(typescript.module("typescript"))
        node = typescript.node_program()
        assert node is not None
        monkeypatch.setenv("PATH", f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}")
    elif language == "php":
        libraries = "".join(f"require_once '{path}';\n" for path in php.AUTOLOADERS)
        (folder / "vendor").mkdir()
        (folder / "vendor" / "autoload.php").write_text(f"<?php\n{libraries}", "utf-8")
    elif language == "csharp":
        return {**RUNNERS, "csharp": replace(RUNNERS["csharp"], run=_csharp, missing=lambda: None)}
    return RUNNERS


def _csharp(file: Path, client: Path, token: str) -> Done:
    library = client / "built" / "Client.dll"
    jobs = []
    if not library.is_file():
        library.parent.mkdir()
        jobs.append(csharp.Compilation(library, [client]))
    folder = file.parent / "program"
    folder.mkdir()
    source = file.rename(folder / "Sample.cs")
    program = folder / "Sample.dll"
    jobs.append(csharp.Compilation(program, [source], references=[library], exe=True))
    found = [problem for problems in csharp.compiled(*jobs) for problem in problems]
    if found:
        return Done([], 1, "", "\n".join(found))
    return subprocess.run(
        [str(csharp.dotnet()), str(program)],
        env={**csharp.environment(), "ACCESS_TOKEN": token},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
