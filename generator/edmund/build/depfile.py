"""Dependency files in the syntax that Make and Ninja share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from edmund.build.sources import client_files
from edmund.config import Client, Configuration
from edmund.output.manifest import MANIFEST_NAME

__all__ = ["client_dependencies", "depfile_text"]


def client_dependencies(client: Client, configuration: Configuration) -> Iterator[Path]:
    """The files that the output of `client` is made from; Edmund's own are not among them. Raises EdmundError."""
    yield from client_files(client)
    if configuration.file is not None:
        yield configuration.file
    if client.templates is not None:
        yield from sorted(path for path in client.templates.rglob("*") if path.is_file())


def depfile_text(clients: Iterable[Client], configuration: Configuration) -> str:
    """One rule for each client: its manifest stands for the whole output.

    Paths are relative to the current folder, where the build tool runs. Each dependency gets a rule of
    its own without a recipe, so that Make does not stop when a file goes away.
    """
    rules: list[str] = []
    seen: dict[str, None] = {}
    for client in clients:
        needed = [_path(path) for path in client_dependencies(client, configuration)]
        rules.append(f"{_path(client.output / MANIFEST_NAME)}: {' '.join(needed)}")
        seen.update(dict.fromkeys(needed))
    return "\n".join([*rules, "", *(f"{path}:" for path in seen)]) + "\n"


def _path(path: Path) -> str:
    shown = os.path.relpath(path).replace(os.sep, "/")
    for character, written in (("\\", "\\\\"), (" ", "\\ "), ("#", "\\#"), ("$", "$$"), (":", "\\:")):
        shown = shown.replace(character, written)
    return shown
