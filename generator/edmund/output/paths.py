"""Which file names may be written: safe below the output folder and the same on every file system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from edmund.diagnostics import Diagnostic, Severity, raise_on_errors

__all__ = ["check_paths", "path_fault"]

# Windows keeps these names for devices in every folder, with any extension and in any case; the
# superscript digits count as digits (Microsoft Learn, "Naming Files, Paths, and Namespaces").
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9¹²³])(\..*)?", re.I)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_LONGEST_COMPONENT = 255


def path_fault(path: str) -> str | None:
    """Say why `path` (relative, `/` between parts) may not be written, or None when it may."""
    if path.startswith("/"):
        return "is absolute"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return "has an empty, '.' or '..' part"
        if _FORBIDDEN.search(part):
            return "has a character that not every file system allows"
        if part[-1] in ". ":
            return "has a part that ends in a dot or a space"
        if _DEVICES.fullmatch(part):
            return "has a part that names a device on Windows"
        try:
            length = len(part.encode())
        except UnicodeEncodeError:
            return "has a lone surrogate"
        if length > _LONGEST_COMPONENT:
            return f"has a part longer than {_LONGEST_COMPONENT} bytes"
    return None


def check_paths(paths: Iterable[str]) -> None:
    """Refuse names that are unsafe, or that fall together where case or Unicode form does not count.

    Raises EdmundError (EDM501) that names all of them.
    """
    found: list[Diagnostic] = []
    files: dict[str, str] = {}
    folders: dict[str, str] = {}

    def refuse(message: str) -> None:
        found.append(Diagnostic("EDM501", Severity.ERROR, message))

    for path in paths:
        fault = path_fault(path)
        if fault is not None:
            refuse(f"output path {path!r} {fault}")
            continue
        same = files.setdefault(_folded(path), path)
        if same is not path:
            refuse(f"output paths {same!r} and {path!r} are one file on some file systems")
        parent = path.rpartition("/")[0]
        while parent and _folded(parent) not in folders:
            folders[_folded(parent)] = path
            parent = parent.rpartition("/")[0]
    for folded, path in files.items():
        inside = folders.get(folded)
        if inside is not None:
            refuse(f"output path {path!r} is a file, but {inside!r} needs it as a folder")
    raise_on_errors(found)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
