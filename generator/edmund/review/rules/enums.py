"""Rules on enumeration types."""

from __future__ import annotations

from edmund.review.specification import Rule, directed, everywhere

__all__ = ["RULES"]

RULES = (
    Rule(
        "enum-member-removed",
        "An enumeration member is gone.",
        directed(q="B/B", s="I/B"),
        "enum-member-added",
        "The service refuses it; code that names it does not compile.",
    ),
    Rule(
        "enum-member-added",
        "There is a new enumeration member.",
        directed(q="I/I", s="W/I"),
        "enum-member-removed",
        "A value that callers do not know may arrive; informational after the evolvable sentinel "
        "(`unknownFutureValue`): only clients that asked for it are sent it.",
    ),
    Rule(
        "enum-member-added-before-sentinel",
        "There is a new enumeration member below the evolvable sentinel.",
        everywhere("B/W", "s"),
        "enum-member-removed",
        "Members below `unknownFutureValue` are sent to all clients, those that do not know it too.",
        kind="enum-member-added",
    ),
    Rule(
        "enum-sentinel-moved",
        "The evolvable sentinel (`unknownFutureValue`) has another value.",
        everywhere("B/W", "qs"),
        "enum-sentinel-moved",
        "The vendor's own policy is that it never moves: members change sides.",
        kind="enum-member-value-changed",
    ),
    Rule(
        "enum-member-value-changed",
        "An enumeration member has another value.",
        everywhere("W/B", "qs"),
        "enum-member-value-changed",
        "JSON and generated code carry names, services take numbers for flags: breaking for these alone.",
    ),
    Rule(
        "enum-value-reused",
        "The value of a member that is gone or moved now belongs to another one.",
        everywhere("W/B", "qs"),
        "enum-value-reused",
        "Stored numbers change their meaning; breaking for flags alone, which services take as numbers.",
    ),
    Rule(
        "enum-member-renamed",
        "A member disappeared and a new one is much like it.",
        everywhere("B/B", "qs"),
        "enum-member-renamed",
        "JSON carries names.",
        kind="enum-member-removed",
    ),
    Rule(
        "enum-member-casing-changed",
        "A member's name is spelled with other capitals.",
        everywhere("B/B", "qs"),
        "enum-member-casing-changed",
        "JSON carries names, compared with case.",
        kind="enum-member-removed",
    ),
    Rule(
        "enum-flags-changed",
        "An enumeration began or ceased to be a set of flags.",
        everywhere("B/B", "qs"),
        "enum-flags-changed",
        "A list of names instead of one, or the reverse.",
    ),
    Rule(
        "enum-underlying-type-changed",
        "An enumeration has another underlying type.",
        everywhere("W/W", "qs"),
        "enum-underlying-type-changed",
        "The range of numbers is another one; JSON carries names.",
    ),
)
