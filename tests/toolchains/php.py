"""PHP: Debian's command-line PHP 8.2, Guzzle, HTTPlug's promises, and PHP_CodeSniffer for PSR-12."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from toolchains import apt_install

__all__ = ["BOOT", "install", "lint", "missing", "problems_in", "run", "sniff", "use"]

PACKAGES = (
    "php-cli",
    "php-curl",
    "php-guzzlehttp-guzzle",
    "php-http-promise",
    "php-codesniffer",
)
AUTOLOADERS = (
    Path("/usr/share/php/GuzzleHttp/autoload.php"),
    Path("/usr/share/php/Http/Promise/autoload.php"),
)
BOOT = Path(__file__).resolve().parent / "php" / "boot.php"
"""Loads the libraries and a generated package, whose folder the environment names, as Composer would."""

_LINTER = Path(__file__).resolve().parent / "php" / "lint.php"


def missing() -> str | None:
    """What is not there, in a few words, or None."""
    for program in ("php", "phpcs"):
        if shutil.which(program) is None:
            return program
    for autoloader in AUTOLOADERS:
        if not autoloader.is_file():
            return str(autoloader)
    version = run(["-r", "echo PHP_VERSION_ID;"], check=False).stdout
    return None if version.isdigit() and int(version) >= 80200 else "PHP 8.2"


def install() -> None:
    """Bring Debian's packages: apt checks them against the signed index of the release."""
    apt_install(*PACKAGES)


def use(package: Path) -> dict[str, str]:
    """The environment in which `BOOT` loads the generated package in the folder `package`."""
    return {
        "EDMUND_PHP_PACKAGE": str(package),
        "EDMUND_PHP_AUTOLOADERS": ":".join(map(str, AUTOLOADERS)),
        "EDMUND_PHP_BOOT": str(BOOT),
        "PATH": os.environ.get("PATH", ""),
    }


def run(
    arguments: Sequence[str], package: Path | None = None, *, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run PHP with everything reported and assertions on; any output on standard error is a failure."""
    settings = ["error_reporting=-1", "display_errors=stderr", "zend.assertions=1"]
    options = [part for setting in settings for part in ("-d", setting)]
    done = subprocess.run(
        ["php", *options, *arguments],
        env=None if package is None else use(package),
        capture_output=True,
        text=True,
        check=False,
    )
    if check and (done.returncode or done.stderr):
        raise AssertionError(
            f"php {' '.join(arguments)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}"
        )
    return done


def lint(folder: Path) -> dict[str, Any]:
    """Compile every PHP file below `folder` and load every class of it; says how many there were."""
    done = run(["-d", "memory_limit=2G", str(_LINTER), str(folder)], folder)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def problems_in(folder: Path) -> str:
    """What keeps the package in `folder` from compiling and loading; '' for nothing."""
    done = run(["-d", "memory_limit=2G", str(_LINTER), str(folder)], folder, check=False)
    return done.stderr or ("" if done.returncode == 0 else done.stdout)


def sniff(*paths: Path) -> str:
    """What PHP_CodeSniffer says by PSR-12, warnings included; '' when it has nothing against the files."""
    done = subprocess.run(
        ["phpcs", "--standard=PSR12", "-q", "--report=emacs", *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr
