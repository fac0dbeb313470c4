"""Replacing an output folder as a whole: the new one is built beside it, then the two trade places.

At no moment is there a folder that is neither the old output nor the new one.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.output.destination import WorkFolder
from edmund.output.exchange import exchange
from edmund.output.manifest import MANIFEST_NAME
from edmund.output.plan import Plan
from edmund.output.retire import keep_rest
from edmund.output.scratch import read_sealed, unfinished, write_sealed
from edmund.output.staging import Entries, list_entries, remove_tree, stage_tree
from edmund.output.whole import check_may_go_whole

__all__ = ["clear_exchange", "exchange_output"]


def exchange_output(
    plan: Plan,
    written: dict[str, bytes],
    work: WorkFolder,
    output: Path,
    seal: str,
    step: Callable[[int], None] | None,
) -> None:
    """Carry out `plan`; `written` holds the files that are new or different.

    Raises CannotStage or ExchangeUnsupported, with nothing done, when the folder cannot be replaced
    as a whole; OSError, with nothing done, when the system refuses.
    """
    before = os.lstat(output) if os.path.lexists(output) else None
    old = Entries((), (), (), ())
    if before is not None:
        old = list_entries(output)
        ours = {MANIFEST_NAME, *plan.unchanged, *plan.updated, *plan.deleted}
        check_may_go_whole(output, old, ours.__contains__, work.folder)
    os.mkdir(work.stage, 0o700)
    try:
        drop = frozenset(plan.deleted)
        stage_tree(work.stage, output, written, old=old, drop=drop, step=step)
        if before is None:
            os.chmod(work.stage, 0o755)
            _make_parents(output)
            os.rename(work.stage, output)
            return
        os.chmod(work.stage, stat.S_IMODE(before.st_mode))
        _check_same(before, output)
        _announce(work, old, before, seal)
        exchange(work.stage, output)
    except BaseException:
        if _exchanged(work, seal) is None:
            remove_tree(work.stage)
            work.exchange.unlink(missing_ok=True)
        raise
    _retire(work, output, old)


def clear_exchange(work: WorkFolder, output: Path, seal: str) -> bool:
    """After a run that died: clear the stage away, whichever of the two folders it now holds.

    Returns whether the exchange had been made.
    """
    old = _exchanged(work, seal)
    if old is not None:
        _retire(work, output, old)
        return True
    for path in (work.stage, work.exchange, unfinished(work.exchange)):
        remove_tree(path)
    return False


def _check_same(before: os.stat_result, output: Path) -> None:
    now = os.lstat(output)
    if (now.st_dev, now.st_ino) != (before.st_dev, before.st_ino):
        message = "the output folder was replaced by something else during the run"
        raise EdmundError(
            (Diagnostic("EDM509", Severity.ERROR, message, Span(str(output)), "run again"),)
        )


def _announce(work: WorkFolder, old: Entries, before: os.stat_result, seal: str) -> None:
    """Record which folder the stage is now, so that a later run can tell what happened."""
    new = os.lstat(work.stage).st_ino
    write_sealed(
        work.exchange,
        seal,
        {"stage": new, "output": before.st_ino, "files": old.files, "links": old.links},
    )


def _exchanged(work: WorkFolder, seal: str) -> Entries | None:
    """What the old output held when the two folders have traded places, else None."""
    data = read_sealed(work.exchange, seal)
    try:
        if data is None or os.lstat(work.stage).st_ino != data["output"]:
            return None
        return Entries((), tuple(data["files"]), tuple(data["links"]), ())
    except (OSError, KeyError, TypeError):
        return None


def _retire(work: WorkFolder, output: Path, old: Entries) -> None:
    keep_rest(work.stage, output, old, work.folder)
    work.exchange.unlink(missing_ok=True)


def _make_parents(output: Path) -> None:
    missing = [folder for folder in output.parents if not folder.exists()]
    for folder in reversed(missing):
        os.mkdir(folder)
        os.chmod(folder, 0o755)
