"""Formatting of Python output by black, for templates that a user has overridden.

Imported only when needed: built-in templates emit what black would, and importing black costs more
than compiling a small service.
"""

from __future__ import annotations

from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = ["LINE_LENGTH", "format_python"]

LINE_LENGTH = 100


def format_python(text: str, path: str, template: Path) -> str:
    """`text` as black formats it at line length 100.

    Raises `EdmundError` naming `template` when the text is not Python: the template made it so.
    """
    import black
    from black.parsing import InvalidInput

    mode = black.Mode(line_length=LINE_LENGTH, is_pyi=path.endswith(".pyi"))
    try:
        return black.format_str(text, mode=mode)
    except InvalidInput as error:
        raise EdmundError(
            [
                Diagnostic(
                    "EDM414",
                    Severity.ERROR,
                    f"the template's output for '{path}' is not valid Python: {error}",
                    Span(str(template)),
                )
            ]
        ) from error
