"""The collector of what reading OpenAPI finds, and the codes of its findings (EDM738 to EDM757)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from edmund.diagnostics import Diagnostic, EdmundError, Note, Severity, Span
from edmund.frontends.notation.places import LaterSpan
from edmund.frontends.notation.source import Node

__all__ = ["MAX_FINDINGS", "Code", "Findings"]

MAX_FINDINGS = 1000
"""Kept per description. A hostile document must not drown its reader."""

_LONGEST = 300


class Code(Enum):
    """Errors unless the comment says warning."""

    NOT_OPENAPI = "EDM738"  # no OpenAPI document, or of a version that is not read
    SHAPE = "EDM739"  # a value of another shape than OpenAPI has in its place
    MISSING = "EDM740"  # a required member is absent; warning: one that nothing depends on
    PATH = "EDM741"  # a path that is none; warning: its parameters are not those of its operations
    REPEATED = (
        "EDM742"  # two things where one can be: an operation, a parameter; warning: an operationId
    )
    STATUS = "EDM743"  # warning: answers by a status that is none are left out
    SECURITY = "EDM744"  # a security scheme that is not there or not known
    ENUM_VALUE = (
        "EDM745"  # a value of an enumeration is not of its type; warning: text for a number
    )
    DEFAULT = "EDM746"  # warning: a default that is no value of its type is left out
    CONTRADICTION = "EDM747"  # schemas that are to hold together exclude each other
    SCHEMA_CYCLE = "EDM748"  # a schema is made of itself
    DISCRIMINATOR = (
        "EDM749"  # warning: a discriminator leads to what is not there, or to nothing of its own
    )
    TYPE = "EDM750"  # a type that JSON does not have
    NO_VALUE = "EDM751"  # warning: a schema that no value satisfies
    NULLABLE = "EDM752"  # warning: nullable beside a reference is honoured, which 3.0 does not say
    CONSTRAINT = "EDM753"  # warning: a constraint that is no number, or no pattern, is left out
    NAME = "EDM754"  # warning: a schema whose name is empty, or that of another in several files, is called otherwise
    NOT_EXPRESSED = "EDM755"  # a target has no way to express this yet


class Findings:
    """Diagnostics of one description, each with its place."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._known: set[tuple[str, str, str, str]] = set()
        self._dropped: dict[Severity, int] = {}
        self.has_errors = False

    def error(
        self,
        code: Code,
        message: str,
        node: Node,
        *,
        hint: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        self._add(Severity.ERROR, code, message, node, hint, notes)

    def warning(self, code: Code, message: str, node: Node, *, hint: str | None = None) -> None:
        self._add(Severity.WARNING, code, message, node, hint, ())

    def _add(
        self,
        severity: Severity,
        code: Code,
        message: str,
        node: Node,
        hint: str | None,
        notes: tuple[Note, ...],
    ) -> None:
        message = message if len(message) <= _LONGEST else message[:_LONGEST] + "..."
        key = (code.value, message, node.source.name, node.source.pointer(node.pointer))
        if key in self._known:
            return
        self._known.add(key)
        diagnostic = Diagnostic(code.value, severity, message, node.span, hint, notes)
        self._keep(diagnostic)

    def _keep(self, diagnostic: Diagnostic) -> None:
        if diagnostic.severity is Severity.ERROR:
            self.has_errors = True
        if len(self._found) >= MAX_FINDINGS:
            self._dropped[diagnostic.severity] = self._dropped.get(diagnostic.severity, 0) + 1
        else:
            self._found.append(diagnostic)

    @contextmanager
    def catching(self) -> Iterator[None]:
        """Keep what ends the block, so that reading can go on after it."""
        try:
            yield
        except EdmundError as error:
            for diagnostic in error.diagnostics:
                span = diagnostic.span
                place = "" if span is None else f"{span.file}:{span.line}:{span.column}"
                key = (diagnostic.code, diagnostic.message, place, "")
                if key not in self._known:
                    self._known.add(key)
                    self._keep(diagnostic)

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything found, by file, line and column; a last one says how many more there were."""

        def place(diagnostic: Diagnostic) -> tuple[str, int, int]:
            span = diagnostic.span
            return ("", 0, 0) if span is None else (span.file, span.line, span.column)

        LaterSpan.locate(
            span
            for each in self._found
            for span in (each.span, *(note.span for note in each.notes))
            if span is not None
        )
        found = sorted(self._found, key=place)
        if self._dropped:
            worst = next(severity for severity in Severity if severity in self._dropped)
            message = f"{sum(self._dropped.values())} more findings are not shown"
            file = found[0].span.file if found and found[0].span else ""
            found.append(Diagnostic("EDM199", worst, message, Span(file)))
        return tuple(found)
