"""Signals that wait: for the moments in which an output is neither the old one nor the new one."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["signals_held"]

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGXCPU")


@contextmanager
def signals_held() -> Iterator[None]:
    """Let what asks the process to stop wait until the block has ended. SIGKILL does not wait."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    asked = {getattr(signal, name) for name in _NAMES if hasattr(signal, name)}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, asked)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
