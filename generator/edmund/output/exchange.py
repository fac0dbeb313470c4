"""Exchange two folders in one step, where the system can: Linux since 3.15, macOS since 10.12."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

__all__ = ["ExchangeUnsupported", "can_exchange", "exchange"]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h


class ExchangeUnsupported(Exception):
    """The system or the file system cannot exchange two names atomically."""


def exchange(one: Path | str, other: Path | str) -> None:
    """Let `one` and `other` trade places atomically. Neither name is followed when it is a link.

    Raises ExchangeUnsupported, or OSError when the system refuses.
    """
    import ctypes

    result = _call()(os.fsencode(one), os.fsencode(other))
    if result == 0:
        return
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.ENOTSUP, errno.EBUSY):
        raise ExchangeUnsupported
    raise OSError(code, os.strerror(code), str(other))


def can_exchange(folder: Path) -> bool:
    """Try it with two folders made for that in `folder`. Raises OSError when none can be made."""
    tried = (folder / "this-way", folder / "that-way")
    for one in tried:
        one.mkdir(exist_ok=True)
    try:
        exchange(*tried)
    except (ExchangeUnsupported, OSError):
        return False
    finally:
        for one in tried:
            one.rmdir()
    return True


@cache
def _call() -> Callable[[bytes, bytes], int]:
    """The system's call, looked for once. Raises ExchangeUnsupported where there is none."""
    import ctypes

    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            renamex = library.renamex_np
            swap = ctypes.c_uint(_RENAME_SWAP)
            return lambda one, other: int(renamex(one, other, swap))
        renameat2 = library.renameat2
    except (AttributeError, OSError, TypeError) as error:
        raise ExchangeUnsupported from error
    here, flag = ctypes.c_int(_AT_FDCWD), ctypes.c_uint(_RENAME_EXCHANGE)
    return lambda one, other: int(renameat2(here, one, here, other, flag))
