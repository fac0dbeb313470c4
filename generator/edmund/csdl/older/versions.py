"""Which version of OData a document is of, and whether it is of one at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.csdl.children import EDM, EDMX
from edmund.csdl.findings import Code, Findings
from edmund.csdl.parser import XmlElement

__all__ = [
    "OLD_EDMX",
    "OLD_SCHEMAS",
    "claims_version_4",
    "is_old",
    "service_version",
    "with_new_namespaces",
]

OLD_EDMX = "http://schemas.microsoft.com/ado/2007/06/edmx"
_ADO = "http://schemas.microsoft.com/ado/"
OLD_SCHEMAS: Mapping[str, str] = {
    _ADO + "2006/04/edm": "1.0",
    _ADO + "2007/05/edm": "1.0",
    _ADO + "2008/01/edm": "1.0",
    _ADO + "2008/09/edm": "2.0",
    _ADO + "2009/08/edm": "2.0",
    _ADO + "2009/11/edm": "3.0",
}
"""Namespaces of Schema (CSDL 1.0, 1.1, 1.2, 2.0 twice, 3.0), with the version of OData that brought them."""

_METADATA = "{http://schemas.microsoft.com/ado/2007/08/dataservices/metadata}"
_DECLARED = (_METADATA + "DataServiceVersion", _METADATA + "MaxDataServiceVersion")
_VERSIONS = ("1.0", "2.0", "3.0")
_ONLY_OLD = frozenset(
    {"Association", "AssociationSet", "ValueAnnotation", "TypeAnnotation", "Using"}
)


def is_old(root: XmlElement) -> bool:
    """Whether the wrapper is that of OData 1 to 3."""
    return root.name == "Edmx" and root.namespace == OLD_EDMX


def service_version(root: XmlElement, findings: Findings) -> str:
    """The highest version that the document names: `1.0`, `2.0` or `3.0`.

    Namespaces of schemas say what the metadata needs, `DataServiceVersion` and `MaxDataServiceVersion`
    what the service speaks: a service of version 3 may well describe itself in CSDL 1.0.
    """
    found = ["1.0"]
    given = root.attributes.get("Version")
    if given is not None and given.strip() != "1.0":
        message = f"Version '{given}' is not read in the namespace '{root.namespace}'; 1.0 is"
        findings.error(Code.VERSION, message, root.span)
    for services in root.children:
        for name in _DECLARED:
            text = services.attributes.get(name)
            if text is None:
                continue
            version = text.partition(";")[0].strip()
            if version in _VERSIONS:
                found.append(version)
            else:
                findings.error(
                    Code.MIXED_VERSIONS,
                    f"{name.rpartition('}')[2]} '{text}' does not go with the wrapper, which is of "
                    "OData 1.0 to 3.0",
                    services.span,
                )
        for schema in services.children:
            if schema.name != "Schema":
                continue
            if schema.namespace in OLD_SCHEMAS:
                found.append(OLD_SCHEMAS[schema.namespace])
            elif schema.namespace == EDM:
                findings.error(
                    Code.MIXED_VERSIONS,
                    "a Schema of OData 4 stands in the wrapper of OData 1.0 to 3.0",
                    schema.span,
                    hint=f"the wrapper of OData 4 is of '{EDMX}' and has Version=\"4.0\"",
                )
    return max(found)


def claims_version_4(root: XmlElement) -> bool:
    """Whether the wrapper's namespace is the old one and its Version that of OData 4."""
    return root.attributes.get("Version", "").strip() in ("4.0", "4.01")


def with_new_namespaces(root: XmlElement, findings: Findings) -> XmlElement:
    """A document that is OData 4 but for its namespaces. What only older versions have is an error."""
    findings.warning(
        Code.OLD_NAMESPACE,
        f"the namespace '{root.namespace}' is of an older version than Version says, which is believed",
        root.span,
    )
    for element in _all(root):
        old = element.namespace in OLD_SCHEMAS and element.name in _ONLY_OLD
        if old or (element.name == "NavigationProperty" and "Relationship" in element.attributes):
            findings.error(
                Code.MIXED_VERSIONS,
                f"this {element.name} is of OData 1.0 to 3.0, and the document says that it is of "
                f"{root.attributes['Version']}",
                element.span,
                hint='is it of an older version, then its wrapper has Version="1.0"',
            )
    return _renamed(root)


def _renamed(element: XmlElement) -> XmlElement:
    namespace = EDM if element.namespace in OLD_SCHEMAS else element.namespace
    namespace = EDMX if namespace == OLD_EDMX else namespace
    attributes = element.attributes
    if element.name in ("Edmx", "DataServices"):
        attributes = {name: value for name, value in attributes.items() if name not in _DECLARED}
    children = tuple([_renamed(child) for child in element.children])
    return element._replace(namespace=namespace, attributes=attributes, children=children)


def _all(element: XmlElement) -> Iterator[XmlElement]:
    yield element
    for child in element.children:
        yield from _all(child)
