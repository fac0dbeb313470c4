"""Work that is done to its end although the process that began it is killed outright."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable

__all__ = ["outlived"]


def outlived(work: Callable[[], None]) -> bool:
    """Do `work` in a process of its own, which no signal to this one reaches; say whether it was done.

    That process shares this one's open files, so that locks are held and pipes are open until it has ended.
    False where the system knows no `fork` or the work failed: whoever calls then does it here and sees why,
    so it has to be work that can be repeated at any point, and that calls the system alone (a lock that another
    thread held at the fork is never free there).
    """
    if not hasattr(os, "fork"):
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", DeprecationWarning
            )  # Python 3.12 warns where there are threads.
            child = os.fork()
    except OSError:
        return False
    if child == 0:
        _do(work)
    try:
        return os.waitpid(child, 0)[1] == 0
    except (
        ChildProcessError
    ):  # Nobody may wait where SIGCHLD is ignored; the child has ended all the same.
        return False


def _do(work: Callable[[], None]) -> None:
    """In the child: never returns, and says nothing of what went wrong."""
    status = 1
    try:
        os.setsid()  # A group that is killed is the parent's.
        work()
        status = 0
    finally:
        os._exit(status)
