"""Runs samples with the toolchains of the tests: how `edmund.build.proving` runs those of its own languages."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from toolchains import csharp, go, java, php, typescript

from edmund.build.proving import Runner

__all__ = ["RUNNERS"]

Done = subprocess.CompletedProcess[str]


def _run_php(file: Path, client: Path, token: str) -> Done:
    autoloader = file.parent / "vendor" / "autoload.php"
    autoloader.parent.mkdir(exist_ok=True)
    autoloader.write_text(f"<?php\nrequire '{php.BOOT}';\n", "utf-8")
    return _run(["php", "-d", "display_errors=stderr", str(file)], token, **php.use(client))


def _run_typescript(file: Path, client: Path, token: str) -> Done:
    package = json.loads((client / "package.json").read_text("utf-8"))["name"]
    if not (client / "dist").is_dir():
        typescript.compile_project(client, "--typeRoots", str(typescript.module("@types")))
    modules = file.parent / "node_modules"
    place = modules / package
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(client)
    folder = file.parent / f"{file.stem}-built"
    folder.mkdir()
    (folder / "sample.ts").write_text(file.read_text("utf-8"), "utf-8")
    typescript.write_project(folder, ["sample.ts"])
    done = typescript.tsc(folder)
    if done.returncode:
        return done
    program = typescript.node_program()
    assert program is not None
    return _run([program, str(folder / "dist" / "sample.js")], token)


def _run_go(file: Path, client: Path, token: str) -> Done:
    module = (client / "go.mod").read_text("utf-8").split()[1]
    folder = file.parent / f"{file.stem}-built"
    try:
        program = go.program(folder, {"main.go": file.read_text("utf-8")}, {module: client})
    except AssertionError as error:
        return subprocess.CompletedProcess([], 1, "", str(error))
    return _run([str(program)], token)


def _run_csharp(file: Path, client: Path, token: str) -> Done:
    library = client / "built" / "Client.dll"
    jobs = []
    if not library.is_file():
        library.parent.mkdir()
        jobs.append(csharp.Compilation(library, [client]))
    folder = file.parent / f"{file.stem}-built"
    folder.mkdir()
    source = file.rename(folder / "Sample.cs")
    program = folder / "Sample.dll"
    jobs.append(csharp.Compilation(program, [source], references=[library], exe=True))
    found = [problem for problems in csharp.compiled(*jobs) for problem in problems]
    if found:
        return subprocess.CompletedProcess([], 1, "", "\n".join(found))
    return _run([str(csharp.dotnet()), str(program)], token, **csharp.environment())


def _run_java(file: Path, client: Path, token: str) -> Done:
    library = client / "built"
    folder = file.parent / f"{file.stem}-built"
    folder.mkdir()
    source = file.rename(folder / "Sample.java")
    try:
        if not library.is_dir():
            java.compile_java(sorted(client.rglob("*.java")), library)
        java.compile_java([source], folder / "classes", [library])
    except java.Failed as failure:
        return subprocess.CompletedProcess([], 1, "", str(failure))
    jars = ":".join(map(str, (java.GSON, library, folder / "classes")))
    return _run(["java", "-Dfile.encoding=UTF-8", "-cp", jars, "Sample"], token)


def _run(command: list[str], token: str, **more: str) -> Done:
    environment = {**os.environ, **more, "ACCESS_TOKEN": token}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


RUNNERS: Mapping[str, Runner] = {
    "csharp": _run_csharp,
    "go": _run_go,
    "java": _run_java,
    "php": _run_php,
    "typescript": _run_typescript,
}
