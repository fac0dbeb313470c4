"""One run at a time on one output folder."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.output.scratch import seal_of

__all__ = ["exclusive"]

_FIRST_PAUSE = 0.02
_LONGEST_PAUSE = 0.5


@contextmanager
def exclusive(path: Path, *, timeout: float, waiting: Callable[[], None]) -> Iterator[str]:
    """Hold the lock file `path`; the system lets go of it when the process dies, however it dies.

    Gives the seal of the place (see `scratch`). `waiting` is called once when another run holds it. Raises EdmundError (EDM509) when the
    lock is not free after `timeout` seconds. The file stays: to remove it would let two runs hold
    two locks of one name.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags, 0o644)
    try:
        deadline = time.monotonic() + timeout
        pause = _FIRST_PAUSE
        said = False
        while not _try_lock(descriptor):
            if not said:
                waiting()
                said = True
            if time.monotonic() >= deadline:
                message = f"another run still writes this output after {timeout:g} seconds"
                hint = "wait for it to end, or stop it, and run again"
                raise EdmundError(
                    (Diagnostic("EDM509", Severity.ERROR, message, Span(str(path)), hint),)
                )
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        yield seal_of(descriptor)
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
