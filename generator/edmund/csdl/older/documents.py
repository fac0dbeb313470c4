"""A whole document of an older version as one of 4.01."""

from __future__ import annotations

from edmund.csdl.children import EDM, EDMX
from edmund.csdl.findings import Code, Findings
from edmund.csdl.older.annotating import CORE, annotation, edm
from edmund.csdl.older.associations import Associations
from edmund.csdl.older.attributes import OldAttributes
from edmund.csdl.older.containers import entity_container
from edmund.csdl.older.context import Upgrade
from edmund.csdl.older.members import check_constraint, navigation_property, property_element
from edmund.csdl.older.names import OldNames
from edmund.csdl.older.sap import described
from edmund.csdl.older.targets import OldTargets
from edmund.csdl.older.type_index import TypeIndex
from edmund.csdl.older.versions import (
    OLD_EDMX,
    OLD_SCHEMAS,
    claims_version_4,
    is_old,
    service_version,
    with_new_namespaces,
)
from edmund.csdl.parser import XmlElement

__all__ = ["brought_up", "is_old"]

_MEMBERS = frozenset({"Key", "Property", "NavigationProperty"})
_SCHEMA_CHILDREN = frozenset(
    {
        *("Association", "Using", "EntityType", "ComplexType", "EnumType", "EntityContainer"),
        *("ValueTerm", "Annotations", "Function"),
    }
)


def brought_up(root: XmlElement, findings: Findings) -> tuple[XmlElement, str | None]:
    """The document as elements of 4.01, each at its place, and the version that it was of.

    The version is None for a document that is of 4.x in all but its namespaces. What the readers of
    4.01 judge, they judge; told here is what only older versions can have wrong.
    """
    if claims_version_4(root):
        return with_new_namespaces(root, findings), None
    version = service_version(root, findings)
    schemas = [
        schema
        for services in root.children
        if services.namespace == OLD_EDMX and services.name == "DataServices"
        for schema in services.children
        if schema.namespace in OLD_SCHEMAS and schema.name == "Schema"
    ]
    names = OldNames(schemas, findings)
    associations = Associations(schemas, names, findings)
    targets = OldTargets(schemas, names)
    types = TypeIndex(schemas, names)
    upgrade = Upgrade(version, names, types, associations, targets, findings)
    for association in associations.all():
        check_constraint(upgrade, association)
    children = [_top(upgrade, child) for child in root.children]
    attributes = {**root.attributes, "Version": "4.01"}
    return root._replace(namespace=EDMX, attributes=attributes, children=tuple(children)), version


def _top(upgrade: Upgrade, element: XmlElement) -> XmlElement:
    """DataServices, or a Reference with the Url of older versions."""
    if element.namespace != OLD_EDMX:
        return element
    if element.name == "DataServices":
        old = OldAttributes(element, upgrade.findings)
        old.metadata("DataServiceVersion")
        old.metadata("MaxDataServiceVersion")
        old.done()
        children = [
            _schema(upgrade, child) if _is_schema(child) else child for child in element.children
        ]
        return element._replace(namespace=EDMX, attributes={}, children=tuple(children))
    attributes = dict(element.attributes)
    if element.name == "Reference" and "Url" in attributes and "Uri" not in attributes:
        attributes["Uri"] = attributes.pop("Url")
    inside = [
        child._replace(namespace=EDMX) if child.namespace == OLD_EDMX else child
        for child in element.children
    ]
    return element._replace(namespace=EDMX, attributes=attributes, children=tuple(inside))


def _is_schema(element: XmlElement) -> bool:
    return element.name == "Schema" and element.namespace in OLD_SCHEMAS


def _schema(upgrade: Upgrade, element: XmlElement) -> XmlElement:
    old = OldAttributes(element, upgrade.findings)
    span = element.span
    attributes = old.kept(("Namespace", "Alias"))
    namespace = attributes.get("Namespace", "")
    children: list[XmlElement] = []
    operations: list[XmlElement] = []
    for child in element.children:
        if child.namespace not in OLD_SCHEMAS:
            continue
        if child.name == "EntityType":
            children.append(_entity_type(upgrade, namespace, child))
        elif child.name == "ComplexType":
            children.append(_complex_type(upgrade, namespace, child))
        elif child.name == "EnumType":
            children.append(_enum_type(upgrade, child))
        elif child.name == "EntityContainer":
            contained = entity_container(upgrade, namespace, child)
            children.append(contained.container)
            operations += contained.operations
        elif child.name == "ValueTerm":
            children.append(_term(upgrade, child))
        elif child.name == "Annotations":
            children.append(_external(upgrade, child))
        elif child.name == "Function":
            upgrade.findings.information(
                Code.NO_MEANING,
                f"function '{child.attributes.get('Name', '')}' of the model is left out: "
                "services of older versions are called by function imports",
                child.span,
            )
    annotations = [*upgrade.annotations(element), *described(old)]
    version = old.sap("schema-version")
    if version is not None:
        annotations.append(annotation(CORE + "SchemaVersion", span, "String", version))
    old.done(frozenset({"Namespace", "Alias"}))
    children += [*operations, *annotations, *upgrade.others(element, _SCHEMA_CHILDREN)]
    return edm("Schema", attributes, span, children, element.text)


def _entity_type(upgrade: Upgrade, namespace: str, element: XmlElement) -> XmlElement:
    old = OldAttributes(element, upgrade.findings)
    attributes = old.kept(("Name", "BaseType", "Abstract", "OpenType"))
    _set_base(upgrade, namespace, element, attributes)
    if old.metadata_truth("HasStream"):
        attributes["HasStream"] = "true"
    given = upgrade.annotations(element)
    annotations = [*given, *described(old)]
    old.done(frozenset({"Name", "BaseType", "Abstract", "OpenType"}))
    name = f"{namespace}.{attributes.get('Name', '')}"
    keys = upgrade.types.keys(name)
    children: list[XmlElement] = []
    for child in element.children:
        if child.namespace not in OLD_SCHEMAS:
            continue
        if child.name == "Key":
            refs = [ref._replace(namespace=EDM) for ref in child.children]
            children.append(child._replace(namespace=EDM, children=tuple(refs)))
        elif child.name == "Property":
            is_key = child.attributes.get("Name") in keys
            children.append(property_element(upgrade, child, is_key=is_key))
        elif child.name == "NavigationProperty":
            made = navigation_property(upgrade, child)
            if made is not None:
                children.append(made)
    children += [*annotations, *upgrade.others(element, _MEMBERS)]
    return edm("EntityType", attributes, element.span, children, element.text)


def _set_base(
    upgrade: Upgrade, namespace: str, element: XmlElement, attributes: dict[str, str]
) -> None:
    """The base by its qualified name. A type that names itself (SharePoint has some) has none."""
    base = attributes.pop("BaseType", None)
    if base is None:
        return
    name = upgrade.names.reference(element, base)
    if name == f"{namespace}.{attributes.get('Name')}":
        upgrade.findings.warning(
            Code.OLD_NAME,
            f"'{name}' derives from itself; it is taken to have no base",
            element.span,
        )
        return
    attributes["BaseType"] = name


def _complex_type(upgrade: Upgrade, namespace: str, element: XmlElement) -> XmlElement:
    old = OldAttributes(element, upgrade.findings)
    attributes = old.kept(("Name", "BaseType", "Abstract", "OpenType"))
    _set_base(upgrade, namespace, element, attributes)
    annotations = [*upgrade.annotations(element), *described(old)]
    old.done(frozenset({"Name", "BaseType", "Abstract", "OpenType"}))
    children = [
        property_element(upgrade, child, is_key=False)
        for child in element.children
        if child.name == "Property" and child.namespace in OLD_SCHEMAS
    ]
    children += [*annotations, *upgrade.others(element, frozenset({"Property"}))]
    return edm("ComplexType", attributes, element.span, children, element.text)


def _enum_type(upgrade: Upgrade, element: XmlElement) -> XmlElement:
    old = OldAttributes(element, upgrade.findings)
    attributes = old.kept(("Name", "UnderlyingType", "IsFlags"))
    if "UnderlyingType" in attributes:
        attributes["UnderlyingType"], _ = upgrade.names.type(element, attributes["UnderlyingType"])
    annotations = upgrade.annotations(element)
    old.done(frozenset({"Name", "UnderlyingType", "IsFlags"}))
    children = [
        edm("Member", dict(child.attributes), child.span, upgrade.annotations(child), child.text)
        for child in element.children
        if child.name == "Member"
    ]
    children += [*annotations, *upgrade.others(element, frozenset({"Member"}))]
    return edm("EnumType", attributes, element.span, children, element.text)


def _term(upgrade: Upgrade, element: XmlElement) -> XmlElement:
    """A ValueTerm of version 3 ([MC-CSDL], 2.1.31)."""
    made = property_element(upgrade, element, is_key=False)
    return made._replace(name="Term")


def _external(upgrade: Upgrade, element: XmlElement) -> XmlElement:
    """`Annotations Target=...` of version 3."""
    old = OldAttributes(element, upgrade.findings)
    attributes = old.kept(("Target", "Qualifier"))
    if "Target" in attributes:
        attributes["Target"] = upgrade.targets.new(attributes["Target"])
    old.done(frozenset({"Target", "Qualifier"}))
    children = [*upgrade.annotations(element), *upgrade.others(element, frozenset())]
    return edm("Annotations", attributes, element.span, children, element.text)
