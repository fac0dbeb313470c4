"""A real OData service for tests, 4.0 and 2.0: SAP's Cloud Application Programming Model from npm, over SQLite in memory.

Pinned with hashes by the lock file in `tests/behaviour/cap`, whose model and handlers are this project's own. Of
all scripts of the packages one runs: the one that brings or builds the binary of SQLite.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from toolchains import FOLDER, ROOT
from toolchains.typescript import node_program, npm

_PINS = ROOT / "tests" / "behaviour" / "cap"
_PLACE = FOLDER / "cap"
_SERVE = _PLACE / "node_modules" / "@sap" / "cds" / "bin" / "serve.js"
_LOCK = "package-lock.json"
PATH = "/odata/v4/depot"
"""Where the service of `tests/behaviour/cap` lies below its origin."""
PATH_2 = "/odata/v2/depot"
"""Where the same service speaks OData 2.0, by the adapter of its lock file."""


class DidNotStart(Exception):
    """The service ended, or did not answer in time; its output is the message."""


def missing() -> str | None:
    """What is not there, in a few words, or None."""
    if node_program() is None:
        return "node 20 or later"
    if not _SERVE.is_file() or not _same(_LOCK):
        return "the packages of tests/behaviour/cap as pinned"
    return None if _has_sqlite() else "the binary of better-sqlite3"


def install() -> None:
    """Bring the packages of the lock file, then SQLite's binary, which takes minutes where it is built."""
    node = node_program()
    if node is None:
        raise SystemExit("the service needs node: install typescript first")
    _PLACE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", _LOCK):
        shutil.copy(_PINS / name, _PLACE / name)
    command = npm(node)
    _run([*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
    if not _has_sqlite():
        _run([*command, "rebuild", "better-sqlite3", "--silent"])


def at_version_2(root: str) -> str:
    """The root of the same service at OData 2.0, from that at 4.0.

    The adapter calls its host `localhost` in all links, whatever it was asked by.
    """
    return root.removesuffix(PATH).replace("127.0.0.1", "localhost") + PATH_2


@contextmanager
def serving(folder: Path, seconds: float = 60) -> Iterator[str]:
    """The URL of the root of a new service on a free port of the loopback interface; its files lie in `folder`."""
    for name in ("db", "srv"):
        shutil.copytree(_PINS / name, folder / name)
    for name in ("package.json", "server.js"):
        shutil.copy(_PINS / name, folder / name)
    (folder / "node_modules").symlink_to(_PLACE / "node_modules")
    port = _free_port()
    node = node_program()
    assert node is not None
    command = [node, str(_SERVE), "all", "--port", str(port), "--in-memory"]
    environment = {**os.environ, "NODE_ENV": "test"}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        root = f"http://127.0.0.1:{port}{PATH}"
        _wait(process, f"{root}/$metadata", folder / "log", seconds)
        yield root
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], url: str, log: Path, seconds: float) -> None:
    until = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                answer.read()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise DidNotStart(log.read_text("utf-8", errors="replace")[-4000:])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _has_sqlite() -> bool:
    build = _PLACE / "node_modules" / "better-sqlite3" / "build" / "Release"
    return (build / "better_sqlite3.node").is_file()


def _same(name: str) -> bool:
    installed = _PLACE / name
    return installed.is_file() and installed.read_bytes() == (_PINS / name).read_bytes()


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=_PLACE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
