"""What is told of a value that is not valid against a schema.

Codes that payload validation has too mean the same there; messages name what the schema says, never what
the payload holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from edmund.diagnostics import Severity
from edmund.validation.rules import Rule, Violation

__all__ = ["SCHEMA_RULES", "SchemaRule", "SchemaViolation"]


@dataclass(frozen=True, slots=True)
class SchemaViolation(Violation):
    """A violation, and the keyword that is not satisfied: URI of the schema's document, `#`, JSON pointer."""

    keyword: str


class SchemaRule(Enum):
    """Every rule: its code and what it asks for."""

    NEVER = ("never", "The schema `false` allows no value.")
    WRONG_TYPE = (Rule.WRONG_TYPE.code, "A value has one of the JSON types of `type`.")
    ALLOWED_VALUES = (Rule.ALLOWED_VALUES.code, "A value is one of `enum`, or that of `const`.")
    MINIMUM = (Rule.MINIMUM.code, "A number is not below `minimum` or `exclusiveMinimum`.")
    MAXIMUM = (Rule.MAXIMUM.code, "A number is not above `maximum` or `exclusiveMaximum`.")
    MULTIPLE_OF = (Rule.MULTIPLE_OF.code, "A number is a multiple of `multipleOf`.")
    MIN_LENGTH = ("min-length", "Text has at least `minLength` characters.")
    MAX_LENGTH = (Rule.MAX_LENGTH.code, "Text has at most `maxLength` characters.")
    PATTERN = (Rule.PATTERN.code, "Text matches `pattern`.")
    FORMAT = (Rule.FORMAT.code, "Text is of `format`, where formats are asserted.")
    MIN_ITEMS = (Rule.MIN_ITEMS.code, "An array has at least `minItems` items.")
    MAX_ITEMS = (Rule.MAX_ITEMS.code, "An array has at most `maxItems` items.")
    UNIQUE_ITEMS = ("unique-items", "With `uniqueItems` no two items of an array are equal.")
    CONTAINS = ("contains", "As many items as `minContains` and `maxContains` say fit `contains`.")
    UNKNOWN_ITEM = ("unknown-item", "An array has no items that the schema leaves no room for.")
    MIN_PROPERTIES = ("min-properties", "An object has at least `minProperties` members.")
    MAX_PROPERTIES = ("max-properties", "An object has at most `maxProperties` members.")
    REQUIRED = (Rule.REQUIRED.code, "The members of `required` and `dependentRequired` are there.")
    UNKNOWN_PROPERTY = (
        Rule.UNKNOWN_PROPERTY.code,
        "An object has no members that the schema leaves no room for.",
    )
    PROPERTY_NAME = ("property-name", "The names of members fit `propertyNames`.")
    ANY_OF = ("any-of", "A value fits one of `anyOf` or `oneOf`.")
    ONE_OF = ("one-of", "A value fits no more than one of `oneOf`.")
    NOT = ("not", "A value does not fit the schema of `not`.")
    TOO_DEEP = (Rule.TOO_DEEP.code, Rule.TOO_DEEP.summary)
    TOO_MUCH_WORK = ("too-much-work", "A value is checked in a bounded number of steps.")

    def __init__(self, code: str, summary: str) -> None:
        self.code = code
        self.summary = summary

    def at(self, pointer: str, message: str, keyword: str) -> SchemaViolation:
        """The violation of this rule at `pointer`."""
        return SchemaViolation(pointer, self.code, message, Severity.ERROR, keyword)


SCHEMA_RULES: tuple[SchemaRule, ...] = tuple(SchemaRule)
