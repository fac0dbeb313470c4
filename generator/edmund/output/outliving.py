"""Work that is done to its end although the process that began it is killed outright."""

from __future__ import annotations

import gc
import os
import warnings
from collections.abc import Callable
from contextlib import suppress

__all__ = ["outlived"]


def outlived(prepare: Callable[[], Callable[[], None]]) -> bool:
    """Do what `prepare` returns in a process of its own, which no signal to this one reaches; say whether it was done.

    Once begun it is done to its end; it is not begun after this process has died, while it was prepared.
    That process shares this one's open files, so that locks are held and pipes are open until it has ended.
    False where the system knows no `fork` or the work failed: whoever calls then does it here and sees why,
    so it has to be work that can be repeated at any point, and that calls the system alone (a lock that another
    thread held at the fork is never free there).
    """
    if not hasattr(os, "fork"):
        return False
    parent = os.getpid()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", DeprecationWarning
            )  # Python 3.12 warns where there are threads.
            child = os.fork()
    except OSError:
        return False
    if child == 0:
        _do(prepare, parent)
    try:
        return os.waitpid(child, 0)[1] == 0
    except (
        ChildProcessError
    ):  # Nobody may wait where SIGCHLD is ignored; the child has ended all the same.
        return False


def _do(prepare: Callable[[], Callable[[], None]], parent: int) -> None:
    """In the child: never returns, and says nothing of what went wrong."""
    status = 1
    try:
        os.setsid()  # A group that is killed is the parent's.
        work = prepare()
        _go_first()
        if os.getppid() == parent:  # Else the work was not begun, and need not be.
            work()
            status = 0
    finally:
        os._exit(status)


def _go_first() -> None:
    """Not to be interrupted by other processes, where the system allows that, else to have a new turn."""
    gc.disable()
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, 0, -20)
    with suppress(OSError, AttributeError):
        os.sched_yield()
