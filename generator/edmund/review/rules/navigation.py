"""Rules on navigation properties."""

from __future__ import annotations

from edmund.review.specification import Rule, directed, everywhere

__all__ = ["RULES"]

RULES = (
    Rule(
        "navigation-removed",
        "A navigation property is gone.",
        everywhere("B/B", "su"),
        "navigation-added",
        "Unsafe by OData 4.01 Protocol, section 5.2: its URL and `$expand` fail.",
    ),
    Rule(
        "navigation-renamed",
        "A navigation property disappeared and a new one is much like it.",
        everywhere("B/B", "su"),
        "navigation-renamed",
        "Its URL and `$expand` fail under the old name.",
        kind="navigation-removed",
    ),
    Rule(
        "navigation-casing-changed",
        "A navigation property's name is spelled with other capitals.",
        everywhere("B/B", "su"),
        "navigation-casing-changed",
        "Names are compared with case.",
        kind="navigation-removed",
    ),
    Rule(
        "navigation-added",
        "There is a new navigation property.",
        everywhere("I/I", "su"),
        "navigation-removed",
        "Safe by OData 4.01 Protocol, section 5.2, when it need not be bound on create.",
    ),
    Rule(
        "navigation-added-required",
        "There is a new navigation property that must have a target.",
        everywhere("W/W", "q"),
        "navigation-removed",
        "A create that does not bind it may fail.",
        kind="navigation-added",
    ),
    Rule(
        "navigation-hoisted-to-base",
        "A navigation property is now inherited from a base type.",
        everywhere("-/I"),
        "navigation-pushed-down",
        "The effective shape is the same; generated code declares it elsewhere.",
    ),
    Rule(
        "navigation-pushed-down",
        "A navigation property that was inherited is now declared by the type itself.",
        everywhere("-/I"),
        "navigation-hoisted-to-base",
        "The effective shape is the same; generated code declares it elsewhere.",
    ),
    Rule(
        "navigation-type-changed",
        "A navigation property leads to another type, or became a collection or single.",
        everywhere("B/B", "su"),
        "navigation-type-changed",
        "What the URL answers is something else.",
    ),
    Rule(
        "navigation-type-specialized",
        "A navigation property leads to a type derived from the old one.",
        directed(q="B/B", s="I/I"),
        "navigation-type-generalized",
        "Entities of the old type are refused as targets; what is answered still fits.",
        kind="navigation-type-changed",
    ),
    Rule(
        "navigation-type-generalized",
        "A navigation property leads to a base of the old type.",
        directed(q="I/I", s="B/B"),
        "navigation-type-specialized",
        "Answers may be of types that the caller does not expect.",
        kind="navigation-type-changed",
    ),
    Rule(
        "navigation-containment-changed",
        "A navigation property began or ceased to contain its targets.",
        everywhere("W/B", "u"),
        "navigation-containment-changed",
        "Canonical URLs move, and with them the calls that create and delete.",
    ),
    Rule(
        "navigation-partner-changed",
        "A navigation property has another partner.",
        everywhere("-/I", "u"),
        "navigation-partner-changed",
        "Nothing on the wire; code may walk back by it.",
    ),
    Rule(
        "referential-constraint-changed",
        "A navigation property's referential constraints are others.",
        everywhere("W/-", "q"),
        "referential-constraint-changed",
        "Other values must agree.",
    ),
    Rule(
        "on-delete-changed",
        "What happens to the dependents on delete is something else.",
        everywhere("W/-", "q"),
        "on-delete-changed",
        "A delete may now take more or less with it, or be refused.",
    ),
)
