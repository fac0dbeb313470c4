"""Programs of one file, compiled against a generated client and run, with the tools that the user has installed.

Nothing is downloaded. What a client needs beside its language's own library comes from where the user keeps it:
jars on the CLASSPATH, PHP's from the nearest `vendor/autoload.php`, TypeScript's compiler from the nearest
`node_modules`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["RUNNERS", "SECONDS", "Done", "Runner"]

SECONDS = 120.0
"""How long one tool or program may take."""

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True, slots=True)
class Runner:
    """How programs of one language are run.

    `run` takes the program's file, the folder of the client, and the access token that the program reads from the
    environment. It raises subprocess.TimeoutExpired. `missing` names what is not installed, or gives None.
    """

    run: Callable[[Path, Path, str], Done]
    missing: Callable[[], str | None]


def _finished(
    command: Sequence[str | Path], folder: Path, more: Mapping[str, str] | None = None
) -> Done:
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **(more or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=SECONDS,
        check=False,
    )


def _in_turn(folder: Path, token: str, *commands: Sequence[str | Path]) -> Done:
    """Run commands until one fails. Only the last is given the token."""
    done = Done([], 0, "", "")
    for at, command in enumerate(commands):
        last = at == len(commands) - 1
        done = _finished(command, folder, {"ACCESS_TOKEN": token} if last else None)
        if done.returncode:
            break
    return done


def _own_folder(file: Path, name: str) -> Path:
    """A folder for what is made of the program, which lies in it as `name`."""
    folder = file.parent / f"{file.stem}-program"
    folder.mkdir()
    shutil.move(file, folder / name)
    return folder


def _absent(*programs: str) -> str | None:
    missing = [program for program in programs if shutil.which(program) is None]
    return f"{' and '.join(missing)} on the PATH" if missing else None


def _nearest(name: str) -> Path | None:
    """The file of that name in the current folder or the nearest one above it that has one."""
    here = Path.cwd()
    return next((f / name for f in (here, *here.parents) if (f / name).exists()), None)


def _run_python(file: Path, client: Path, token: str) -> Done:
    more = {"ACCESS_TOKEN": token, "PYTHONPATH": str(client)}
    return _finished([sys.executable, "-X", "utf8", file], file.parent, more)


def _run_go(file: Path, client: Path, token: str) -> Done:
    module = (client / "go.mod").read_text("utf-8").split()[1]
    folder = _own_folder(file, "main.go")
    text = f"module sample\n\ngo 1.22\n\nrequire {module} v0.0.0\n\nreplace {module} => {client}\n"
    (folder / "go.mod").write_text(text, "utf-8")
    program = folder / "sample"
    build = ("go", "build", "-mod=mod", "-o", program, ".")
    return _in_turn(folder, token, build, [program])


_CSHARP_PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net8.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>disable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <ProjectReference Include="{client}" />
  </ItemGroup>
</Project>
"""


def _run_csharp(file: Path, client: Path, token: str) -> Done:
    (project,) = client.glob("*.csproj")
    folder = _own_folder(file, "Sample.cs")
    (folder / "Sample.csproj").write_text(_CSHARP_PROJECT.format(client=project), "utf-8")
    return _in_turn(
        folder,
        token,
        ("dotnet", "build", "--nologo", "--verbosity", "quiet", "--output", "built"),
        ("dotnet", folder / "built" / "Sample.dll"),
    )


def _no_dotnet() -> str | None:
    if shutil.which("dotnet") is None:
        return "dotnet on the PATH"
    listed = _finished(["dotnet", "--list-sdks"], Path.cwd())
    return None if listed.stdout.strip() else "an SDK of .NET 8 or later"


def _run_java(file: Path, client: Path, token: str) -> Done:
    library = client / "classes"
    jars = os.environ.get("CLASSPATH", "")
    commands: list[Sequence[str | Path]] = []
    if not library.is_dir():
        sources = client / "sources.txt"
        listed = (path for path in sorted(client.rglob("*.java")))
        sources.write_text("".join(f'"{path.as_posix()}"\n' for path in listed), "utf-8")
        commands.append(_javac(library, jars, f"@{sources}"))
    folder = _own_folder(file, "Sample.java")
    path = os.pathsep.join((jars, str(library)))
    commands.append(_javac(folder, path, folder / "Sample.java"))
    path = os.pathsep.join((path, str(folder)))
    commands.append(("java", "-Dfile.encoding=UTF-8", "-cp", path, "Sample"))
    return _in_turn(folder, token, *commands)


def _javac(output: Path, path: str, sources: str | Path) -> tuple[str | Path, ...]:
    return "javac", "-encoding", "UTF-8", "-proc:none", "-cp", path, "-d", output, sources


def _no_java() -> str | None:
    absent = _absent("javac", "java")
    if absent is None and "gson" not in os.environ.get("CLASSPATH", "").lower():
        return "the jar of Gson on the CLASSPATH"
    return absent


_AUTOLOADER = """<?php

require {libraries};
$composer = json_decode((string) file_get_contents({client} . '/composer.json'), true);
foreach ($composer['autoload']['psr-4'] as $prefix => $folder) {{
    spl_autoload_register(static function (string $name) use ($prefix, $folder): void {{
        $rest = strtr(substr($name, strlen($prefix)), '\\\\', '/');
        $file = {client} . "/{{$folder}}{{$rest}}.php";
        if (str_starts_with($name, $prefix) && is_file($file)) {{
            require $file;
        }}
    }});
}}
foreach ($composer['autoload']['files'] ?? [] as $file) {{
    require_once {client} . "/{{$file}}";
}}
"""
_PHP_LIBRARIES = "vendor/autoload.php"


def _run_php(file: Path, client: Path, token: str) -> Done:
    libraries = _nearest(_PHP_LIBRARIES)
    assert libraries is not None, "asked for when nothing is missing"
    autoloader = file.parent / _PHP_LIBRARIES
    autoloader.parent.mkdir(exist_ok=True)
    text = _AUTOLOADER.format(libraries=_php(libraries), client=_php(client))
    autoloader.write_text(text, "utf-8")
    return _in_turn(file.parent, token, ["php", "-d", "display_errors=stderr", file])


def _php(path: Path) -> str:
    return "'" + str(path).replace("\\", "\\\\").replace("'", "\\'") + "'"


def _no_php() -> str | None:
    absent = _absent("php")
    if absent is None and _nearest(_PHP_LIBRARIES) is None:
        return "Guzzle in a vendor folder (`composer require guzzlehttp/guzzle php-http/promise`)"
    return absent


_TYPESCRIPT_COMPILER = "node_modules/typescript/bin/tsc"
# All that samples use of Node beyond what browsers have.
_NODE_TYPES = (
    "declare const process: { env: Record<string, string | undefined> };\n"
    "declare const Buffer: { from(text: string, encoding: string): Uint8Array };\n"
)


def _run_typescript(file: Path, client: Path, token: str) -> Done:
    package = json.loads((client / "package.json").read_text("utf-8"))["name"]
    compile_project = ["node", _nearest(_TYPESCRIPT_COMPILER) or "", "--pretty", "false", "-p"]
    commands: list[Sequence[str | Path]] = []
    if not (client / "dist").is_dir():
        commands.append([*compile_project, client])
    folder = _own_folder(file, "sample.ts")
    place = folder / "node_modules" / package
    place.parent.mkdir(parents=True)
    place.symlink_to(client, target_is_directory=True)
    options = json.loads((client / "tsconfig.json").read_text("utf-8"))["compilerOptions"]
    options |= {"rootDir": ".", "outDir": ".", "declaration": False}
    project = {"compilerOptions": options, "files": ["node.d.ts", "sample.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(project), "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "node.d.ts").write_text(_NODE_TYPES, "utf-8")
    commands += [[*compile_project, folder], ["node", folder / "sample.js"]]
    return _in_turn(folder, token, *commands)


def _no_typescript() -> str | None:
    absent = _absent("node")
    if absent is None and _nearest(_TYPESCRIPT_COMPILER) is None:
        return "TypeScript in a node_modules folder (`npm install typescript`)"
    return absent


RUNNERS: Mapping[str, Runner] = {
    "csharp": Runner(_run_csharp, _no_dotnet),
    "go": Runner(_run_go, lambda: _absent("go")),
    "java": Runner(_run_java, _no_java),
    "php": Runner(_run_php, _no_php),
    "python": Runner(_run_python, lambda: None),
    "typescript": Runner(_run_typescript, _no_typescript),
}
"""By the name of the target."""
