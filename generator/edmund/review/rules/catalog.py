"""All rules by id, and the categories that select them: a table of its own, apart from the rules."""

from collections.abc import Mapping

from edmund.review.rules import (
    annotations,
    calls,
    container,
    enums,
    names,
    navigation,
    operations,
    properties,
    types,
)
from edmund.review.specification import Rule

__all__ = ["CATEGORIES", "RULES", "category_of"]

_FAMILIES: Mapping[str, tuple[Rule, ...]] = {
    "types": types.RULES,
    "properties": properties.RULES,
    "navigation": navigation.RULES,
    "enums": enums.RULES,
    "operations": operations.RULES,
    "container": container.RULES,
    "calls": calls.RULES,
    "annotations": annotations.RULES,
    "names": names.RULES,
}

RULES: Mapping[str, Rule] = {rule.id: rule for family in _FAMILIES.values() for rule in family}

_LIFECYCLE = frozenset(
    {
        "deprecated-added",
        "deprecation-withdrawn",
        "removal-date-earlier",
        "removal-date-later",
        "removed-without-deprecation",
        "removed-before-removal-date",
        "removed-after-removal-date",
        "change-reverted",
    }
)

CATEGORIES: Mapping[str, frozenset[str]] = {
    **{
        name: frozenset(rule.id for rule in family if rule.id not in _LIFECYCLE)
        for name, family in _FAMILIES.items()
    },
    "lifecycle": _LIFECYCLE,
}


def category_of(rule: str) -> str:
    """The category that `rule` belongs to; KeyError for an unknown rule."""
    for name, members in CATEGORIES.items():
        if rule in members:
            return name
    raise KeyError(rule)
