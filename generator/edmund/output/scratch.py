"""Files of the scratch folder. The folder lies in the checkout, so what is in it may be anybody's.

A repository can carry a `.edmund-cache`. So nothing here follows a link, waits for a pipe or reads
without a limit, and what tells a later run to change an output is sealed: it holds what only a
process that saw this very folder can know, and so cannot be brought along in a commit.
"""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

__all__ = ["read_plain", "read_sealed", "seal_of", "unfinished", "write_scratch", "write_sealed"]

_LARGEST = 256 * 1024 * 1024
_SEAL = "seal"


def seal_of(descriptor: int) -> str:
    """What proves that a file was written in this place for this user, from the open lock file.

    The inode of the lock and the nanosecond in which the system last changed that inode: no archive
    and no version control can set either, and another copy of the folder has others.
    """
    status = os.fstat(descriptor)
    user = os.geteuid() if hasattr(os, "geteuid") else 0
    return f"{status.st_ino}-{status.st_ctime_ns}-{status.st_uid}-{user}"


def read_plain(path: Path, largest: int = _LARGEST) -> bytes:
    """The content of a regular file. Raises OSError for a link, a pipe, a device or a huge file."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
            raise OSError(22, "is not a regular file of a fitting size", str(path))
        return file.read()


def write_scratch(path: Path, content: bytes) -> None:
    """Put a file at `path` in one step, over whatever is there but a folder. Raises OSError."""
    scratch = unfinished(path)
    scratch.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(scratch, flags, 0o600), "wb") as file:
        file.write(content)
    os.replace(scratch, path)


def unfinished(path: Path) -> Path:
    """Where `write_scratch` leaves what it had not put at `path` yet when it was killed."""
    return path.with_suffix(".new")


def write_sealed(path: Path, seal: str, values: dict[str, object]) -> None:
    """Write `values` as JSON, with the seal of this place. Raises OSError."""
    write_scratch(path, json.dumps({**values, _SEAL: seal}).encode())


def read_sealed(path: Path, seal: str) -> dict[str, Any] | None:
    """What `write_sealed` wrote in this place for this user; None for anything else."""
    try:
        data = json.loads(read_plain(path))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get(_SEAL) != seal:
        return None
    return data
