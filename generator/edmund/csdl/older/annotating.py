"""Annotations of 4.01 as elements, for what older versions say in attributes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edmund.csdl.children import EDM
from edmund.csdl.parser import XmlElement
from edmund.diagnostics import Span

__all__ = [
    "CAPABILITIES",
    "CORE",
    "EDMUND",
    "SAP_COMMON",
    "Records",
    "annotation",
    "collection",
    "edm",
    "paths",
    "record",
    "tag",
]

CORE = "Org.OData.Core.V1."
CAPABILITIES = "Org.OData.Capabilities.V1."
EDMUND = "Edmund.V1."
SAP_COMMON = "com.sap.vocabularies.Common.v1."


def edm(
    name: str,
    attributes: dict[str, str],
    span: Span,
    children: Iterable[XmlElement] = (),
    text: str = "",
) -> XmlElement:
    """An element of CSDL 4.01."""
    return XmlElement(EDM, name, attributes, tuple(children), text, span)


def annotation(term: str, span: Span, kind: str, value: str) -> XmlElement:
    """An annotation with a constant or path in attribute notation: kind `String`, `Path`, `Int`."""
    return edm("Annotation", {"Term": term, kind: value}, span)


def tag(term: str, span: Span, value: bool = True) -> XmlElement:
    """An annotation that is true or false."""
    return annotation(term, span, "Bool", "true" if value else "false")


def collection(items: Iterable[XmlElement], span: Span) -> XmlElement:
    return edm("Collection", {}, span, items)


def paths(kind: str, found: Sequence[tuple[str, Span]], span: Span) -> XmlElement:
    """A collection of PropertyPath or NavigationPropertyPath, each at its own place."""
    return collection([edm(kind, {}, at, (), path) for path, at in found], span)


def record(values: Sequence[XmlElement], span: Span) -> XmlElement:
    return edm("Record", {}, span, values)


class Records:
    """Annotations whose values are records, put together from several places."""

    def __init__(self, span: Span) -> None:
        self._span = span
        self._values: dict[str, list[XmlElement]] = {}

    def constant(self, term: str, member: str, kind: str, value: str, span: Span) -> None:
        attributes = {"Property": member, kind: value}
        self._values.setdefault(term, []).append(edm("PropertyValue", attributes, span))

    def truth(self, term: str, member: str, value: bool, span: Span) -> None:
        self.constant(term, member, "Bool", "true" if value else "false", span)

    def value(self, term: str, member: str, value: XmlElement, span: Span) -> None:
        made = edm("PropertyValue", {"Property": member}, span, (value,))
        self._values.setdefault(term, []).append(made)

    def annotations(self) -> list[XmlElement]:
        return [
            edm("Annotation", {"Term": term}, self._span, (record(values, self._span),))
            for term, values in self._values.items()
        ]
