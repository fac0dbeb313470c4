"""Rules on annotations and on the life cycle that they announce."""

from __future__ import annotations

from edmund.review.specification import Rule, directed, everywhere

__all__ = ["RULES"]

RULES = (
    Rule(
        "capability-tightened",
        "A capability allows less than before.",
        everywhere("W/W", "qu"),
        "capability-loosened",
        "Query options or writes are refused. Breaking for insert, update, delete and read.",
    ),
    Rule(
        "capability-loosened",
        "A capability allows more than before.",
        everywhere("I/I", "qu"),
        "capability-tightened",
        "More can be asked than before.",
    ),
    Rule(
        "capability-vocabulary-migrated",
        "The same capability is said with another term.",
        everywhere("-/-", "qu"),
        "capability-vocabulary-migrated",
        "The fact is the same.",
    ),
    Rule(
        "derived-type-constraint-narrowed",
        "Fewer derived types are allowed than before.",
        directed(q="B/B", s="I/I"),
        "derived-type-constraint-widened",
        "Values that were accepted are refused; what is answered was possible before.",
    ),
    Rule(
        "derived-type-constraint-widened",
        "More derived types are allowed than before.",
        directed(q="I/I", s="W/W"),
        "derived-type-constraint-narrowed",
        "Types that callers never saw here may arrive.",
    ),
    Rule(
        "deprecated-added",
        "An element is announced as deprecated.",
        everywhere("I/W"),
        "deprecation-withdrawn",
        "It still works; generated code marks it.",
    ),
    Rule(
        "deprecation-withdrawn",
        "An element is no longer deprecated.",
        everywhere("I/I"),
        "deprecated-added",
        "It stays.",
    ),
    Rule(
        "removal-date-earlier",
        "A deprecated element is to be removed earlier than was announced.",
        everywhere("W/W"),
        "removal-date-later",
        "Callers have less time than they were told.",
    ),
    Rule(
        "removal-date-later",
        "A deprecated element is to be removed later than was announced, or at no stated date.",
        everywhere("I/I"),
        "removal-date-earlier",
        "Callers have more time.",
    ),
    Rule(
        "removed-without-deprecation",
        "What was removed had never been announced as deprecated.",
        everywhere("B/B"),
        None,
        "Callers had no warning. It qualifies a removal; an addition has no such thing.",
    ),
    Rule(
        "removed-before-removal-date",
        "What was removed was deprecated, yet its removal date had not come.",
        everywhere("B/B"),
        None,
        "Callers were promised more time. It qualifies a removal; an addition has no such thing.",
    ),
    Rule(
        "removed-after-removal-date",
        "What was removed was deprecated and its removal date had passed.",
        everywhere("I/I"),
        None,
        "As announced. It qualifies a removal; an addition has no such thing.",
    ),
    Rule(
        "term-added",
        "There is a new vocabulary term.",
        everywhere("-/-"),
        "term-removed",
        "Terms describe; payloads carry none unless asked for.",
    ),
    Rule(
        "term-removed",
        "A vocabulary term is gone.",
        everywhere("I/-"),
        "term-added",
        "Annotations that use it lose their definition.",
    ),
    Rule(
        "description-changed",
        "A description is another one.",
        everywhere("-/-"),
        "description-changed",
        "Documentation.",
    ),
    Rule(
        "other-annotation-changed",
        "Some other annotation is another one.",
        everywhere("I/-"),
        "other-annotation-changed",
        "Edmund does not know what it means to callers.",
    ),
    Rule(
        "change-reverted",
        "An earlier change of the history is undone.",
        everywhere("I/I"),
        "change-reverted",
        "The removal of something that an earlier version had added, or the return of something removed.",
    ),
)
