"""The manifest: which files of an output folder Edmund wrote, each with its SHA-256.

It lies in the folder itself and is meant to be committed with it, so it holds neither dates nor
anything of the machine. It is what gives Edmund the right to overwrite or delete a file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.output.paths import path_fault
from edmund.output.scratch import read_plain

__all__ = ["MANIFEST_NAME", "Manifest", "digest", "load_manifest", "parse_manifest"]

MANIFEST_NAME = ".edmund-manifest.json"
_FORMAT = 1
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files` maps each path below the output folder (with `/`) to its SHA-256 in hex."""

    files: Mapping[str, str] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The manifest as it is written: sorted, one file a line, so that it merges well."""
        content = {"edmund_manifest": _FORMAT, "files": dict(sorted(self.files.items()))}
        return (json.dumps(content, indent=1, ensure_ascii=True) + "\n").encode()


def digest(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def load_manifest(output: Path) -> Manifest | None:
    """The manifest of the folder `output`, or None when there is none.

    Raises EdmundError (EDM508) when the file is there and cannot be trusted.
    """
    path = output / MANIFEST_NAME
    try:
        if path.is_symlink():
            raise _invalid(path, "is a symbolic link")
        content = read_plain(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _invalid(path, f"cannot be read: {error.strerror}") from error
    return parse_manifest(content, path)


def parse_manifest(content: bytes, path: Path) -> Manifest:
    """Read a manifest's bytes; `path` is for messages. Raises EdmundError (EDM508)."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _invalid(path, "is not JSON (a merge conflict?)") from error
    if not isinstance(data, dict) or data.get("edmund_manifest") != _FORMAT:
        raise _invalid(path, f"is not a manifest of format {_FORMAT}")
    files = data.get("files")
    if not isinstance(files, dict):
        raise _invalid(path, "has no 'files' object")
    for name, value in files.items():
        fault = path_fault(name)
        if fault is not None or name == MANIFEST_NAME:
            raise _invalid(path, f"lists {name!r}, which {fault or 'is the manifest itself'}")
        if not isinstance(value, str) or len(value) != 64 or not _HEX.issuperset(value):
            raise _invalid(path, f"has no SHA-256 for {name!r}")
    return Manifest(files)


def _invalid(path: Path, message: str) -> EdmundError:
    hint = (
        "restore the manifest from version control; or delete it together with the generated "
        "files and generate again"
    )
    return EdmundError(
        (Diagnostic("EDM508", Severity.ERROR, f"the manifest {message}", Span(str(path)), hint),)
    )
