"""Exchange two folders in one step, where the system can: Linux since 3.15, macOS since 10.12."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

__all__ = ["ExchangeUnsupported", "exchange"]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h


class ExchangeUnsupported(Exception):
    """The system or the file system cannot exchange two names atomically."""


def exchange(one: Path, other: Path) -> None:
    """Let `one` and `other` trade places atomically. Neither name is followed when it is a link.

    Raises ExchangeUnsupported, or OSError when the system refuses.
    """
    import ctypes

    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            result = library.renamex_np(first, second, ctypes.c_uint(_RENAME_SWAP))
        else:
            result = library.renameat2(
                _AT_FDCWD, first, _AT_FDCWD, second, ctypes.c_uint(_RENAME_EXCHANGE)
            )
    except (AttributeError, OSError, TypeError) as error:
        raise ExchangeUnsupported from error
    if result == 0:
        return
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.ENOTSUP, errno.EBUSY):
        raise ExchangeUnsupported
    raise OSError(code, os.strerror(code), str(other))
