"""The codes of reading JSON and YAML documents, and of references between them (EDM730 to EDM739)."""

from __future__ import annotations

from enum import Enum

from edmund.diagnostics import Diagnostic, EdmundError, Note, Severity, Span

__all__ = ["NotationCode", "failure"]


class NotationCode(Enum):
    TEXT = "EDM730"  # empty, not UTF-8, UTF-16 or UTF-32, or a text that no document may have
    SYNTAX = "EDM731"  # neither JSON nor YAML, or not well-formed
    LIMIT = "EDM732"  # more depth, aliases, digits or files than a document may have
    REPEATED_KEY = "EDM733"  # an object has a member twice
    UNSUPPORTED = "EDM734"  # a tag, key or stream of documents that YAML has and JSON lacks
    REFUSED_REFERENCE = "EDM735"  # a reference to the network, or out of the root folder
    DANGLING_REFERENCE = "EDM736"  # a reference to what is not there
    REFERENCE_CYCLE = "EDM737"  # references that lead to each other and to nothing else


def failure(
    code: NotationCode,
    message: str,
    span: Span,
    hint: str | None = None,
    notes: tuple[Note, ...] = (),
) -> EdmundError:
    """The error that ends reading, with one diagnostic."""
    return EdmundError([Diagnostic(code.value, Severity.ERROR, message, span, hint, notes)])
