"""A schema being applied to a value: what checks are given, and what they give."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from edmund.frontends.json_schema import assertions as a
from edmund.frontends.json_schema.rules import SchemaRule, SchemaViolation

__all__ = ["Evaluated", "Frame", "Share", "Unfinished"]


class Unfinished(Exception):
    """A value cannot be checked to the end."""

    def __init__(self, violation: SchemaViolation) -> None:
        super().__init__(violation.message)
        self.violation = violation


@dataclass(slots=True)
class Evaluated:
    """The members and items that keywords looked at (JSON Schema 2020-12 Core, section 11)."""

    members: set[str] = field(default_factory=set)
    items: set[int] = field(default_factory=set)


class Share(Enum):
    """When a schema learns what one that it applied has evaluated."""

    NEVER = "the value is another one, or the schema is only asked"
    IF_VALID = "the schema is one of several"
    ALWAYS = "the schema has to hold: what it evaluated and found wrong is not told twice"


@dataclass(slots=True)
class Frame:
    """One schema being applied to one value.

    `scope` are the schema resources on the way here, the outermost first. `evaluated` is None where nobody asks.
    """

    node: a.Node
    value: object
    pointer: str
    scope: tuple[str, ...]
    level: int
    evaluated: Evaluated | None
    found: list[SchemaViolation]

    def report(self, rule: SchemaRule, message: str, keyword: str, pointer: str = "") -> None:
        """Add a violation, at the value unless said otherwise."""
        below = f"/{keyword}" if keyword else ""
        self.found.append(rule.at(pointer or self.pointer, message, f"{self.node.location}{below}"))
