"""What the last run knew, in the scratch folder: a fingerprint of all it read, and file states.

Nothing here is needed for correctness: without it, or with it damaged, files are read and hashed
again and the metadata is compiled again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from edmund.output.scratch import read_plain, write_scratch

__all__ = ["KnownFiles", "load_known_files", "save_known_files"]

_FORMAT = 1
# A file changed within this time before it was recorded could change again without a new time stamp.
_TOO_FRESH_NS = 20_000_000

FileState = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class KnownFiles:
    """`states` maps a path to (size, mtime in ns, ctime in ns, SHA-256); `fingerprint` is the run's."""

    fingerprint: str | None = None
    states: Mapping[str, FileState] = field(default_factory=dict)

    def digest(self, path: str, status: os.stat_result) -> str | None:
        """The SHA-256 of a file that has not been touched since it was recorded, else None."""
        state = self.states.get(path)
        if state is None or state[:3] != (status.st_size, status.st_mtime_ns, status.st_ctime_ns):
            return None
        return state[3]


def load_known_files(path: Path) -> KnownFiles:
    """Read what `save_known_files` wrote; anything unexpected gives an empty result."""
    try:
        data = json.loads(read_plain(path))
        if data["format"] != _FORMAT:
            return KnownFiles()
        states = {name: (s[0], s[1], s[2], s[3]) for name, s in data["files"].items()}
        return KnownFiles(data["fingerprint"], states)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return KnownFiles()


def save_known_files(
    path: Path, output: Path, files: Mapping[str, str], fingerprint: str | None
) -> None:
    """Record the state of `files` (path -> SHA-256) below `output`. Raises OSError."""
    now = _now(path)
    states = dict(_states(output, files, now))
    data = {"format": _FORMAT, "fingerprint": fingerprint, "files": states}
    write_scratch(path, json.dumps(data, separators=(",", ":")).encode())


def _states(output: Path, files: Mapping[str, str], now: int) -> Iterable[tuple[str, FileState]]:
    for name, digest in files.items():
        try:
            status = os.lstat(os.path.join(output, name))
        except OSError:
            continue
        if now - max(status.st_mtime_ns, status.st_ctime_ns) > _TOO_FRESH_NS:
            yield name, (status.st_size, status.st_mtime_ns, status.st_ctime_ns, digest)


def _now(path: Path) -> int:
    """The file system's own clock, which may differ from the machine's."""
    scratch = path.with_suffix(".clock")
    write_scratch(scratch, b"")
    try:
        return scratch.stat().st_mtime_ns
    finally:
        scratch.unlink()
