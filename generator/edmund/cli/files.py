"""Files that a command was asked to write: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = ["write_file"]


def write_file(output: Path, text: str, shown: str, code: str) -> None:
    """Write a file in one step, so that nobody finds half of it. Links are not followed.

    Raises EdmundError with `code`; `shown` is what messages call the file.
    """
    try:
        if output.is_symlink() or (output.exists() and not output.is_file()):
            raise OSError(0, "it is there and is no regular file")
        descriptor, scratch = tempfile.mkstemp(".part", f".{output.name}.", output.parent)
        try:
            with open(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.chmod(scratch, 0o644)
            os.replace(scratch, output)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(scratch)
    except OSError as error:
        message = f"'{shown}' cannot be written: {error.strerror}"
        raise EdmundError((Diagnostic(code, Severity.ERROR, message, Span(shown)),)) from error
