"""The rules of payload validation, and what a broken one looks like.

Codes are stable: programs and test vectors name them. A message says what is wrong in words and
never repeats a value of the payload, so that no secret can reach a log through it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .validation_severity import Severity

__all__ = ["RULES", "Rule", "Violation", "violation"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong: where (JSON pointer, RFC 6901), by which rule, and in words."""

    pointer: str
    code: str
    message: str
    severity: Severity

    def __str__(self) -> str:
        return f"{self.pointer or '(the whole value)'}: {self.message} [{self.code}]"


class Rule(Enum):
    """Every rule: its code, how bad breaking it is, and what it asks for."""

    NOT_AN_OBJECT = ("not-an-object", Severity.ERROR, "A structured value is a JSON object.")
    NOT_AN_ARRAY = ("not-an-array", Severity.ERROR, "A collection is a JSON array.")
    TOO_DEEP = ("too-deep", Severity.ERROR, "Values nest at most 100 levels deep.")
    DUPLICATE_PROPERTY = ("duplicate-property", Severity.ERROR, "An object names a member once.")
    UNKNOWN_PROPERTY = (
        "unknown-property",
        Severity.ERROR,
        "A type that is not open has the declared properties only.",
    )
    WRONG_TYPE = ("wrong-type", Severity.ERROR, "A value has the JSON type of its declared type.")
    FORMAT = ("format", Severity.ERROR, "The text of a value is a literal of its declared type.")
    OUT_OF_RANGE = ("out-of-range", Severity.ERROR, "A number fits its declared type.")
    NULL = ("null", Severity.ERROR, "Null stands only where the schema allows it.")
    REQUIRED = ("required", Severity.ERROR, "What the service requires is given.")
    MISSING = (
        "missing",
        Severity.WARNING,
        "What is never null and has no default is given on create, unless the service sets it.",
    )
    NOT_WRITABLE = (
        "not-writable",
        Severity.WARNING,
        "Properties that are computed, read-only, immutable or otherwise closed are not written; services ignore them.",
    )
    MAX_LENGTH = ("max-length", Severity.ERROR, "Text and binary data are no longer than declared.")
    PRECISION = ("precision", Severity.ERROR, "A value has no more digits than declared.")
    SCALE = ("scale", Severity.ERROR, "A decimal has no more fractional digits than declared.")
    PATTERN = ("pattern", Severity.ERROR, "Text matches the declared pattern.")
    PATTERN_SKIPPED = (
        "pattern-skipped",
        Severity.WARNING,
        "The declared pattern is one that can be checked.",
    )
    MINIMUM = ("minimum", Severity.ERROR, "A value is not below the declared minimum.")
    MAXIMUM = ("maximum", Severity.ERROR, "A value is not above the declared maximum.")
    MULTIPLE_OF = ("multiple-of", Severity.ERROR, "A value is a multiple of the declared step.")
    ALLOWED_VALUES = ("allowed-values", Severity.ERROR, "A value is one of those declared.")
    MIN_ITEMS = (
        "min-items",
        Severity.ERROR,
        "A collection has at least as many items as declared.",
    )
    MAX_ITEMS = ("max-items", Severity.ERROR, "A collection has at most as many items as declared.")
    ENUM_MEMBER = ("enum-member", Severity.ERROR, "An enumeration value names declared members.")
    UNKNOWN_TYPE = ("unknown-type", Severity.ERROR, "@odata.type names a type of the schema.")
    ABSTRACT_TYPE = ("abstract-type", Severity.ERROR, "A value is of a type that is not abstract.")
    TYPE_NOT_ALLOWED = (
        "type-not-allowed",
        Severity.ERROR,
        "A value is of the declared type or one derived from it, and of one allowed here.",
    )
    URL = ("url", Severity.ERROR, "A URL is a URI reference: absolute, or relative.")
    BASE64 = ("base64", Severity.WARNING, "Text that carries base64 data is base64 or base64url.")

    def __init__(self, code: str, severity: Severity, summary: str) -> None:
        self.code = code
        self.severity = severity
        self.summary = summary


RULES: tuple[Rule, ...] = tuple(Rule)


def violation(pointer: str, rule: Rule, message: str) -> Violation:
    """The violation of `rule` at `pointer`."""
    return Violation(pointer, rule.code, message, rule.severity)
