"""The steps by which an output is replaced piece by piece: each is one rename, and tells whether it was made.

A piece is a file or a whole folder. From the first step to the last the output is a mixture, so that nothing
is done in between that could be done before or afterwards.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from edmund.output.exchange import ExchangeUnsupported, exchange
from edmund.output.staging import make_folders

__all__ = ["CannotTrade", "Places", "Step", "StepKind", "is_made", "ready_steps", "take_back"]


class StepKind(Enum):
    """What happens to a piece."""

    TRADE = "trade"
    """What is staged and what is there, if anything, trade places, whether files or folders."""
    TAKE = "take"
    """What is there goes."""
    PUT = "put"
    """What is staged goes where nothing is, or a file replaces a file."""


@dataclass(frozen=True, slots=True)
class Step:
    """`path` is below the output; `inode` is that of what is staged, 0 where nothing is."""

    kind: StepKind
    path: str
    inode: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where pieces are: new ones in `stage`, the output's, and those that were taken away in `retired`."""

    stage: Path
    output: Path
    retired: Path


class CannotTrade(Exception):
    """The system does not let a piece trade places."""


def is_made(step: Step, places: Places) -> bool:
    """Whether the step was made already, by whichever run."""
    if step.kind is StepKind.TAKE:
        return os.path.lexists(places.retired / step.path)
    try:
        return os.lstat(places.stage / step.path).st_ino != step.inode
    except (FileNotFoundError, NotADirectoryError):
        return True


def ready_steps(steps: Iterable[Step], places: Places) -> Callable[[], None]:
    """What makes, in this order, those steps that were not made yet. Can be repeated at any point.

    What is returned raises CannotTrade, or OSError when the system refuses.
    """
    left = [
        (
            step.kind,
            os.path.join(places.stage, step.path),
            os.path.join(places.output, step.path),
            os.path.join(places.retired, step.path),
        )
        for step in steps
        if not is_made(step, places)
    ]
    output = places.output
    _rehearse(places.stage)

    def make() -> None:
        for kind, staged, target, retired in left:
            if kind is StepKind.PUT:
                _put(staged, target, output)
            elif kind is StepKind.TAKE:
                with suppress(FileNotFoundError):
                    os.rename(target, retired)
            else:
                _trade(staged, target, retired)

    return make


def _rehearse(folder: Path) -> None:
    """Rename a folder to what it is called: the first call in a new process takes longer than ten others."""
    with suppress(ExchangeUnsupported, OSError):
        exchange(folder, folder)
    with suppress(OSError):
        os.rename(folder, folder)


def take_back(steps: Sequence[Step], places: Places) -> None:
    """Undo the steps that were made, so that the old output is there again.

    For steps of which one could not trade: none before it replaced a file for good. Raises OSError.
    """
    for step in reversed(steps):
        staged, target = places.stage / step.path, places.output / step.path
        retired = places.retired / step.path
        made = is_made(step, places)
        if made and step.kind is StepKind.TRADE and os.path.lexists(staged):
            exchange(staged, target)
            continue
        if made and step.kind is not StepKind.TAKE:
            os.rename(target, staged)
        if step.kind is not StepKind.PUT and os.path.lexists(retired):
            os.rename(retired, target)


def _trade(staged: str, target: str, retired: str) -> None:
    try:
        if os.path.lexists(target):
            try:
                exchange(staged, target)
                return
            except ExchangeUnsupported:
                os.rename(target, retired)
        os.rename(staged, target)
    except OSError as error:
        raise CannotTrade from error


def _put(staged: str, target: str, output: Path) -> None:
    try:
        os.replace(staged, target)
    except (FileNotFoundError, NotADirectoryError):
        if not os.path.lexists(staged):
            raise
        # Its folder is where a file had to make room first.
        make_folders(output, os.path.relpath(os.path.dirname(target), output), {""})
        os.replace(staged, target)
    except IsADirectoryError:
        _remove_empty(target)
        os.replace(staged, target)


def _remove_empty(folder: str) -> None:
    """Remove a folder that holds nothing but such folders. Raises OSError."""
    for current, _, _ in os.walk(folder, topdown=False):
        os.rmdir(current)
