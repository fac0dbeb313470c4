"""Rules on names in generated code, which depend on what else there is."""

from __future__ import annotations

from edmund.review.specification import Rule, everywhere

__all__ = ["RULES"]

RULES = (
    Rule(
        "generated-name-changed",
        "An element that stays as it is gets another name in generated code.",
        everywhere("-/B"),
        "generated-name-changed",
        "Names that code cannot tell apart get numbers; an element that comes or goes shifts them.",
    ),
)
