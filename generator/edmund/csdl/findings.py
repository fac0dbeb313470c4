"""The collector of what `csdl` finds, and the codes of its findings (EDM1xx).

Codes are stable: programs and waivers may name them. A code's meaning is the comment beside it.
"""

from __future__ import annotations

from enum import Enum

from edmund.diagnostics import Diagnostic, Note, Severity, Span

__all__ = ["MAX_FINDINGS", "Code", "Findings"]

MAX_FINDINGS = 1000
"""Findings kept per document. A hostile file must not drown its reader in messages."""


class Code(Enum):
    """Codes of reading. Errors unless the comment says warning or info."""

    # The bytes
    EMPTY = "EDM101"  # the file is empty
    ENCODING = "EDM102"  # not UTF-8 or UTF-16, or the bytes are not what the declaration says
    DOCTYPE = "EDM103"  # a document type declaration, which is never read
    NOT_XML = "EDM104"  # not XML, or XML that is not well-formed
    LIMIT = "EDM105"  # more attributes, depth or text than a document may have
    # The wrapper
    NOT_CSDL = "EDM110"  # XML with another root than edmx:Edmx
    NAMESPACE = "EDM111"  # a CSDL element in a namespace that is not of OData 4.x
    VERSION = "EDM112"  # Version is neither 4.0 nor 4.01
    STRUCTURE = "EDM113"  # no DataServices, or no Schema in it
    # Elements and attributes
    MISSING_ATTRIBUTE = "EDM120"  # a required attribute is absent
    ATTRIBUTE_VALUE = "EDM121"  # an attribute is not a value of its type
    UNKNOWN_ATTRIBUTE = "EDM122"  # warning: an attribute that this element does not have
    UNKNOWN_ELEMENT = "EDM123"  # warning: an element that cannot stand here
    FOREIGN_ATTRIBUTE = "EDM124"  # warning: an attribute of a namespace that is not CSDL's
    FOREIGN_ELEMENT = "EDM125"  # warning: an element of a namespace that is not CSDL's
    REPEATED_ELEMENT = "EDM126"  # a second element where one is allowed
    STRAY_TEXT = "EDM127"  # warning: text where only elements are allowed
    MISSING_ELEMENT = "EDM128"  # a required child element is absent
    XML_BASE = (
        "EDM129"  # warning: xml:base is not honoured; error: and a reference is relative to it
    )
    # Names
    NAME = "EDM130"  # not a simple identifier
    NAMESPACE_NAME = "EDM131"  # not a namespace: simple identifiers joined by dots
    RESERVED_NAMESPACE = "EDM132"  # Edm, odata, System and Transient are the specification's own
    QUALIFIED_NAME = "EDM133"  # not a qualified name: namespace or alias, dot, name
    TYPE_REFERENCE = "EDM134"  # not a qualified name nor Collection(qualified name)
    PATH = "EDM135"  # an empty path, or one with control characters
    # Values
    DEFAULT_VALUE = "EDM136"  # a default that is no literal of the built-in type
    MEMBER_VALUE = "EDM137"  # an enumeration member's value is no integer of the underlying type
    UNDERLYING_TYPE = "EDM138"  # an enumeration's underlying type is none of the five allowed
    QUALIFIER = "EDM139"  # warning: a qualifier of several identifiers with dots, as Graph has
    # Annotations
    VALUE_TWICE = "EDM140"  # an annotation or property value has more than one value
    CONSTANT = "EDM141"  # a constant expression's text is no literal of its kind
    OPERANDS = "EDM142"  # a dynamic expression has too few or too many operands
    EXPRESSION_ANNOTATION = "EDM143"  # info: an annotation of an expression, read but not kept
    # References
    REFERENCE_URI = "EDM150"  # a reference's Uri is empty or has control characters or spaces
    EMPTY_REFERENCE = "EDM151"  # warning: a reference that includes nothing
    DUPLICATE_ALIAS = "EDM152"  # one alias for two namespaces
    # The collector
    TOO_MANY = "EDM199"  # more findings than are kept; as bad as the worst of those left out


_MAX_MESSAGE = 400


def _shorten(message: str) -> str:
    """The message with its middle left out when what it quotes is very long."""
    if len(message) <= _MAX_MESSAGE:
        return message
    return f"{message[: _MAX_MESSAGE - 120]} ... {message[-100:]}"


class Findings:
    """Collects the findings of one document, at most `MAX_FINDINGS` of them."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: list[Diagnostic] = []
        self._dropped: list[Severity] = []
        self._foreign: dict[tuple[str, str], tuple[Span, int]] = {}

    @property
    def has_errors(self) -> bool:
        return Severity.ERROR in self._dropped or any(
            diagnostic.severity is Severity.ERROR for diagnostic in self._found
        )

    @property
    def has_room(self) -> bool:
        """Whether one more finding is kept: only then is a costly hint worth the search."""
        return len(self._found) < MAX_FINDINGS

    def error(
        self,
        code: Code,
        message: str,
        span: Span,
        *,
        hint: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        self._add(Diagnostic(code.value, Severity.ERROR, _shorten(message), span, hint, notes))

    def warning(
        self,
        code: Code,
        message: str,
        span: Span,
        *,
        hint: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        self._add(Diagnostic(code.value, Severity.WARNING, _shorten(message), span, hint, notes))

    def info(self, code: Code, message: str, span: Span) -> None:
        self._add(Diagnostic(code.value, Severity.INFO, message, span))

    def foreign_attribute(self, namespace: str, name: str, span: Span) -> None:
        """Remember an attribute of another namespace; all of one name become one warning."""
        first, count = self._foreign.get((namespace, name), (span, 0))
        self._foreign[namespace, name] = (first, count + 1)

    def _add(self, diagnostic: Diagnostic) -> None:
        if len(self._found) < MAX_FINDINGS:
            self._found.append(diagnostic)
        else:
            self._dropped.append(diagnostic.severity)

    def in_document_order(self) -> tuple[Diagnostic, ...]:
        """Everything found, by line and column; a last one says how many more there were."""

        def place(diagnostic: Diagnostic) -> tuple[int, int]:
            span = diagnostic.span
            return (0, 0) if span is None else (span.line, span.column)

        for (namespace, name), (first, count) in self._foreign.items():
            self.warning(
                Code.FOREIGN_ATTRIBUTE,
                f"attribute '{name}' of namespace '{namespace}' is not CSDL; it is ignored here"
                + (f" and in {count - 1} more places" if count > 1 else ""),
                first,
            )
        self._foreign.clear()
        found = sorted(self._found, key=place)
        if self._dropped:
            worst = next(severity for severity in Severity if severity in self._dropped)
            message = f"{len(self._dropped)} more findings in this file are not shown"
            found.append(Diagnostic(Code.TOO_MANY.value, worst, message, Span(self._source)))
        return tuple(found)
