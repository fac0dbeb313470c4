"""Ctrl-C where there is nobody to say "stopped": before the command has begun, and when it has ended."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["end_at_once", "ends_at_once"]


def end_at_once() -> bool:
    """Let Ctrl-C end the process as it ends one that is no Python, without a traceback; say whether that is new.

    Nothing happens where it is ignored, or handled by who runs the command in a program of theirs.
    """
    try:
        if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            return False
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    except ValueError:  # Only the main thread may.
        return False
    return True


@contextmanager
def ends_at_once() -> Iterator[None]:
    """The same for as long as the block lasts."""
    is_new = end_at_once()
    try:
        yield
    finally:
        if is_new:
            signal.signal(signal.SIGINT, signal.default_int_handler)
