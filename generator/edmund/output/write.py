"""Writing an output folder: plan, stage, replace. Either the old output is there or the new one."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span, raise_on_errors
from edmund.output.destination import (
    Destination,
    WorkFolder,
    check_destination,
    prepare_work_folder,
    work_folder,
)
from edmund.output.exchange import ExchangeUnsupported
from edmund.output.exclusive import exclusive
from edmund.output.manifest import MANIFEST_NAME
from edmund.output.paths import check_paths
from edmund.output.piecewise import recover_pieces, replace_pieces
from edmund.output.plan import Plan, make_plan
from edmund.output.staging import CannotStage
from edmund.output.state import load_known_files, save_known_files
from edmund.output.swap import clear_exchange, exchange_output

__all__ = ["WriteReport", "plan_output", "write_output"]

DEFAULT_TIMEOUT = 120.0


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What happened, as paths below the output folder."""

    created: tuple[str, ...]
    updated: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: int
    replaced_by_force: tuple[str, ...]
    recovered: bool = False


def plan_output(files: Iterable[tuple[str, str]], destination: Destination) -> Plan:
    """What `write_output` would do with `files`, pairs of path and text.

    Nothing is written; obstacles are in the plan. Raises EdmundError for
    names and folders that can never be written.
    """
    contents = _contents(files)
    check_destination(destination)
    known = load_known_files(work_folder(destination).state)
    return make_plan(destination.folder, contents, known)


def write_output(
    files: Iterable[tuple[str, str]],
    destination: Destination,
    *,
    fingerprint: str | None = None,
    force: bool = False,
    timeout: float = DEFAULT_TIMEOUT,
    waiting: Callable[[], None] = lambda: None,
    step: Callable[[int], None] | None = None,
) -> WriteReport:
    """Make the folder hold exactly `files`, pairs of path and text, plus what is not Edmund's.

    All is checked first, all is staged next to the folder, then the folder is replaced: a run that
    fails or dies at any moment leaves the old output or the new one. Where the folder can only be
    replaced piece by piece (see `piecewise`), the moving outlives a run that is killed; if it is cut short
    all the same (no power, no `fork`), the next run completes it. Files that do not change keep their times. `fingerprint` is recorded for `current_manifest`. Raises EdmundError (EDM50x).
    """
    contents = _contents(files)
    check_destination(destination)
    work = work_folder(destination)
    try:
        prepare_work_folder(work)
        with exclusive(work.lock, timeout=timeout, waiting=waiting) as seal:
            recovered = _recover(work, destination.folder, seal)
            known = load_known_files(work.state)
            plan = make_plan(destination.folder, contents, known, force=force)
            raise_on_errors(plan.obstacles)
            if not plan.changes_nothing:
                _check_writable(plan, destination.folder)
                _replace(plan, work, destination.folder, seal, step)
            save_known_files(work.state, destination.folder, plan.manifest.files, fingerprint)
    except OSError as error:
        raise EdmundError((_system_fault(error, destination.folder),)) from error
    return WriteReport(
        created=plan.created,
        updated=plan.updated,
        deleted=plan.deleted,
        unchanged=len(plan.unchanged),
        replaced_by_force=plan.replaced_by_force,
        recovered=recovered,
    )


def _contents(files: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    paths: list[str] = []
    for path, text in files:
        paths.append(path)
        contents[path] = text.encode("utf-8")
    check_paths(paths)
    if len(paths) != len(contents):
        twice = sorted({path for path in paths if paths.count(path) > 1})
        raise EdmundError(
            Diagnostic("EDM501", Severity.ERROR, f"output path {path!r} is made twice")
            for path in twice
        )
    return dict(sorted(contents.items()))


def _replace(
    plan: Plan,
    work: WorkFolder,
    output: Path,
    seal: str,
    step: Callable[[int], None] | None,
) -> None:
    written = {path: plan.contents[path] for path in (*plan.created, *plan.updated)}
    written[MANIFEST_NAME] = plan.manifest.to_bytes()
    try:
        exchange_output(plan, written, work, output, seal, step)
    except (CannotStage, ExchangeUnsupported):
        replace_pieces(plan, written, work, output, seal, step)


def _recover(work: WorkFolder, output: Path, seal: str) -> bool:
    """Complete or clear away what a run that died left behind; say whether it was completed.

    A journal or an exchange that was not written here for this user is cleared away unread.
    """
    return recover_pieces(work, output, seal) or clear_exchange(work, output, seal)


def _check_writable(plan: Plan, output: Path) -> None:
    touched = {""}
    for path in (*plan.created, *plan.updated, *plan.deleted):
        folder = path.rpartition("/")[0]
        while folder not in touched:
            touched.add(folder)
            folder = folder.rpartition("/")[0]
    for folder in sorted(touched):
        full = output / folder
        if os.path.isdir(full) and not os.access(full, os.W_OK | os.X_OK):
            raise PermissionError(13, "no permission to write in this folder", str(full))


def _system_fault(error: OSError, output: Path) -> Diagnostic:
    place = Path(str(error.filename) if error.filename else str(output))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        place = _nearest(place)
    message = f"cannot write the output: {error.strerror or error}"
    hint = "nothing was changed" if not isinstance(error, InterruptedError) else None
    return Diagnostic("EDM507", Severity.ERROR, message, Span(str(place)), hint)


def _nearest(path: Path) -> Path:
    """What is there of the way to `path`, the end of it: that refuses what comes below."""
    while not os.path.lexists(path) and path != path.parent:
        path = path.parent
    return path
