"""What rewriting one document shares."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.csdl.children import EDM
from edmund.csdl.findings import Code, Findings
from edmund.csdl.older.annotating import CORE, annotation, edm
from edmund.csdl.older.associations import Associations
from edmund.csdl.older.names import OldNames
from edmund.csdl.older.targets import OldTargets
from edmund.csdl.older.type_index import TypeIndex
from edmund.csdl.older.versions import OLD_SCHEMAS
from edmund.csdl.parser import XmlElement

__all__ = ["Upgrade"]

_VALUES = {"ValueAnnotation": "Annotation", "TypeAnnotation": "Annotation"}
_EXPRESSIONS = {"AssertType": "Cast", "IsType": "IsOf", "DateTime": "DateTimeOffset"}


@dataclass(frozen=True, slots=True)
class Upgrade:
    """`version` is the service's. Each method takes an element as it was and gives it as 4.01 has it."""

    version: str
    names: OldNames
    types: TypeIndex
    associations: Associations
    targets: OldTargets
    findings: Findings

    def annotations(self, element: XmlElement) -> list[XmlElement]:
        """Annotations and documentation among the children."""
        found: list[XmlElement] = []
        for child in element.children:
            if child.namespace == EDM and child.name == "Annotation":
                found.append(child)
            elif child.namespace not in OLD_SCHEMAS:
                continue
            elif child.name == "Documentation":
                found += self._documentation(child)
            elif child.name in ("Annotation", *_VALUES):
                found.append(self.value(child))
        return found

    @staticmethod
    def _documentation(element: XmlElement) -> list[XmlElement]:
        found: list[XmlElement] = []
        for name, term in (("Summary", "Description"), ("LongDescription", "LongDescription")):
            for child in element.children:
                if child.name == name and child.text.strip():
                    text = " ".join(child.text.split())
                    found.append(annotation(CORE + term, child.span, "String", text))
        return found

    def value(self, element: XmlElement) -> XmlElement:
        """An annotation of version 3 or a part of its value ([MC-CSDL], 2.1.32 to 2.1.37)."""
        attributes = dict(element.attributes)
        for name in ("Term", "Type", "Function"):
            if name in attributes:
                attributes[name] = self.names.qualified(attributes[name])
        children = [self.value(child) for child in element.children]
        if element.name == "TypeAnnotation":
            children = [edm("Record", {}, element.span, children)]
        if element.name in ("ValueAnnotation", "PropertyValue") and "DateTime" in attributes:
            attributes["DateTimeOffset"] = attributes.pop("DateTime")
        name = _VALUES.get(element.name, _EXPRESSIONS.get(element.name, element.name))
        return element._replace(
            namespace=EDM if element.namespace in OLD_SCHEMAS else element.namespace,
            name=name,
            attributes=attributes,
            children=tuple(children),
        )

    def others(self, element: XmlElement, known: frozenset[str]) -> list[XmlElement]:
        """Children that are none of `known` nor annotations: the readers tell them, in 4.01's namespace.

        One that only 4.x has in this place is an error (EDM170): it would be lost.
        """
        handled = known | {"Documentation", "Annotation", *_VALUES}
        found: list[XmlElement] = []
        for child in element.children:
            if child.namespace in OLD_SCHEMAS and child.name in handled:
                continue
            if child.namespace in OLD_SCHEMAS and child.name in _ONLY_NEW:
                self.mixed(child)
            elif not (child.namespace == EDM and child.name == "Annotation"):
                is_old = child.namespace in OLD_SCHEMAS
                found.append(child._replace(namespace=EDM) if is_old else child)
        return found

    def mixed(self, element: XmlElement) -> None:
        self.findings.error(
            Code.MIXED_VERSIONS,
            f"this {element.name} is of OData 4, and the document is of OData {self.version}",
            element.span,
        )


_ONLY_NEW = frozenset(
    {
        "Action",
        "ActionImport",
        "NavigationPropertyBinding",
        "Singleton",
        "Term",
        "TypeDefinition",
    }
)
