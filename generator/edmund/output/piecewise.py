"""Replacing an output piece by piece: folders that can go whole in one step each, all else file by file.

A mixture of the old output and the new one is there for as long as some renames take. A process of its own makes
them, which outlives a run that is killed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from edmund.output.destination import WorkFolder
from edmund.output.journal import Journal, load_journal, prepare, save_journal
from edmund.output.manifest import digest
from edmund.output.outliving import outlived
from edmund.output.pieces import stage_pieces
from edmund.output.plan import Plan
from edmund.output.retire import retire_pieces
from edmund.output.scratch import unfinished
from edmund.output.signals import signals_held
from edmund.output.staging import CannotStage, remove_tree
from edmund.output.steps import CannotTrade, Places, ready_steps, take_back

__all__ = ["recover_pieces", "replace_pieces"]


def replace_pieces(
    plan: Plan,
    written: dict[str, bytes],
    work: WorkFolder,
    output: Path,
    seal: str,
    step: Callable[[int], None] | None,
) -> None:
    """Carry out `plan`; `written` holds the files that are new or different.

    Raises EdmundError and OSError: before the first step with nothing done, later with a journal that the next run
    completes.
    """
    for whole_folders in (True, False):
        _clear(work)
        os.mkdir(work.stage, 0o700)
        try:
            steps = stage_pieces(
                plan, written, work, output, whole_folders=whole_folders, step=step
            )
            before = {path: plan.previous[path] for path in (*plan.updated, *plan.deleted)}
            after = {path: digest(content) for path, content in written.items()}
            journal = Journal(steps, before, after)
            save_journal(work.journal, journal, seal)
        except BaseException:
            _clear(work)
            raise
        try:
            return _finish(journal, work, output, again=False)
        except CannotTrade:
            continue
    raise AssertionError("without whole folders there are no trades")


def recover_pieces(work: WorkFolder, output: Path, seal: str) -> bool:
    """Complete what a run that died began; say whether there was such a run, and whether it is complete now.

    A journal that was not written here for this user is cleared away unread. Raises EdmundError and OSError.
    """
    journal = load_journal(work.journal, seal)
    if journal is None:
        for path in (work.journal, unfinished(work.journal), work.retired):
            remove_tree(path)
        return False
    try:
        _finish(journal, work, output, again=True)
    except (CannotStage, CannotTrade):
        take_back(journal.steps, _places(work, output))
        _clear(work)
        return False
    return True


def _finish(journal: Journal, work: WorkFolder, output: Path, *, again: bool) -> None:
    places = _places(work, output)
    prepare(journal, places, again=again)
    # From the first change on the output is a mixture: nothing that can wait comes in between, and what
    # cannot (SIGKILL) ends this process, not the moving.
    with signals_held():
        if not outlived(lambda: ready_steps(journal.steps, places)):
            try:
                ready_steps(journal.steps, places)()
            except CannotTrade:
                take_back(journal.steps, places)
                raise
    retire_pieces(journal, places)
    work.journal.unlink(missing_ok=True)


def _places(work: WorkFolder, output: Path) -> Places:
    return Places(work.stage, output, work.retired)


def _clear(work: WorkFolder) -> None:
    """Forget what was staged. The journal goes first: without it nothing that is left means anything."""
    work.journal.unlink(missing_ok=True)
    remove_tree(work.stage)
    remove_tree(work.retired)
