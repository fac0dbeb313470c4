"""Folders of metadata: services such as Redfish describe themselves in hundreds of documents."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = ["MOST_FILES", "metadata_files"]

MOST_FILES = 10_000
"""Documents below one folder; all of Redfish are 300."""

_ENDINGS = (".csdl", ".edmx", ".xml", ".json")
_LOOKED_AT = 4096
_MARKS = (b"Edmx", b"E\0d\0m\0x", b'"$Version"')


def metadata_files(path: Path, shown: str, place: Span | None = None) -> tuple[Path, ...]:
    """The file itself, or all CSDL documents below a folder, by name.

    A document is told by its ending (.csdl, .edmx, .xml, .json) and by what it begins with: folders of
    metadata hold schemas of other kinds, too. Links are not followed. Raises EdmundError (EDM608) for a
    folder without any, or with too many.
    """
    if not path.is_dir():
        return (path,)
    found: list[Path] = []
    for file in _below(path):
        if len(found) == MOST_FILES:
            raise _failed(
                f"there are more than {MOST_FILES} documents below '{shown}'", shown, place
            )
        found.append(file)
    if not found:
        raise _failed(f"there is no CSDL document below the folder '{shown}'", shown, place)
    return tuple(found)


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            file = Path(here, name)
            if name.lower().endswith(_ENDINGS) and not file.is_symlink() and _is_csdl(file):
                yield file


def _is_csdl(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            start = opened.read(_LOOKED_AT)
    except OSError:
        return True  # reading it will say what is wrong
    return any(mark in start for mark in _MARKS)


def _failed(message: str, shown: str, place: Span | None) -> EdmundError:
    return EdmundError((Diagnostic("EDM608", Severity.ERROR, message, place or Span(shown)),))
