"""Rules of validation that JSON Schema has beyond those of OData."""

from __future__ import annotations

from enum import Enum

from .validation_severity import Severity

__all__ = ["SchemaRule"]


class SchemaRule(Enum):
    """A rule: its code, how bad breaking it is, and what it asks for."""

    MIN_LENGTH = ("min-length", Severity.ERROR, "Text is no shorter than declared.")
    UNIQUE_ITEMS = ("unique-items", Severity.ERROR, "No two items of a list are the same.")
    MIN_PROPERTIES = ("min-properties", Severity.ERROR, "An object has enough members.")
    MAX_PROPERTIES = (
        "max-properties",
        Severity.ERROR,
        "An object has no more members than declared.",
    )

    def __init__(self, code: str, severity: Severity, summary: str) -> None:
        self.code = code
        self.severity = severity
        self.summary = summary
