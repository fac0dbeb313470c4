"""Replacing piece by piece, with a journal: a run that dies is completed, by its child or by the next one.

Used where the output folder cannot be exchanged as it is: it holds a repository or another output, it is or holds
a mount, a shell stands in it, or the file system (or Windows) cannot exchange two folders.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.output.manifest import MANIFEST_NAME, digest
from edmund.output.paths import path_fault
from edmund.output.scratch import read_plain, read_sealed, write_sealed
from edmund.output.staging import list_entries, make_folders, stage_rest_again
from edmund.output.steps import Places, Step, StepKind, is_made
from edmund.output.whole import check_may_go_whole

__all__ = ["Journal", "load_journal", "prepare", "save_journal"]

_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Journal:
    """What is to happen: `steps`, the manifest's last.

    `before` holds the digest that each file which is replaced or deleted must still have, `after` the one that
    each file which was written must have; the paths of both are those of files, each in the piece of one step.
    """

    steps: tuple[Step, ...]
    before: Mapping[str, str]
    after: Mapping[str, str]

    def changes(self) -> dict[str, list[str]]:
        """The files that change, by the path of the step that changes them."""
        found: dict[str, list[str]] = {step.path: [] for step in self.steps}
        for path in {**self.before, **self.after}:
            piece = path
            while piece and piece not in found:
                piece = piece.rpartition("/")[0]
            found.setdefault(piece, []).append(path)
        return found


def save_journal(path: Path, journal: Journal, seal: str) -> None:
    """From the moment this returns the run will be completed, by this process or the next."""
    content: dict[str, object] = {
        "format": _FORMAT,
        "steps": [(step.kind.value, step.path, step.inode) for step in journal.steps],
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
        steps = tuple(Step(StepKind(kind), name, inode) for kind, name, inode in data["steps"])
        journal = Journal(steps, data["before"], data["after"])
        names = (*(step.path for step in steps), *journal.before, *journal.after)
    except (KeyError, TypeError, ValueError):
        return None
    return None if any(path_fault(name) for name in names) else journal


def prepare(journal: Journal, places: Places, *, again: bool) -> None:
    """Check all that the steps rest on, and make the folders that they need: what can be done beforehand.

    With `again`, after a run that died, what is carried over in folders is made anew. Can be repeated at any
    point. Raises EdmundError (EDM505) when a file was changed by somebody else since the journal was written,
    (EDM503) when a link is on the way to one, CannotStage when a folder can no longer be replaced whole, and
    OSError when the system refuses; the journal then stays, nothing is lost.
    """
    places.output.mkdir(mode=0o755, parents=True, exist_ok=True)
    changes = journal.changes()
    for step in journal.steps:
        _check_no_link(places.output, step.path)
        if is_made(step, places):
            continue
        for path in changes[step.path]:
            _check_no_link(places.output, path)
            if path != MANIFEST_NAME:
                _check_untouched(journal, path, places.output)
            _check_staged(journal, path, places.stage)
        if again and step.kind is StepKind.TRADE:
            _stage_again(journal, step.path, changes[step.path], places)
    places.retired.mkdir(mode=0o700, exist_ok=True)
    retired, new = {""}, {""}
    for step in journal.steps:
        folder = step.path.rpartition("/")[0]
        if step.kind is not StepKind.PUT:
            make_folders(places.retired, folder, retired)
        if step.kind is not StepKind.TAKE:
            with suppress(OSError):  # where a file has to make room first
                make_folders(places.output, folder, new)


def _stage_again(journal: Journal, piece: str, changed: Iterable[str], places: Places) -> None:
    """Carry over what the folder `piece` holds now beside the files that Edmund changes."""
    staged, target = places.stage / piece, places.output / piece
    if not target.is_dir() or not staged.is_dir():
        return
    below = [path[len(piece) + 1 :] for path in changed]
    written = frozenset(path for path in below if f"{piece}/{path}" in journal.after)
    ours = frozenset(below)
    check_may_go_whole(target, list_entries(target), ours.__contains__, places.stage.parent)
    stage_rest_again(staged, target, written, ours - written)


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
    if path not in journal.after:
        return
    _check_no_link(stage, path)
    if digest(read_plain(Path(full))) != journal.after.get(path):
        message = f"{path!r} was changed while it waited to be moved into the output"
        hint = f"delete {os.path.dirname(stage)} and run again"
        raise EdmundError((Diagnostic("EDM505", Severity.ERROR, message, Span(full), hint),))
