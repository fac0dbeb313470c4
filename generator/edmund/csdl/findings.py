"""The collector of what `csdl` finds, and the codes of its findings (EDM1xx).

Codes are stable: programs and waivers may name them. A code's meaning is the comment beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum

from edmund.diagnostics import Diagnostic, Note, Severity, Span

__all__ = ["MAX_FINDINGS", "Code", "Findings"]

MAX_FINDINGS = 1000
"""Errors, and kinds of warnings, kept per document. A hostile file must not drown its reader."""

MAX_PLACES = 5
"""Further places that are named for a warning that occurs again and again."""


class Code(Enum):
    """Codes of reading. Errors unless the comment says warning.

    Inside annotations all of them are warnings, and what is wrong is left out.
    """

    # The bytes
    EMPTY = "EDM101"  # the file is empty
    ENCODING = "EDM102"  # not UTF-8 or UTF-16; warning: the bytes are not what the declaration says
    DOCTYPE = "EDM103"  # a document type declaration, which is never read
    NOT_XML = "EDM104"  # not XML, or XML that is not well-formed
    LIMIT = "EDM105"  # more attributes, depth or text than a document may have
    NOT_JSON = "EDM106"  # JSON that is not well-formed
    REPEATED_MEMBER = "EDM107"  # a JSON object has a member twice
    TEXT = "EDM108"  # a JSON text with a character that no document may have
    SHAPE = "EDM109"  # a JSON value of another shape than CSDL has in its place
    # The wrapper
    NOT_CSDL = "EDM110"  # XML with another root than edmx:Edmx
    NAMESPACE = "EDM111"  # a CSDL element in a namespace that is not of OData 4.x
    VERSION = "EDM112"  # Version is neither 4.0 nor 4.01
    STRUCTURE = "EDM113"  # no DataServices, or no Schema in it
    # Elements and attributes
    MISSING_ATTRIBUTE = "EDM120"  # a required attribute is absent
    ATTRIBUTE_VALUE = "EDM121"  # not a value of its type; warning: a boolean in capitals
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
    NAME = "EDM130"  # warning: no simple identifier; error: empty, invisible, endless
    NAMESPACE_NAME = "EDM131"  # not a namespace: simple identifiers joined by dots
    RESERVED_NAMESPACE = "EDM132"  # Edm, odata, Transient are the specification's; warning: System
    QUALIFIED_NAME = "EDM133"  # not a qualified name: namespace or alias, dot, name
    TYPE_REFERENCE = "EDM134"  # not a qualified name nor Collection(qualified name)
    PATH = "EDM135"  # an empty path, or one with control characters
    # Values
    DEFAULT_VALUE = "EDM136"  # warning: a default that is no literal of the built-in type
    MEMBER_VALUE = "EDM137"  # an enumeration member's value is no integer of the underlying type
    UNDERLYING_TYPE = "EDM138"  # an enumeration's underlying type is none of the five allowed
    QUALIFIER = "EDM139"  # warning: a qualifier of several identifiers with dots, as Graph has
    # Annotations
    VALUE_TWICE = "EDM140"  # an annotation or property value has more than one value
    CONSTANT = "EDM141"  # a constant expression's text is no literal of its kind
    OPERANDS = "EDM142"  # a dynamic expression has too few or too many operands
    # References
    REFERENCE_URI = "EDM150"  # a reference's Uri is empty or has control characters or spaces
    EMPTY_REFERENCE = "EDM151"  # warning: a reference that includes nothing
    DUPLICATE_ALIAS = "EDM152"  # one alias for two namespaces
    # Writing
    UNSPEAKABLE = "EDM160"  # the other format has no way to say this
    # Older versions
    MIXED_VERSIONS = "EDM170"  # parts of OData 4 and of an older version in one document
    OLD_NAMESPACE = "EDM171"  # warning: namespaces of an older version around what is OData 4
    ASSOCIATION = "EDM172"  # an association is broken, or a navigation property names none
    ASSOCIATION_SET = (
        "EDM173"  # an association set names an association, role or set that is not there
    )
    NO_MEANING = "EDM174"  # information: what OData 4.01 has nothing for is left out
    OLD_CONSTRAINT = "EDM175"  # a referential constraint does not join the ends of its association
    OLD_METHOD = "EDM176"  # warning: a function import without m:HttpMethod
    OLD_NAME = "EDM177"  # warning: a name that cannot be meant as it stands; what is taken is said
    OLD_VALUE = (
        "EDM178"  # warning: an attribute of SAP's or WCF's with a value that it does not take
    )
    OLD_TYPE = "EDM179"  # warning: a built-in type that no version of OData has
    # The collector
    TOO_MANY = "EDM199"  # more findings than are kept; as bad as the worst of those left out


_MAX_MESSAGE = 400


def _shorten(message: str) -> str:
    """The message with its middle left out when what it quotes is very long."""
    if len(message) <= _MAX_MESSAGE:
        return message
    return f"{message[: _MAX_MESSAGE - 120]} ... {message[-100:]}"


@dataclass(slots=True)
class _Repeated:
    """A warning or info that is said once however often its cause occurs."""

    code: Code
    severity: Severity
    message: str
    first: Span
    hint: str | None
    others: list[Span] = field(default_factory=list)
    count: int = 1

    def diagnostic(self) -> Diagnostic:
        notes = [Note("here too", span) for span in self.others]
        if self.count - 1 > len(notes):
            notes.append(Note(f"and in {self.count - 1 - len(notes)} more places"))
        return Diagnostic(
            self.code.value, self.severity, self.message, self.first, self.hint, tuple(notes)
        )


class Findings:
    """Collects the findings of one document.

    Each error is kept, up to `MAX_FINDINGS`. Warnings that say the same of several places become one,
    with further places as notes, so that a vendor's habit does not bury what matters.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._errors: list[Diagnostic] = []
        self._repeated: dict[tuple[Code, str], _Repeated] = {}
        self._dropped: dict[Severity, int] = {}
        self._forgiving = 0

    @contextmanager
    def forgiving(self) -> Iterator[None]:
        """While an annotation is read: what is wrong in it is a warning, for nothing that goes over
        the wire depends on it. The readers leave out what they cannot understand."""
        self._forgiving += 1
        try:
            yield
        finally:
            self._forgiving -= 1

    @property
    def has_errors(self) -> bool:
        return bool(self._errors)

    @property
    def has_room(self) -> bool:
        """Whether one more kind of warning is kept: only then is a costly hint worth the search."""
        return len(self._repeated) < MAX_FINDINGS

    def error(
        self,
        code: Code,
        message: str,
        span: Span,
        *,
        hint: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        if self._forgiving:
            self._repeat(code, Severity.WARNING, f"{_shorten(message)}; it is left out", span, hint)
            return
        if len(self._errors) >= MAX_FINDINGS:
            self._drop(Severity.ERROR)
            return
        message = _shorten(message)
        self._errors.append(Diagnostic(code.value, Severity.ERROR, message, span, hint, notes))

    def warning(self, code: Code, message: str, span: Span, *, hint: str | None = None) -> None:
        self._repeat(code, Severity.WARNING, message, span, hint)

    def information(self, code: Code, message: str, span: Span) -> None:
        """What was left out without harm; said once for each kind, as warnings are."""
        self._repeat(code, Severity.INFO, message, span, None)

    def _repeat(
        self, code: Code, severity: Severity, message: str, span: Span, hint: str | None
    ) -> None:
        message = _shorten(message)
        known = self._repeated.get((code, message))
        if known is not None:
            known.count += 1
            if len(known.others) < MAX_PLACES:
                known.others.append(span)
        elif self.has_room:
            self._repeated[code, message] = _Repeated(code, severity, message, span, hint)
        else:
            self._drop(severity)

    def _drop(self, severity: Severity) -> None:
        self._dropped[severity] = self._dropped.get(severity, 0) + 1

    def in_document_order(self) -> tuple[Diagnostic, ...]:
        """Everything found, by line and column; a last one says how many more there were."""

        def place(diagnostic: Diagnostic) -> tuple[int, int]:
            span = diagnostic.span
            return (0, 0) if span is None else (span.line, span.column)

        repeated = [each.diagnostic() for each in self._repeated.values()]
        found = sorted([*self._errors, *repeated], key=place)
        if self._dropped:
            worst = next(severity for severity in Severity if severity in self._dropped)
            message = f"{sum(self._dropped.values())} more findings in this file are not shown"
            found.append(Diagnostic(Code.TOO_MANY.value, worst, message, Span(self._source)))
        return tuple(found)
