"""SAP's annotations of OData 2.0 (`sap:label`, `sap:creatable`) as annotations of the standard vocabularies.

What each attribute says is SAP's note "SAP Annotations for OData Version 2.0"; where 4.01 has a term of
OASIS's vocabularies or of SAP's own for it, that is written, and the rest is told (EDM174).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edmund.csdl.findings import Findings
from edmund.csdl.older.annotating import (
    CAPABILITIES,
    CORE,
    SAP_COMMON,
    Records,
    annotation,
    collection,
    edm,
    paths,
    record,
    tag,
)
from edmund.csdl.older.attributes import OldAttributes
from edmund.csdl.parser import XmlElement
from edmund.diagnostics import Span

__all__ = ["container_annotations", "described", "property_annotations", "set_annotations"]

_COMMUNICATION = "com.sap.vocabularies.Communication.v1."
_SEMANTICS: Mapping[str, str] = {
    "currency-code": SAP_COMMON + "IsCurrency",
    "unit-of-measure": SAP_COMMON + "IsUnit",
    "year": SAP_COMMON + "IsCalendarYear",
    "yearmonth": SAP_COMMON + "IsCalendarYearMonth",
    "yearmonthday": SAP_COMMON + "IsCalendarDate",
    "fiscalyear": SAP_COMMON + "IsFiscalYear",
    "fiscalyearperiod": SAP_COMMON + "IsFiscalYearPeriod",
    "email": _COMMUNICATION + "IsEmailAddress",
    "tel": _COMMUNICATION + "IsPhoneNumber",
    "url": CORE + "IsURL",
}
_DISPLAY: Mapping[str, str] = {
    "UpperCase": SAP_COMMON + "IsUpperCase",
    "NonNegative": "Org.OData.Validation.V1.Minimum",
    "Date": "",  # the type says it
}
_EXPRESSIONS: Mapping[str, str] = {
    "single-value": "SingleValue",
    "multi-value": "MultiValue",
    "interval": "SingleRange",
}
_MEDIA_TYPES: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
_INSERT = CAPABILITIES + "InsertRestrictions"
_UPDATE = CAPABILITIES + "UpdateRestrictions"
_DELETE = CAPABILITIES + "DeleteRestrictions"
_READ = CAPABILITIES + "ReadRestrictions"
_SEARCH = CAPABILITIES + "SearchRestrictions"
_COUNT = CAPABILITIES + "CountRestrictions"
_FILTER = CAPABILITIES + "FilterRestrictions"
_SORT = CAPABILITIES + "SortRestrictions"


def described(old: OldAttributes, *, documented: bool = False) -> list[XmlElement]:
    """Label and quick info: description and long description, where nothing else describes the element."""
    span = old.element.span
    label, info = old.sap("label"), old.sap("quickinfo")
    found: list[XmlElement] = []
    terms = (SAP_COMMON + "Label", SAP_COMMON + "QuickInfo")
    if not documented:
        terms = (CORE + "Description", CORE + "LongDescription" if label else CORE + "Description")
    for term, text in zip(terms, (label, info), strict=True):
        if text is not None and not (text is info and info == label):
            found.append(annotation(term, span, "String", text))
    return found


def property_annotations(old: OldAttributes, *, is_key: bool) -> list[XmlElement]:
    """What a property says of itself; what it says of sets is `set_annotations`."""
    span = old.element.span
    found: list[XmlElement] = []
    creatable, updatable = old.sap_truth("creatable"), old.sap_truth("updatable")
    if updatable is False and not is_key:
        if creatable is False:
            found.append(tag(CORE + "Computed", span))
        else:
            found.append(tag(CORE + "Immutable", span))
    for name in ("sortable", "filterable", "required-in-filter"):
        old.sap_truth(name)
    restriction = old.sap("filter-restriction")
    if restriction is not None and restriction not in _EXPRESSIONS:
        old.meaningless_value("filter-restriction", restriction)
    text = old.sap("semantics")
    if text is not None:
        term = _SEMANTICS.get(text.partition(";")[0].strip())
        if term is None:
            old.meaningless_value("semantics", text)
        else:
            found.append(tag(term, span))
    display = old.sap("display-format")
    if display is not None and display not in _DISPLAY:
        old.meaningless_value("display-format", display)
    elif display == "NonNegative":
        found.append(annotation(_DISPLAY[display], span, "Int", "0"))
    elif display and _DISPLAY[display]:
        found.append(tag(_DISPLAY[display], span))
    if old.sap_truth("visible") is False:
        found.append(tag("com.sap.vocabularies.UI.v1.Hidden", span))
    for name, term in (("text", "Text"), ("field-control", "FieldControl")):
        path = old.sap(name)
        if path is not None:
            found.append(annotation(SAP_COMMON + term, span, "Path", path))
    unit = old.sap("unit")
    if unit is not None:
        found.append(annotation("Org.OData.Measures.V1.Unit", span, "Path", unit))
    return found


def container_annotations(old: OldAttributes) -> list[XmlElement]:
    """What a container says: the formats of the service."""
    formats = old.sap("supported-formats")
    if formats is None:
        return []
    span = old.element.span
    types = [edm("String", {}, span, (), _MEDIA_TYPES.get(f, f)) for f in formats.split()]
    term = {"Term": CAPABILITIES + "SupportedFormats"}
    return [edm("Annotation", term, span, (collection(types, span),))]


def set_annotations(
    old: OldAttributes, members: Iterable[XmlElement], keys: frozenset[str]
) -> list[XmlElement]:
    """What can be done with an entity set, from its own attributes and those of its type's properties."""
    span = old.element.span
    records = Records(span)
    for name, term, member in (
        ("creatable", _INSERT, "Insertable"),
        ("updatable", _UPDATE, "Updatable"),
        ("deletable", _DELETE, "Deletable"),
        ("countable", _COUNT, "Countable"),
    ):
        if old.sap_truth(name) is False:
            records.truth(term, member, False, span)
    if old.sap_truth("addressable") is False:
        records.truth(_READ, "Readable", False, span)
        by_key = {"Property": "Readable", "Bool": "true"}
        inner = record([edm("PropertyValue", by_key, span)], span)
        records.value(_READ, "ReadByKeyRestrictions", inner, span)
    searchable = old.sap_truth("searchable") is True
    records.truth(_SEARCH, "Searchable", False, span)
    if searchable:
        parameter = record(
            [
                edm("PropertyValue", {"Property": "Name", "String": "search"}, span),
                edm("PropertyValue", {"Property": "Description", "String": "Search text."}, span),
            ],
            span,
        )
        records.value(_READ, "CustomQueryOptions", collection([parameter], span), span)
    if old.sap_truth("requires-filter"):
        records.truth(_FILTER, "RequiresFilter", True, span)
    _of_members(records, members, keys, span)
    found = records.annotations()
    pageable = old.sap_truth("pageable")
    topable = old.sap_truth("topable")
    if pageable is False or topable is False:
        found.append(tag(CAPABILITIES + "TopSupported", span, False))
    if pageable is False:
        found.append(tag(CAPABILITIES + "SkipSupported", span, False))
    return found


def _of_members(
    records: Records,
    members: Iterable[XmlElement],
    keys: frozenset[str],
    span: Span,
) -> None:
    """Restrictions of a set by property. What is wrong with an attribute is told where the type is read."""
    listed: dict[tuple[str, str], list[tuple[str, Span]]] = {}
    expressions: list[XmlElement] = []
    for element in members:
        name = element.attributes.get("Name")
        if name is None:
            continue
        old = OldAttributes(element, Findings(span.file))
        place = (name, element.span)
        creatable, updatable = old.sap_truth("creatable"), old.sap_truth("updatable")
        if creatable is False and updatable is not False and name not in keys:
            listed.setdefault((_INSERT, "NonInsertableProperties"), []).append(place)
        if old.sap_truth("sortable") is False:
            listed.setdefault((_SORT, "NonSortableProperties"), []).append(place)
        if old.sap_truth("filterable") is False:
            listed.setdefault((_FILTER, "NonFilterableProperties"), []).append(place)
        if old.sap_truth("required-in-filter"):
            listed.setdefault((_FILTER, "RequiredProperties"), []).append(place)
        restriction = old.sap("filter-restriction")
        if restriction is not None and restriction in _EXPRESSIONS:
            both = [
                edm("PropertyValue", {"Property": "Property", "PropertyPath": name}, element.span),
                edm(
                    "PropertyValue",
                    {"Property": "AllowedExpressions", "String": _EXPRESSIONS[restriction]},
                    element.span,
                ),
            ]
            expressions.append(record(both, element.span))
    for (term, member), found in listed.items():
        records.value(term, member, paths("PropertyPath", found, found[0][1]), span)
    if expressions:
        records.value(_FILTER, "FilterExpressionRestrictions", collection(expressions, span), span)
