"""Rules on the entity container and what is in it."""

from __future__ import annotations

from edmund.review.specification import Rule, everywhere

__all__ = ["RULES"]


def _pair(stem: str, noun: str) -> tuple[Rule, Rule]:
    return (
        Rule(
            f"{stem}-removed",
            f"{noun} is gone.",
            everywhere("B/B", "u"),
            f"{stem}-added",
            "Its URL fails.",
        ),
        Rule(
            f"{stem}-added",
            f"{noun} is new.",
            everywhere("I/I", "u"),
            f"{stem}-removed",
            "Safe by OData 4.01 Protocol, section 5.2.",
        ),
    )


RULES = (
    *_pair("entity-set", "An entity set"),
    *_pair("singleton", "A singleton"),
    *_pair("operation-import", "An action or function import"),
    *_pair("entity-container", "The entity container"),
    Rule(
        "entity-set-type-changed",
        "An entity set holds entities of another type.",
        everywhere("B/B", "u"),
        "entity-set-type-changed",
        "Its URL answers something else.",
    ),
    Rule(
        "singleton-type-changed",
        "A singleton is of another type.",
        everywhere("B/B", "u"),
        "singleton-type-changed",
        "Its URL answers something else.",
    ),
    Rule(
        "operation-import-target-changed",
        "An import calls another operation.",
        everywhere("B/B", "u"),
        "operation-import-target-changed",
        "Its URL takes or answers something else.",
    ),
    Rule(
        "container-child-kind-changed",
        "A name of the container stands for something of another kind.",
        everywhere("B/B", "u"),
        "container-child-kind-changed",
        "A collection against one entity against a call.",
    ),
    Rule(
        "entity-container-renamed",
        "The entity container has another name.",
        everywhere("W/I", "u"),
        "entity-container-renamed",
        "URLs stay; context URLs and annotation targets may carry the name, and so does the client class.",
    ),
    Rule(
        "odata-version-changed",
        "The service speaks another generation of OData: 1 to 3, or 4.",
        everywhere("B/I", "u"),
        "odata-version-changed",
        "Payloads, literals, query options and batches are others; a regenerated client hides most of it.",
    ),
    Rule(
        "navigation-binding-removed",
        "A navigation property binding is gone.",
        everywhere("W/-", "u"),
        "navigation-binding-added",
        "Where the targets live is no longer said: links and `@odata.bind` may move.",
    ),
    Rule(
        "navigation-binding-changed",
        "A navigation property binding leads to another set.",
        everywhere("W/-", "u"),
        "navigation-binding-changed",
        "Links and `@odata.bind` move.",
    ),
    Rule(
        "navigation-binding-added",
        "There is a new navigation property binding.",
        everywhere("-/-", "u"),
        "navigation-binding-removed",
        "More is said than before.",
    ),
)
