"""Whether an output folder is exactly what the last run left, for the same inputs."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping

from edmund.diagnostics import EdmundError
from edmund.output.destination import Destination, check_destination, work_folder
from edmund.output.manifest import Manifest, digest, load_manifest
from edmund.output.state import KnownFiles, load_known_files

__all__ = ["current_manifest"]


def current_manifest(destination: Destination, fingerprint: str) -> Manifest | None:
    """The manifest when the last run had this `fingerprint` and no file has changed since, else None.

    A file that keeps its size and times is not read again. Raises EdmundError when the folder
    is one that may not be written at all.
    """
    check_destination(destination)
    work = work_folder(destination)
    known = load_known_files(work.state)
    if known.fingerprint != fingerprint or work.journal.exists() or work.exchange.exists():
        return None
    try:
        manifest = load_manifest(destination.folder)
    except EdmundError:
        return None
    if manifest is None or not _untouched(str(destination.folder), manifest.files, known):
        return None
    return manifest


def _untouched(folder: str, files: Mapping[str, str], known: KnownFiles) -> bool:
    folders: set[str] = set()
    try:
        for path, wanted in files.items():
            above = path.rpartition("/")[0]
            while above and above not in folders:
                if not stat.S_ISDIR(os.lstat(f"{folder}/{above}").st_mode):
                    return False
                folders.add(above)
                above = above.rpartition("/")[0]
            full = f"{folder}/{path}"
            status = os.lstat(full)
            if not stat.S_ISREG(status.st_mode):
                return False
            current = known.digest(path, status)
            if current is None:
                with open(full, "rb") as file:
                    current = digest(file.read())
            if current != wanted:
                return False
    except OSError:
        return False
    return True
