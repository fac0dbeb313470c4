"""Rules on namespaces and types."""

from __future__ import annotations

from edmund.review.specification import Rule, everywhere

__all__ = ["RULES"]

RULES = (
    Rule(
        "namespace-removed",
        "A schema namespace is gone.",
        everywhere("B/B"),
        "namespace-added",
        "Every type name, cast and `@odata.type` that starts with it is gone with it.",
    ),
    Rule(
        "namespace-added",
        "There is a new schema namespace.",
        everywhere("-/I"),
        "namespace-removed",
        "Nothing on the wire knew it; generated code gains a module.",
    ),
    Rule(
        "schema-alias-changed",
        "A schema's alias is another one.",
        everywhere("-/-"),
        "schema-alias-changed",
        "An alias is local to its document (CSDL 4.01, section 5.1.2): no payload carries it.",
    ),
    Rule(
        "type-removed",
        "A type is gone.",
        everywhere("B/B", "qs"),
        "type-added",
        "Payloads that carry it are no longer understood. A warning on the wire when no call reached it; "
        "of OpenAPI its places tell what they have instead, unless it derived from another type.",
    ),
    Rule(
        "type-added",
        "There is a new type.",
        everywhere("I/I", "qs"),
        "type-removed",
        "Adding types is safe (OData 4.01 Protocol, section 5.2).",
    ),
    Rule(
        "derived-type-added",
        "A new type derives from one that responses use.",
        everywhere("I/W", "s"),
        "type-removed",
        "Clients must expect derived types, yet an exhaustive match over the known ones is incomplete.",
        kind="type-added",
    ),
    Rule(
        "type-renamed",
        "A type disappeared and a new one is much like it.",
        everywhere("W/B", "qsu"),
        "type-renamed",
        "`@odata.type`, casts and imports carry the name; a payload without them does not change. "
        "Of OpenAPI, where nothing carries it, it is a matter of source alone.",
        kind="type-removed",
    ),
    Rule(
        "type-moved",
        "A type disappeared and one of the same name is in another namespace.",
        everywhere("W/B", "qsu"),
        "type-moved",
        "`@odata.type`, casts and imports carry the namespace; a payload without them does not change.",
        kind="type-removed",
    ),
    Rule(
        "type-casing-changed",
        "A type's name is spelled with other capitals.",
        everywhere("B/B", "qsu"),
        "type-casing-changed",
        "Names are compared with case (CSDL 4.01, section 4): it is another type.",
        kind="type-removed",
    ),
    Rule(
        "type-kind-changed",
        "A type became an entity type, complex type, enumeration or type definition.",
        everywhere("B/B", "qs"),
        "type-kind-changed",
        "Another JSON form, other URLs, another kind of class.",
    ),
    Rule(
        "base-type-changed",
        "A type has another base, and members, the key or assignability are lost by it.",
        everywhere("B/B", "qs"),
        "base-type-inserted",
        "What callers inherited is gone, or values no longer fit where the old base was declared.",
    ),
    Rule(
        "base-type-inserted",
        "A type has another base, and nothing is lost by it.",
        everywhere("I/I", "qs"),
        "base-type-changed",
        "The effective members and key are there, and each old base is still an ancestor.",
        kind="base-type-changed",
    ),
    Rule(
        "abstract-added",
        "A type became abstract.",
        everywhere("B/B", "q"),
        "abstract-removed",
        "Values of exactly this type can no longer be sent.",
    ),
    Rule(
        "abstract-removed",
        "A type is no longer abstract.",
        everywhere("I/I", "q"),
        "abstract-added",
        "More can be sent than before.",
    ),
    Rule(
        "open-type-removed",
        "A type is no longer open.",
        everywhere("B/B", "qs"),
        "open-type-added",
        "Dynamic properties are refused, or no longer answered.",
    ),
    Rule(
        "open-type-added",
        "A type became open.",
        everywhere("I/W", "qs"),
        "open-type-removed",
        "Unknown properties may now arrive; strict readers must let them through.",
    ),
    Rule(
        "has-stream-removed",
        "An entity type is no longer a media entity.",
        everywhere("B/B", "u"),
        "has-stream-added",
        "`/$value` is gone.",
    ),
    Rule(
        "has-stream-added",
        "An entity type became a media entity.",
        everywhere("I/I", "u"),
        "has-stream-removed",
        "`/$value` is new.",
    ),
    Rule(
        "key-changed",
        "An entity type's effective key is another one.",
        everywhere("B/B", "u"),
        "key-changed",
        "Each URL of such an entity changes (unsafe by OData 4.01 Protocol, section 5.2).",
    ),
    Rule(
        "key-redeclared",
        "The same effective key is declared by another type of the line.",
        everywhere("I/I", "u"),
        "key-redeclared",
        "URLs stay as they are.",
        kind="key-changed",
    ),
    Rule(
        "alternate-key-removed",
        "An alternate key is gone.",
        everywhere("B/W", "u"),
        "alternate-key-added",
        "URLs that address by it fail.",
    ),
    Rule(
        "alternate-key-added",
        "There is a new alternate key.",
        everywhere("I/I", "u"),
        "alternate-key-removed",
        "Nobody used it.",
    ),
    Rule(
        "type-definition-underlying-changed",
        "A type definition stands for another primitive type.",
        everywhere("B/B", "qs"),
        "type-definition-underlying-changed",
        "Another JSON form.",
    ),
)
