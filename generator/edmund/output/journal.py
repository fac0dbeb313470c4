"""Replacing file by file, with a journal: a run that dies is completed, by its child or by the next one.

Used where a whole folder cannot be exchanged: some file systems, Windows, an output that is a mount
or holds what hard links cannot carry.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.output.manifest import MANIFEST_NAME, digest
from edmund.output.paths import path_fault
from edmund.output.scratch import read_plain, read_sealed, write_sealed

__all__ = ["Journal", "carry_out", "load_journal", "save_journal"]

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Journal:
    """What is to happen: `deletions`, then `moves` from the stage, the manifest last.

    `before` holds the digest that a file must still have to be replaced or deleted, `after` the one
    that each staged file must have.
    """

    moves: tuple[str, ...]
    deletions: tuple[str, ...]
    before: Mapping[str, str]
    after: Mapping[str, str]


def save_journal(path: Path, journal: Journal, seal: str) -> None:
    """From the moment this returns the run will be completed, by this process or the next."""
    content: dict[str, object] = {
        "format": _FORMAT,
        "moves": journal.moves,
        "deletions": journal.deletions,
        "before": dict(journal.before),
        "after": dict(journal.after),
    }
    write_sealed(path, seal, content)


def load_journal(path: Path, seal: str) -> Journal | None:
    """The journal of a run that did not end, made here for this user, or None."""
    data = read_sealed(path, seal)
    if data is None:
        return None
    try:
        if data["format"] != _FORMAT:
            return None
        journal = Journal(
            tuple(data["moves"]), tuple(data["deletions"]), data["before"], data["after"]
        )
    except (KeyError, TypeError):
        return None
    if any(path_fault(name) for name in (*journal.moves, *journal.deletions)):
        return None
    return journal


def carry_out(journal: Journal, stage: Path, output: Path) -> None:
    """Do what is left to do. Can be repeated at any point.

    Raises EdmundError (EDM505) when a file was changed by somebody else since the journal was
    written, (EDM503) when a link is on the way to one, and OSError when the system refuses; the
    journal then stays, nothing is lost.
    """
    # The manifest goes last, so that until then each old file still counts as Edmund's.
    for path in (*(m for m in journal.moves if m != MANIFEST_NAME), *journal.deletions):
        _check_no_link(output, path)
        _check_untouched(journal, path, output)
        _check_staged(journal, path, stage)
    _check_no_link(output, MANIFEST_NAME)
    output.mkdir(mode=0o755, parents=True, exist_ok=True)
    # From the first file that goes to the last one that comes the output is a mixture. All else is done before.
    for folder in sorted({path.rpartition("/")[0] for path in journal.moves}):
        with suppress(OSError):  # where a file has to make room first
            _make_folder(output, folder)
    moves = [
        (os.path.join(stage, path), os.path.join(output, path))
        for path in (*(m for m in journal.moves if m != MANIFEST_NAME), MANIFEST_NAME)
    ]
    # Deletions come first: a file may have to make room for a folder of its name, or the reverse.
    for path in journal.deletions:
        full = os.path.join(output, path)
        if os.path.isfile(full) or os.path.islink(full):
            os.unlink(full)
        _remove_empty(output, path)
    for staged, target in moves:
        try:
            os.replace(staged, target)
        except FileNotFoundError:
            if os.path.lexists(
                staged
            ):  # It has not been moved: its folder went with the old files.
                _make_folder(output, os.path.relpath(os.path.dirname(target), output))
                os.replace(staged, target)


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


def _check_no_link(output: Path, path: str) -> None:
    """Nothing on the way from the output to `path` is a link."""
    current = str(output)
    for part in ("", *path.split("/")[:-1]):
        current = os.path.join(current, part) if part else current
        if os.path.islink(current):
            message = "the way to a file leads through a symbolic link, which is not followed"
            raise EdmundError(
                (Diagnostic("EDM503", Severity.ERROR, message, Span(current), "remove the link"),)
            )


def _check_staged(journal: Journal, path: str, stage: Path) -> None:
    """What waits in the stage is what the journal was written for."""
    full = os.path.join(stage, path)
    if path not in journal.moves or not os.path.lexists(full):
        return  # it has been moved already
    _check_no_link(stage, path)
    if digest(read_plain(Path(full))) != journal.after.get(path):
        message = f"{path!r} was changed while it waited to be moved into the output"
        hint = f"delete {os.path.dirname(stage)} and run again"
        raise EdmundError((Diagnostic("EDM505", Severity.ERROR, message, Span(full), hint),))


def _make_folder(output: Path, folder: str) -> None:
    current = str(output)
    for part in folder.split("/") if folder else ():
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
