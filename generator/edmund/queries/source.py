"""The text that a query is read from, and findings with their place in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = ["QUERY_MALFORMED", "QUERY_TOO_DEEP", "Source", "decoded"]

QUERY_MALFORMED: Final = "EDM920"
QUERY_TOO_DEEP: Final = "EDM921"

_ENCODED: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


@dataclass(frozen=True, slots=True)
class Source:
    """A text without percent-encoding. `columns` are the places of its characters in what the user gave, from 1.

    `columns` has one more than the text has characters: where the text ends. `name` is what messages call it.
    """

    text: str
    name: str = "<query>"
    columns: Sequence[int] | None = None

    def span(self, at: int) -> Span:
        """The place of a character."""
        return Span(self.name, 1, at + 1 if self.columns is None else self.columns[at])

    def is_encoded(self, at: int) -> bool:
        """Whether a character was given percent-encoded."""
        return self.columns is not None and self.columns[at + 1] - self.columns[at] > 1

    def error(self, message: str, at: int, hint: str | None = None) -> EdmundError:
        """The error for what is no query at `at`."""
        found = Diagnostic(QUERY_MALFORMED, Severity.ERROR, message, self.span(at), hint)
        return EdmundError((found,))

    def too_deep(self, limit: int, at: int) -> EdmundError:
        """The error for more nesting than is read."""
        message = f"the query is nested more than {limit} levels deep"
        return EdmundError((Diagnostic(QUERY_TOO_DEEP, Severity.ERROR, message, self.span(at)),))


def decoded(text: str, name: str = "<query>", first: int = 1) -> Source:
    """The source of a percent-encoded text whose first character is in column `first`.

    A plus sign stays one: OData does not read it as a space (ABNF, rule `SIGN`).
    """
    parts: list[str] = []
    columns: list[int] = []
    end = 0
    for run in _ENCODED.finditer(text):
        parts.append(text[end : run.start()])
        columns.extend(range(first + end, first + run.start()))
        characters = unquote(run[0])
        parts.append(characters)
        place = run.start()
        for character in characters:
            columns.append(first + place)
            # A byte that is no UTF-8 becomes one replacement character.
            width = 1 if character == "\ufffd" else len(character.encode("utf-8"))
            place = min(place + 3 * width, run.end() - 1)
        end = run.end()
    parts.append(text[end:])
    columns.extend(range(first + end, first + len(text) + 1))
    return Source("".join(parts), name, columns)
