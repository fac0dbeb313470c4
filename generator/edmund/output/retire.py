"""After a folder was replaced: the old one goes, and what somebody put into it meanwhile stays."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Set
from pathlib import Path

from edmund.output.journal import Journal
from edmund.output.staging import Entries, list_entries, remove_tree
from edmund.output.steps import Places, StepKind

__all__ = ["keep_rest", "retire_pieces"]


def retire_pieces(journal: Journal, places: Places) -> None:
    """After all steps: delete what they took away, and the folders of the output that they emptied.

    Can be repeated at any point. Raises OSError.
    """
    changes = journal.changes()
    for step in journal.steps:
        if step.kind is StepKind.PUT:
            continue
        new = places.output / step.path
        for old in (places.stage / step.path, places.retired / step.path):
            if old.is_dir() and not old.is_symlink():
                replaced = frozenset(path[len(step.path) + 1 :] for path in changes[step.path])
                keep_rest(old, new, _known(old, new, replaced), places.stage.parent)
    for step in journal.steps:
        if step.kind is StepKind.TAKE:
            _remove_empty(places.output, step.path.rpartition("/")[0])
    remove_tree(places.stage)
    remove_tree(places.retired)


def _known(old: Path, new: Path, replaced: Set[str]) -> Entries:
    """What of `old` may go: what was replaced, and what `new` holds as well."""
    here = list_entries(old)
    return Entries(
        (),
        tuple(path for path in here.files if path in replaced or _is_same(old / path, new / path)),
        tuple(path for path in here.links if _is_same_link(old / path, new / path)),
        (),
    )


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False


def _is_same_link(one: Path, other: Path) -> bool:
    try:
        return os.readlink(one) == os.readlink(other)
    except OSError:
        return False


def _remove_empty(output: Path, folder: str) -> None:
    while folder:
        try:
            os.rmdir(os.path.join(output, folder))
        except OSError:
            return
        folder = folder.rpartition("/")[0]


def keep_rest(retired: Path, new: Path, old: Entries, aside: Path) -> None:
    """Delete `retired`, which held `old`; what somebody put into it at the last moment moves to `new`.

    Where both folders hold such a file, the old folder is kept below `aside`, out of the way of the next run.
    """
    rest = remove_tree(retired, old)
    for path in (*rest.files, *rest.links):
        target = new / path
        # Links are made again as links, so on the way to a file there may be one where a folder was.
        if not os.path.lexists(target) and not _leads_through_link(new, path):
            target.parent.mkdir(parents=True, exist_ok=True)
            os.rename(retired / path, target)
    rest = remove_tree(retired, Entries((), (), (), ()))
    if rest.files or rest.links or rest.others:
        os.rename(retired, Path(tempfile.mkdtemp(prefix="kept-", dir=aside)) / retired.name)


def _leads_through_link(folder: Path, path: str) -> bool:
    parts = path.split("/")[:-1]
    return any(
        os.path.islink(os.path.join(folder, *parts[: count + 1])) for count in range(len(parts))
    )
