"""The review itself: two Models in, judged findings out. Pure: no files, no clock but `Options.as_of`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from edmund.review.comparison import Comparison
from edmund.review.findings import Change, Finding, Level, fingerprint_of
from edmund.review.handlers.annotations import compare_annotations, compare_terms
from edmund.review.handlers.container import compare_containers
from edmund.review.handlers.enums import compare_enums
from edmund.review.handlers.lifecycle import qualify_removals
from edmund.review.handlers.members import compare_members
from edmund.review.handlers.names import compare_names
from edmund.review.handlers.operations import compare_operations
from edmund.review.handlers.spelling import compare_spelling
from edmund.review.handlers.types import compare_namespaces, compare_types
from edmund.review.rules.catalog import CATEGORIES, RULES
from edmund.review.specification import Facing

__all__ = ["HasFacings", "Severities", "changes_between", "judge", "review_models"]

Handler = Callable[[Comparison], Iterator[Change]]


class HasFacings(Protocol):
    """What judging needs to know of a comparison."""

    def facings(self, type_name: str, /) -> frozenset[Facing]:
        """Where a type is met in either version."""


_HANDLERS: tuple[Handler, ...] = (
    compare_namespaces,
    compare_types,
    compare_members,
    compare_spelling,
    compare_enums,
    compare_operations,
    compare_containers,
    compare_terms,
    compare_annotations,
    compare_names,
)


@dataclass(frozen=True, slots=True)
class Severities:
    """A team's own severities: by rule id, for the wire and for source."""

    wire: Mapping[str, Level] = field(default_factory=dict)
    source: Mapping[str, Level] = field(default_factory=dict)


def review_models(
    comparison: Comparison, severities: Severities | None = None
) -> tuple[Finding, ...]:
    """Every difference between the two models, judged, in a stable order: worst first, then by name."""
    changes = changes_between(comparison)
    return judge(changes, comparison, severities or Severities())


def changes_between(comparison: Comparison) -> list[Change]:
    """Every difference, not judged yet, in the handlers' order."""
    found = [change for handler in _HANDLERS for change in handler(comparison)]
    found.extend(qualify_removals(comparison, found))
    return found


def judge(
    changes: Iterable[Change], comparison: HasFacings, severities: Severities
) -> tuple[Finding, ...]:
    """Findings with severities from the rules, the use of types, and the team's settings."""
    found: dict[tuple[str, str, str], Finding] = {}
    for change in changes:
        finding = _judge_one(change, comparison, severities)
        found.setdefault((finding.id, finding.element, finding.fingerprint), finding)
    return tuple(sorted(found.values(), key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    """Worst first, then by name; what qualifies a removal stands after it."""
    qualifies = finding.id in CATEGORIES["lifecycle"]
    return (
        -finding.level,
        -finding.wire,
        finding.element,
        qualifies,
        finding.id,
        finding.fingerprint,
    )


def _judge_one(change: Change, comparison: HasFacings, severities: Severities) -> Finding:
    rule = RULES[change.rule]
    facings: frozenset[Facing] | None = None
    if change.subject is not None:
        facings = comparison.facings(change.subject)
    impact = rule.impact(facings or frozenset())
    wire, source = impact.wire, impact.source
    if change.wire_at_least is not None:
        wire = max(wire, change.wire_at_least)
    if change.wire_at_most is not None:
        wire = min(wire, change.wire_at_most)
    if change.source_at_least is not None:
        source = max(source, change.source_at_least)
    if change.source_at_most is not None:
        source = min(source, change.source_at_most)
    if change.rule == "type-removed" and facings is not None and not facings:
        wire = min(wire, Level.WARNING)  # no call could carry it
    wire = severities.wire.get(change.rule, wire)
    source = severities.source.get(change.rule, source)
    return Finding(
        id=change.rule,
        kind=change.kind or rule.umbrella,
        element=change.element,
        wire=wire,
        source=source,
        direction=change.direction or rule.direction(facings),
        old=change.old,
        new=change.new,
        detail=change.detail,
        fingerprint=fingerprint_of(change.rule, change.element, change.detail),
        message=change.message,
    )
