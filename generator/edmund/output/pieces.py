"""Staging piece by piece, for an output that has to stay the folder that it is.

The pieces are as large as can be: what has to stay (a repository, another output, a mount, the folder that a
shell stands in) keeps the folders above it, and all beside it is replaced whole.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from edmund.output.destination import WorkFolder
from edmund.output.exchange import can_exchange
from edmund.output.manifest import MANIFEST_NAME
from edmund.output.plan import Plan
from edmund.output.staging import (
    CannotStage,
    Entries,
    list_entries,
    make_folders,
    remove_tree,
    stage_files,
    stage_tree,
)
from edmund.output.steps import Step, StepKind
from edmund.output.whole import check_may_go_whole

__all__ = ["stage_pieces"]

_ORDER = (StepKind.TRADE, StepKind.TAKE, StepKind.PUT)


def stage_pieces(
    plan: Plan,
    written: dict[str, bytes],
    work: WorkFolder,
    output: Path,
    *,
    whole_folders: bool,
    step: Callable[[int], None] | None,
) -> tuple[Step, ...]:
    """Stage `written` and return the steps that make `output` what `plan` says, in their order.

    Without `whole_folders` each piece is a file. Trades of folders come first, while all can be taken back; the
    manifest comes last, so that until then each old file still counts as Edmund's. Raises OSError.
    """
    ours = frozenset((MANIFEST_NAME, *plan.unchanged, *plan.updated, *plan.deleted))
    exchanges = can_exchange(work.stage)
    staging = _Staging(written, ours, work, output, whole_folders, exchanges)
    kinds = tuple(staging.kinds("", (*written, *plan.deleted)))
    files = {path: written[path] for _, path in kinds if path in written}
    stage_files(work.stage, files, step, staging.made)
    steps = (Step(kind, path, _inode(work.stage / path)) for kind, path in kinds)
    return tuple(sorted(steps, key=lambda s: (s.path == MANIFEST_NAME, _ORDER.index(s.kind))))


@dataclass(slots=True)
class _Staging:
    written: dict[str, bytes]
    ours: frozenset[str]
    work: WorkFolder
    output: Path
    whole_folders: bool
    exchanges: bool
    made: set[str] = field(default_factory=lambda: {""})

    def kinds(self, folder: str, changed: Sequence[str]) -> Iterator[tuple[StepKind, str]]:
        """The pieces below `folder`, which stays what it is, for the files `changed`; those that become folders are staged."""
        for entry, paths in _by_entry(folder, changed):
            whole = self._whole(entry, paths) if paths != [entry] else None
            if whole is not None:
                yield whole, entry
                continue
            if entry in paths:
                yield self._file(entry), entry
            yield from self.kinds(entry, [path for path in paths if path != entry])

    def _file(self, path: str) -> StepKind:
        if path not in self.written:
            return StepKind.TAKE
        # To replace a file that was just written waits for the disk with some file systems; to exchange does not.
        trades = self.whole_folders and self.exchanges and (self.output / path).is_file()
        return StepKind.TRADE if trades else StepKind.PUT

    def _whole(self, entry: str, paths: Sequence[str]) -> StepKind | None:
        """Stage `entry`, a folder now or afterwards; None when it has to be replaced piece by piece."""
        if not self.whole_folders:
            return None
        make_folders(self.work.stage, entry.rpartition("/")[0], self.made)
        staged = self.work.stage / entry
        try:
            if entry not in self.written:
                self._folder(entry, paths)
        except CannotStage:
            remove_tree(staged)
            return None
        gone = entry not in self.written and not os.path.lexists(staged)
        return StepKind.TAKE if gone else StepKind.TRADE

    def _folder(self, entry: str, paths: Sequence[str]) -> None:
        """Stage what the folder `entry` shall hold; nothing when it shall be gone. Raises CannotStage."""
        target, staged = self.output / entry, self.work.stage / entry
        below = len(entry) + 1
        contents = {path[below:]: self.written[path] for path in paths if path in self.written}
        drop = frozenset(path[below:] for path in paths if path not in self.written)
        old = Entries((), (), (), ())
        mode = 0o755
        if target.is_dir() and not target.is_symlink():
            old = list_entries(target)
            check_may_go_whole(
                target, old, lambda path: f"{entry}/{path}" in self.ours, self.work.folder
            )
            mode = stat.S_IMODE(os.lstat(target).st_mode)
        stays = [path for path in (*old.files, *old.links) if path not in drop]
        if not self.exchanges and any(f"{entry}/{path}" not in self.ours for path in stays):
            raise CannotStage  # what is not ours shall not be gone between two renames
        os.mkdir(staged)
        stage_tree(staged, target, contents, old=old, drop=drop)
        os.chmod(staged, mode)
        if not os.listdir(staged):
            os.rmdir(staged)


def _by_entry(folder: str, changed: Iterable[str]) -> list[tuple[str, list[str]]]:
    """`changed`, sorted, by the entry of `folder` that each is or lies in."""
    found: dict[str, list[str]] = {}
    start = len(folder) + 1 if folder else 0
    for path in sorted(changed):
        found.setdefault(path[: start + len(path[start:].partition("/")[0])], []).append(path)
    return list(found.items())


def _inode(path: Path) -> int:
    try:
        return os.lstat(path).st_ino
    except (FileNotFoundError, NotADirectoryError):
        return 0
