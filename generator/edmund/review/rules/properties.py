"""Rules on structural properties."""

from __future__ import annotations

from edmund.review.specification import Rule, directed, everywhere

__all__ = ["RULES"]

_FACETS = (
    ("max-length", "MaxLength", "A longer value than before"),
    ("precision", "Precision", "A value of more digits than before"),
    ("scale", "Scale", "A value of more decimals than before"),
)


def _facet_rules() -> tuple[Rule, ...]:
    found: list[Rule] = []
    for stem, facet, more in _FACETS:
        found.append(
            Rule(
                f"{stem}-narrowed",
                f"{facet} allows less than before.",
                directed(q="B/W", s="I/I"),
                f"{stem}-widened",
                "Values that were accepted are refused; what is answered still fits.",
                kind="facet-changed",
            )
        )
        found.append(
            Rule(
                f"{stem}-widened",
                f"{facet} allows more than before.",
                directed(q="I/I", s="W/I"),
                f"{stem}-narrowed",
                f"{more} may be answered and must fit in the caller's storage.",
                kind="facet-changed",
            )
        )
    return tuple(found)


RULES = (
    Rule(
        "property-removed",
        "A property is gone.",
        everywhere("B/B", "qs"),
        "property-added",
        "Unsafe by OData 4.01 Protocol, section 5.2: it is refused in requests and absent from answers.",
    ),
    Rule(
        "property-added",
        "There is a new property.",
        everywhere("I/I", "qs"),
        "property-removed",
        "Safe by OData 4.01 Protocol, section 5.2, when it is nullable or has a default.",
    ),
    Rule(
        "property-added-required",
        "There is a new property that is neither nullable nor defaulted nor computed.",
        everywhere("W/W", "q"),
        "property-removed",
        "A create that leaves it out may fail; the documents alone cannot tell.",
        kind="property-added",
    ),
    Rule(
        "property-added-shadows-dynamic",
        "There is a new property on an open type.",
        everywhere("W/W", "qs"),
        "property-removed",
        "Callers may already use a dynamic property of this name, of another type.",
        kind="property-added",
    ),
    Rule(
        "property-renamed",
        "A property disappeared and a new one is much like it.",
        everywhere("B/B", "qs"),
        "property-renamed",
        "The old name is gone from the wire.",
        kind="property-removed",
    ),
    Rule(
        "property-casing-changed",
        "A property's name is spelled with other capitals.",
        everywhere("B/B", "qs"),
        "property-casing-changed",
        "JSON names are compared with case.",
        kind="property-removed",
    ),
    Rule(
        "property-type-changed",
        "A property has another type.",
        everywhere("B/B", "qs"),
        "property-type-changed",
        "Unsafe by OData 4.01 Protocol, section 5.2.",
    ),
    Rule(
        "property-type-specialized",
        "A property's type became one derived from it.",
        directed(q="B/B", s="I/I"),
        "property-type-generalized",
        "Values of the old type are refused; what is answered still fits the old type.",
        kind="property-type-changed",
    ),
    Rule(
        "property-type-generalized",
        "A property's type became a base of it.",
        directed(q="I/I", s="B/B"),
        "property-type-specialized",
        "Answers may be of types that the caller does not expect; requests still fit.",
        kind="property-type-changed",
    ),
    Rule(
        "property-collection-changed",
        "A property became a collection, or a single value.",
        everywhere("B/B", "qs"),
        "property-collection-changed",
        "A JSON array instead of a value, or the reverse.",
        kind="property-type-changed",
    ),
    Rule(
        "property-became-navigation",
        "A structural property became a navigation property.",
        everywhere("B/B", "qsu"),
        "navigation-became-property",
        "It is no longer in the answer without `$expand`, and has a URL of its own.",
    ),
    Rule(
        "navigation-became-property",
        "A navigation property became a structural one.",
        everywhere("B/B", "qsu"),
        "property-became-navigation",
        "Its URL and `$expand` are gone.",
    ),
    Rule(
        "property-hoisted-to-base",
        "A property is now inherited from a base type.",
        everywhere("-/I"),
        "property-pushed-down",
        "The effective shape is the same; generated code declares it elsewhere.",
    ),
    Rule(
        "property-pushed-down",
        "A property that was inherited is now declared by the type itself.",
        everywhere("-/I"),
        "property-hoisted-to-base",
        "The effective shape is the same; generated code declares it elsewhere.",
    ),
    Rule(
        "nullable-tightened",
        "Null is no longer allowed.",
        directed(q="B/B", s="I/I"),
        "nullable-relaxed",
        "A request that sends null is refused.",
    ),
    Rule(
        "nullable-relaxed",
        "Null is now allowed.",
        directed(q="I/I", s="W/W"),
        "nullable-tightened",
        "A null now reaches callers that never saw one.",
    ),
    Rule(
        "collection-nullable-tightened",
        "A collection may no longer hold null.",
        directed(q="B/B", s="I/I"),
        "collection-nullable-relaxed",
        "A request whose collection holds null is refused.",
        kind="collection-nullable-changed",
    ),
    Rule(
        "collection-nullable-relaxed",
        "A collection may now hold null.",
        directed(q="I/I", s="W/W"),
        "collection-nullable-tightened",
        "A null element now reaches callers that never saw one.",
        kind="collection-nullable-changed",
    ),
    Rule(
        "default-value-changed",
        "A property's default is another one.",
        everywhere("W/W", "q"),
        "default-value-changed",
        "A create that leaves the property out means something else than before.",
    ),
    *_facet_rules(),
    Rule(
        "facet-changed",
        "Unicode or SRID is another one.",
        everywhere("W/I", "qs"),
        "facet-changed",
        "Which values are accepted or answered is no longer what it was.",
    ),
    Rule(
        "facet-spelling-changed",
        "A facet's symbolic value is spelled in another way.",
        everywhere("-/-"),
        "facet-spelling-changed",
        "`Variable` and `variable` mean the same; CSDL 4.01 writes it in small letters.",
        kind="facet-changed",
    ),
    Rule(
        "computed-added",
        "A property is now computed by the service.",
        everywhere("B/W", "q"),
        "computed-removed",
        "Values that callers send are refused or ignored.",
    ),
    Rule(
        "computed-removed",
        "A property is no longer computed by the service.",
        everywhere("I/I", "q"),
        "computed-added",
        "Callers may now send it.",
    ),
    Rule(
        "immutable-added",
        "A property can no longer be changed after creation.",
        everywhere("B/W", "q"),
        "immutable-removed",
        "Updates that send it are refused or ignored.",
    ),
    Rule(
        "immutable-removed",
        "A property can now be changed after creation.",
        everywhere("I/I", "q"),
        "immutable-added",
        "Updates may now send it.",
    ),
    Rule(
        "write-permission-removed",
        "Core.Permissions no longer allows a property to be written.",
        everywhere("B/W", "q"),
        "write-permission-added",
        "Values that callers send are refused.",
    ),
    Rule(
        "write-permission-added",
        "Core.Permissions now allows a property to be written.",
        everywhere("I/I", "q"),
        "write-permission-removed",
        "Callers may now send it.",
    ),
)
