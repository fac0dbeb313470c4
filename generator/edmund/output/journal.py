"""Replacing file by file, with a journal: a run that dies is completed by the next one.

Used where a whole folder cannot be exchanged: some file systems, Windows, an output that is a mount
or holds what hard links cannot carry.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.output.manifest import MANIFEST_NAME, digest
from edmund.output.paths import path_fault

__all__ = ["Journal", "carry_out", "load_journal", "save_journal"]

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Journal:
    """What is to happen: `deletions`, then `moves` from the stage, the manifest last.

    `before` holds the digest that a file must still have to be replaced or deleted.
    """

    moves: tuple[str, ...]
    deletions: tuple[str, ...]
    before: Mapping[str, str]
    after: Mapping[str, str]


def save_journal(path: Path, journal: Journal) -> None:
    """From the moment this returns the run will be completed, by this process or the next."""
    content = {
        "format": _FORMAT,
        "moves": journal.moves,
        "deletions": journal.deletions,
        "before": dict(journal.before),
        "after": dict(journal.after),
    }
    scratch = path.with_suffix(".new")
    scratch.write_text(json.dumps(content), encoding="utf-8")
    os.replace(scratch, path)


def load_journal(path: Path) -> Journal | None:
    """The journal of a run that did not end, or None."""
    try:
        data = json.loads(path.read_bytes())
        if data["format"] != _FORMAT:
            return None
        journal = Journal(
            tuple(data["moves"]), tuple(data["deletions"]), data["before"], data["after"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if any(path_fault(name) for name in (*journal.moves, *journal.deletions)):
        return None
    return journal


def carry_out(journal: Journal, stage: Path, output: Path) -> None:
    """Do what is left to do. Can be repeated at any point.

    Raises EdmundError (EDM505) when a file was changed by somebody else since the journal was
    written, and OSError when the system refuses; the journal then stays, nothing is lost.
    """
    # The manifest goes last, so that until then each old file still counts as Edmund's.
    for path in (*(m for m in journal.moves if m != MANIFEST_NAME), *journal.deletions):
        _check_untouched(journal, path, output)
    output.mkdir(mode=0o755, parents=True, exist_ok=True)
    # Deletions come first: a file may have to make room for a folder of its name, or the reverse.
    for path in journal.deletions:
        full = os.path.join(output, path)
        if os.path.isfile(full) or os.path.islink(full):
            os.unlink(full)
        _remove_empty(output, path)
    for path in journal.moves:
        staged = os.path.join(stage, path)
        if path == MANIFEST_NAME or not os.path.lexists(staged):
            continue
        _make_parents(output, path)
        os.replace(staged, os.path.join(output, path))
    staged = os.path.join(stage, MANIFEST_NAME)
    if os.path.lexists(staged):
        os.replace(staged, os.path.join(output, MANIFEST_NAME))


def _check_untouched(journal: Journal, path: str, output: Path) -> None:
    full = os.path.join(output, path)
    allowed = {journal.before.get(path), journal.after.get(path)}
    try:
        status = os.lstat(full)
        if stat.S_ISDIR(status.st_mode):
            return  # the file has made room already, or the system will refuse to replace it
        current = None
        if stat.S_ISREG(status.st_mode):
            with open(full, "rb") as file:
                current = digest(file.read())
    except (FileNotFoundError, NotADirectoryError):
        return
    if current not in allowed or current is None:
        message = f"{path!r} was changed while Edmund was replacing the output; it is left as it is"
        hint = "move the file elsewhere and run again: the interrupted run will be completed"
        raise EdmundError((Diagnostic("EDM505", Severity.ERROR, message, Span(full), hint),))


def _make_parents(output: Path, path: str) -> None:
    parts = path.split("/")[:-1]
    current = str(output)
    for part in parts:
        current = os.path.join(current, part)
        try:
            os.mkdir(current)
            os.chmod(current, 0o755)
        except FileExistsError:
            if not stat.S_ISDIR(os.lstat(current).st_mode):
                raise


def _remove_empty(output: Path, path: str) -> None:
    folder = path.rpartition("/")[0]
    while folder:
        try:
            os.rmdir(os.path.join(output, folder))
        except OSError:
            return
        folder = folder.rpartition("/")[0]
