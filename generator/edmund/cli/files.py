"""Files that a command was asked to write: whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = ["write_file"]

_DEVICES = Path("/dev")
# Text of a description can hold halves of characters, which no encoding has.
_ODD = "backslashreplace"


def write_file(output: Path, text: str, shown: str, code: str) -> None:
    """Write a file in one step, so that nobody finds half of it. Links are not followed.

    A terminal, `/dev/null` and a pipe are written to as they are: nothing may be put in their place.
    Raises EdmundError with `code`; `shown` is what messages call the file.
    """
    try:
        if _is_stream(output):
            with open(output, "w", encoding="utf-8", errors=_ODD, newline="\n") as stream:
                stream.write(text)
            return
        if output.is_symlink() or (output.exists() and not output.is_file()):
            raise OSError(0, "it is there and is no regular file")
        descriptor, scratch = tempfile.mkstemp(".part", f".{output.name}.", output.parent)
        try:
            with open(descriptor, "w", encoding="utf-8", errors=_ODD, newline="\n") as file:
                file.write(text)
            os.chmod(scratch, 0o644)
            os.replace(scratch, output)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(scratch)
    except OSError as error:
        message = f"'{shown}' cannot be written: {error.strerror}"
        raise EdmundError((Diagnostic(code, Severity.ERROR, message, Span(shown)),)) from error


def _is_stream(output: Path) -> bool:
    """Whether it is there and takes what is written without keeping it; of links those of the system alone."""
    try:
        if output.is_symlink() and output.parent != _DEVICES:
            return False
        mode = output.stat().st_mode
    except OSError:
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)
