"""Properties, navigation properties and parameters of older versions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from edmund.csdl.findings import Code
from edmund.csdl.older.annotating import CORE, EDMUND, annotation, edm, tag
from edmund.csdl.older.associations import Association, End, Multiplicity, NavigationPlace
from edmund.csdl.older.attributes import OldAttributes
from edmund.csdl.older.context import Upgrade
from edmund.csdl.older.sap import described, property_annotations
from edmund.csdl.parser import XmlElement
from edmund.diagnostics import Note

__all__ = [
    "WIRE_TYPE",
    "check_constraint",
    "facets_and_type",
    "navigation_property",
    "parameter",
    "property_element",
]

WIRE_TYPE = EDMUND + "WireType"
"""The built-in type that a value has on the wire, where 4.01 has another one in its place."""

_FACETS = ("Nullable", "MaxLength", "Precision", "Scale", "Unicode", "SRID")
_MEANINGLESS = ("FixedLength", "Collation", "ConcurrencyMode", "CollectionKind", "TypeAccess")
_PROPERTY = frozenset({"Name", "Type", "DefaultValue", *_FACETS, *_MEANINGLESS})
_LOCAL_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?")
_DATE_ONLY = re.compile(r"(\d{4}-\d\d-\d\d)T00:00(:00(\.0+)?)?Z?")


def facets_and_type(
    upgrade: Upgrade, old: OldAttributes
) -> tuple[dict[str, str], list[XmlElement]]:
    """Type and facets in 4.01, and the annotation that says which type it was."""
    span = old.element.span
    text = old.take("Type")
    attributes = old.kept(_FACETS)
    if text is None:
        return attributes, []
    name, was = upgrade.names.type(old.element, text)
    if was == "Edm.DateTime" and old.element.attributes.get(_DISPLAY_FORMAT) == "Date":
        name = name.replace("Edm.DateTimeOffset", "Edm.Date")
        attributes.pop("Precision", None)
    if old.take("CollectionKind") in ("List", "Bag") and not name.startswith("Collection("):
        name = f"Collection({name})"
    if name in ("Edm.Decimal", "Collection(Edm.Decimal)"):
        # Without a Scale older versions take any number of decimals, 4.01 none.
        attributes.setdefault("Scale", "variable")
    attributes["Type"] = name
    return attributes, [] if was is None else [annotation(WIRE_TYPE, span, "String", was)]


_DISPLAY_FORMAT = "{http://www.sap.com/Protocols/SAPData}display-format"


def property_element(upgrade: Upgrade, element: XmlElement, *, is_key: bool) -> XmlElement:
    """A property ([MC-CSDL], 2.1.3)."""
    old = OldAttributes(element, upgrade.findings)
    span = element.span
    attributes = old.kept(("Name",))
    typed, annotations = facets_and_type(upgrade, old)
    default = old.take("DefaultValue")
    if default is not None:
        attributes["DefaultValue"] = _default(typed.get("Type", ""), default.strip())
    given = upgrade.annotations(element)
    annotations += given
    annotations += described(old, documented=_has(given, CORE + "Description"))
    annotations += property_annotations(old, is_key=is_key)
    media_type = old.metadata("MimeType")
    if media_type:
        annotations.append(annotation(CORE + "MediaType", span, "String", media_type))
    made_by_service = old.generated("StoreGeneratedPattern") in ("Identity", "Computed")
    if made_by_service and not _has(annotations, CORE + "Computed"):
        annotations.append(tag(CORE + "Computed", span))
    old.take("ConcurrencyMode")  # entity sets say it: Core.OptimisticConcurrency
    old.meaningless(_MEANINGLESS)
    old.done(_PROPERTY)
    children = [*annotations, *upgrade.others(element, frozenset())]
    return edm("Property", {**attributes, **typed}, span, children, element.text)


def _has(annotations: list[XmlElement], term: str) -> bool:
    return any(each.attributes.get("Term") == term for each in annotations)


def _default(type_name: str, text: str) -> str:
    """A default as 4.01 writes it: older versions leave out the offset of a time."""
    if type_name == "Edm.DateTimeOffset" and _LOCAL_TIME.fullmatch(text):
        return text + "Z"
    midnight = _DATE_ONLY.fullmatch(text)
    return midnight[1] if type_name == "Edm.Date" and midnight else text


def navigation_property(upgrade: Upgrade, element: XmlElement) -> XmlElement | None:
    """A navigation property by its association ([MC-CSDL], 2.1.4); None when it has none: that is told."""
    if "Type" in element.attributes and "Relationship" not in element.attributes:
        upgrade.mixed(element)
        return None
    old = OldAttributes(element, upgrade.findings)
    attributes = old.kept(("Name", "ContainsTarget"))
    for name in ("Relationship", "FromRole", "ToRole"):
        old.take(name)
    given = upgrade.annotations(element)
    annotations = [*given, *described(old, documented=_has(given, CORE + "Description"))]
    old.done(frozenset({"Name", "Relationship", "FromRole", "ToRole", "ContainsTarget"}))
    found = upgrade.associations.ends_of(element)
    if found is None:
        return None
    association, near, far = found
    if far.multiplicity is Multiplicity.MANY:
        attributes["Type"] = f"Collection({far.type})"
    else:
        attributes["Type"] = far.type
        if far.multiplicity is Multiplicity.ONE:
            attributes["Nullable"] = "false"
    partner = _partner(upgrade, far.type, upgrade.associations.back(element))
    if partner is not None:
        attributes["Partner"] = partner
    children = _constraints(upgrade, association, near)
    children += [
        edm("OnDelete", {"Action": child.attributes.get("Action", "")}, child.span)
        for child in near.element.children
        if child.name == "OnDelete"
    ]
    children += annotations
    children += upgrade.others(element, frozenset())
    return edm("NavigationProperty", attributes, element.span, children, element.text)


def _partner(upgrade: Upgrade, target: str, back: Iterable[NavigationPlace]) -> str | None:
    """The property that leads back, as a path from the target's type (section 8.6 of 4.01)."""
    for place in back:
        if upgrade.types.derives(target, place.owner):
            return place.name
        if upgrade.types.derives(place.owner, target):
            return f"{place.owner}/{place.name}"
    return None


def _constraints(upgrade: Upgrade, association: Association, near: End) -> list[XmlElement]:
    """The referential constraint, at the end that depends on the other ([MC-CSDL], 2.1.20)."""
    constraint = association.constraint
    if constraint is None:
        return []
    sides: dict[str, XmlElement] = {child.name: child for child in constraint.children}
    principal, dependent = sides.get("Principal"), sides.get("Dependent")
    if principal is None or dependent is None or dependent.attributes.get("Role") != near.role:
        return []
    own = [ref for ref in dependent.children if ref.name == "PropertyRef"]
    others = [ref for ref in principal.children if ref.name == "PropertyRef"]
    return [
        edm(
            "ReferentialConstraint",
            {
                "Property": ref.attributes.get("Name", ""),
                "ReferencedProperty": other.attributes.get("Name", ""),
            },
            ref.span,
        )
        for ref, other in zip(own, others, strict=False)
    ]


def check_constraint(upgrade: Upgrade, association: Association) -> None:
    """Tell a referential constraint that does not join the two ends of its association (EDM175)."""
    constraint = association.constraint
    if constraint is None:
        return
    sides: dict[str, XmlElement] = {child.name: child for child in constraint.children}
    counts: list[int] = []
    for name in ("Principal", "Dependent"):
        side = sides.get(name)
        role = None if side is None else side.attributes.get("Role")
        if side is None or role not in association.ends:
            message = (
                f"the constraint of association '{association.name}' has no {name}"
                if side is None
                else f"Role '{role}' of {name} is none of association '{association.name}'"
            )
            upgrade.findings.error(
                Code.OLD_CONSTRAINT,
                message,
                (side or constraint).span,
                notes=(Note("the association is declared here", association.element.span),),
            )
            return
        counts.append(sum(1 for ref in side.children if ref.name == "PropertyRef"))
    if counts[0] != counts[1] or not counts[0]:
        upgrade.findings.error(
            Code.OLD_CONSTRAINT,
            f"the constraint of association '{association.name}' joins {counts[0]} properties to "
            f"{counts[1]}",
            constraint.span,
        )


def parameter(upgrade: Upgrade, element: XmlElement) -> XmlElement:
    """A parameter of a function import ([MC-CSDL], 2.1.9)."""
    old = OldAttributes(element, upgrade.findings)
    attributes = old.kept(("Name",))
    typed, annotations = facets_and_type(upgrade, old)
    given = upgrade.annotations(element)
    annotations += [*given, *described(old, documented=_has(given, CORE + "Description"))]
    mode = old.take("Mode")
    if mode is not None and mode.strip() != "In":
        upgrade.findings.information(
            Code.NO_MEANING,
            f"Mode '{mode[:40]}' of Parameter has no meaning in OData 4.01: parameters only go in",
            element.span,
        )
    old.sap("display-format")
    old.done(frozenset({"Name", "Type", "Mode", *_FACETS}))
    children = [*annotations, *upgrade.others(element, frozenset())]
    return edm("Parameter", {**attributes, **typed}, element.span, children, element.text)
