"""The collector of what `model` finds, and the codes of its findings (EDM2xx)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from edmund.diagnostics import Diagnostic, Note, Severity, Span

__all__ = ["Code", "Findings", "chain_text"]


class Code(Enum):
    """Codes of this stage. Their meaning is stable: programs and waivers may name them."""

    DUPLICATE_NAME = "EDM201"
    UNRESOLVED_TYPE = "EDM203"
    INHERITANCE_CYCLE = "EDM204"
    BASE_KIND = "EDM205"
    KEY_PROPERTY = "EDM206"
    TYPE_DEFINITION = "EDM207"
    DUPLICATE_OVERLOAD = "EDM208"
    ENUM_VALUE = "EDM209"
    DEFAULT_VALUE = "EDM210"
    CONTAINER_EXTENDS = "EDM211"
    UNRESOLVED_OPERATION = "EDM212"
    UNREAD_REFERENCE = "EDM213"
    PATTERN = "EDM214"
    UNMATCHED_TARGET = "EDM220"
    DUPLICATE_ANNOTATION = "EDM221"
    BINDING = "EDM222"
    PARTNER = "EDM223"
    CONSTRAINT = "EDM224"
    REDEFINITION = "EDM225"
    CASE_ONLY = "EDM226"
    MIXED_SCRIPT = "EDM227"
    TYPE_KIND = "EDM228"
    ON_DELETE = "EDM229"
    FOREIGN_ALIAS = "EDM230"
    OPERATION_SHAPE = "EDM231"


class Findings:
    """Collects diagnostics in the order in which they are found."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._errors = 0

    @property
    def has_errors(self) -> bool:
        return self._errors > 0

    def error(
        self,
        code: Code,
        message: str,
        span: Span | None,
        *,
        hint: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        self._errors += 1
        self._found.append(Diagnostic(code.value, Severity.ERROR, message, span, hint, notes))

    def warning(
        self,
        code: Code,
        message: str,
        span: Span | None,
        *,
        hint: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        self._found.append(Diagnostic(code.value, Severity.WARNING, message, span, hint, notes))

    def in_document_order(self) -> tuple[Diagnostic, ...]:
        """All findings by place: files in the order in which they were first named, then lines."""
        files: dict[str, int] = {}
        for found in self._found:
            if found.span is not None:
                files.setdefault(found.span.file, len(files))

        def place(found: Diagnostic) -> tuple[int, int, int]:
            if found.span is None:
                return (len(files), 0, 0)
            return (files[found.span.file], found.span.line, found.span.column)

        return tuple(sorted(self._found, key=place))


_MOST_LINKS = 12


def chain_text(names: Sequence[str]) -> str:
    """`a -> b -> c`, the middle of a long chain left out."""
    if len(names) > _MOST_LINKS:
        left_out = f"({len(names) - _MOST_LINKS} more)"
        half = _MOST_LINKS // 2
        names = [*names[:half], left_out, *names[-half:]]
    return " -> ".join(names)
