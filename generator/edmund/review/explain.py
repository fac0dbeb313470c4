"""Telling about rules: one at length, or all in a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.review.compare import Severities
from edmund.review.rules.catalog import CATEGORIES, RULES
from edmund.review.specification import Facing, Impact, Rule

__all__ = ["explain_rule", "rule_records", "rule_table"]

_FACINGS = ((Facing.REQUEST, "request"), (Facing.RESPONSE, "response"), (Facing.ADDRESS, "url"))


def explain_rule(rule: Rule, severities: Severities) -> Iterator[str]:
    """The lines about one rule."""
    yield rule.id
    yield f"  {rule.purpose}"
    yield f"  Why: {rule.why}"
    for facing, word in _FACINGS:
        if facing in rule.impacts:
            impact = rule.impacts[facing]
            yield f"  {word + ':':<10} wire {impact.wire.word}, source {impact.source.word}"
    if rule.kind:
        yield f"  Umbrella: {rule.kind}"
    finer = [other.id for other in RULES.values() if other.kind == rule.id]
    if finer:
        yield f"  Finer rules: {', '.join(finer)}"
    yield f"  Mirror: {rule.mirror or 'none'}"
    if rule.id in severities.wire:
        yield f"  Configured: {severities.wire[rule.id].word}"


def rule_table(severities: Severities) -> Iterator[str]:
    """All rules with their severities, by category."""
    width = max(len(rule) for rule in RULES)
    for category, members in CATEGORIES.items():
        yield category
        for name, rule in RULES.items():
            if name in members:
                umbrella = f" [{rule.kind}]" if rule.kind else ""
                own = (
                    f" (configured: {severities.wire[name].word})"
                    if name in severities.wire
                    else ""
                )
                yield f"  {name:<{width}}  {_levels(rule):<44} {rule.purpose}{umbrella}{own}"


def _levels(rule: Rule) -> str:
    """`breaking/warning`, or by direction where it matters."""
    distinct = dict.fromkeys(rule.impacts.values())
    letters = "".join(
        letter for facing, letter in zip(Facing, "qsu", strict=True) if facing in rule.impacts
    )
    if len(distinct) == 1:
        return f"{letters:<4}{_pair(next(iter(distinct)))}"
    return " ".join(
        f"{letter} {_pair(rule.impacts[facing])}"
        for facing, letter in zip(Facing, "qsu", strict=True)
        if facing in rule.impacts
    )


def _pair(impact: Impact) -> str:
    return f"{impact.wire.word}/{impact.source.word}"


def rule_records() -> tuple[Mapping[str, object], ...]:
    """All rules as plain data."""
    return tuple(
        {
            "id": rule.id,
            "category": category,
            "purpose": rule.purpose,
            "why": rule.why,
            "kind": rule.umbrella,
            "mirror": rule.mirror,
            "severities": {
                word: {
                    "wire": rule.impacts[facing].wire.word,
                    "source": rule.impacts[facing].source.word,
                }
                for facing, word in _FACINGS
                if facing in rule.impacts
            },
        }
        for category, members in CATEGORIES.items()
        for name, rule in RULES.items()
        if name in members
    )
