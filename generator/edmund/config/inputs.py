"""Reading the files that a client is made from."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from edmund.config.elements import Client
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = ["ClientInputs", "InputFile", "read_file", "read_inputs", "shown_path"]

_LARGEST = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class InputFile:
    """`name` is what messages call it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ClientInputs:
    metadata: tuple[InputFile, ...]
    permissions: InputFile | None = None
    calls: InputFile | None = None

    @property
    def contents(self) -> tuple[bytes, ...]:
        """The bytes of all files, those of the metadata first."""
        others = (file.data for file in (self.permissions, self.calls) if file is not None)
        return (*(file.data for file in self.metadata), *others)


def read_inputs(client: Client) -> ClientInputs:
    """All files that `client` names. Raises EdmundError (EDM608) for all at once."""
    found: list[Diagnostic] = []

    def read(path: Path, key: str) -> InputFile | None:
        try:
            return read_file(path, client.origins.get(key))
        except EdmundError as failure:
            found.extend(failure.diagnostics)
            return None

    metadata = [read(path, "metadata") for path in client.metadata]
    permissions = None if client.permissions is None else read(client.permissions, "permissions")
    calls = None if client.calls is None else read(client.calls, "calls")
    if found:
        raise EdmundError(found)
    return ClientInputs(tuple(file for file in metadata if file is not None), permissions, calls)


def read_file(path: Path, place: Span | None = None) -> InputFile:
    """Read a regular file. Raises EdmundError (EDM608), placed at `place` if given."""
    name = shown_path(path)
    try:
        # Opening a pipe would wait for a writer; only a regular file is an input.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OSError(0, "it is not a regular file")
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise OSError(0, f"it is larger than {_LARGEST} bytes")
    except OSError as error:
        message = f"the input '{name}' cannot be read: {error.strerror}"
        raise EdmundError(
            (Diagnostic("EDM608", Severity.ERROR, message, place or Span(name)),)
        ) from error
    return InputFile(name, data)


def shown_path(path: Path) -> str:
    """`path` as messages name it: relative when it lies below the current folder."""
    absolute = os.path.abspath(path)
    try:
        relative = os.path.relpath(absolute)
    except (ValueError, OSError):  # another drive; a current folder that is gone
        return absolute
    return absolute if relative.startswith("..") else relative.replace(os.sep, "/")
