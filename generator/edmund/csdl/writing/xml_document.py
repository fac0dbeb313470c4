"""A Document as CSDL XML 4.01 (sections 3 to 13)."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.csdl.children import EDM, EDMX
from edmund.csdl.document import (
    ActionElement,
    ComplexTypeElement,
    Document,
    EntityContainerElement,
    EntitySetElement,
    EntityTypeElement,
    EnumTypeElement,
    FunctionElement,
    NavigationPropertyElement,
    ParameterElement,
    PropertyElement,
    ReferenceElement,
    ReturnTypeElement,
    SchemaElement,
    SingletonElement,
    TermElement,
    TypeDefinitionElement,
)
from edmund.csdl.writing.xml_expressions import annotation_nodes
from edmund.csdl.writing.xml_text import Attributes, XmlNode, facet_attributes, xml_text

__all__ = ["write_xml"]


def write_xml(document: Document) -> str:
    """The document as the text of a CSDL XML document."""
    schemas = [_schema(schema) for schema in document.schemas]
    children = [_reference(reference) for reference in document.references]
    children.append(XmlNode("edmx:DataServices", {}, schemas))
    return xml_text(
        XmlNode("edmx:Edmx", {"xmlns:edmx": EDMX, "Version": document.csdl_version}, children)
    )


def _reference(reference: ReferenceElement) -> XmlNode:
    children: list[XmlNode] = []
    for include in reference.includes:
        attributes = {"Namespace": include.namespace, "Alias": include.alias}
        inside = [_in_edm(node) for node in annotation_nodes(include.annotations)]
        children.append(XmlNode("edmx:Include", attributes, inside))
    for each in reference.include_annotations:
        attributes = {
            "TermNamespace": each.term_namespace,
            "Qualifier": each.qualifier,
            "TargetNamespace": each.target_namespace,
        }
        children.append(XmlNode("edmx:IncludeAnnotations", attributes, []))
    children += [_in_edm(node) for node in annotation_nodes(reference.annotations)]
    return XmlNode("edmx:Reference", {"Uri": reference.uri}, children)


def _in_edm(node: XmlNode) -> XmlNode:
    """The node where the default namespace is not declared."""
    return node._replace(attributes={"xmlns": EDM, **node.attributes})


def _schema(schema: SchemaElement) -> XmlNode:
    children = [_type(each) for each in schema.types]
    children += [_operation("Action", each) for each in schema.actions]
    children += [_operation("Function", each) for each in schema.functions]
    children += [_term(each) for each in schema.terms]
    children += [_container(each) for each in schema.containers]
    for group in schema.external_annotations:
        attributes = {"Target": group.target, "Qualifier": group.qualifier}
        children.append(XmlNode("Annotations", attributes, annotation_nodes(group.annotations)))
    children += annotation_nodes(schema.annotations)
    names = {"xmlns": EDM, "Namespace": schema.namespace, "Alias": schema.alias}
    return XmlNode("Schema", names, children)


def _type(
    each: EntityTypeElement | ComplexTypeElement | EnumTypeElement | TypeDefinitionElement,
) -> XmlNode:
    match each:
        case EntityTypeElement():
            return _entity_type(each)
        case ComplexTypeElement():
            children = [*_properties(each), *annotation_nodes(each.annotations)]
            return XmlNode("ComplexType", _bases(each), children)
        case EnumTypeElement():
            return _enum_type(each)
        case TypeDefinitionElement():
            attributes = {
                "Name": each.name,
                "UnderlyingType": each.underlying_type,
                **facet_attributes(each.facets),
            }
            return XmlNode("TypeDefinition", attributes, annotation_nodes(each.annotations))


def _bases(each: EntityTypeElement | ComplexTypeElement) -> Attributes:
    return {
        "Name": each.name,
        "BaseType": each.base_type,
        "Abstract": each.abstract,
        "OpenType": each.open_type,
    }


def _entity_type(each: EntityTypeElement) -> XmlNode:
    children: list[XmlNode] = []
    if each.key is not None:
        refs = [
            XmlNode("PropertyRef", {"Name": ref.name, "Alias": ref.alias}, [])
            for ref in each.key.property_refs
        ]
        children.append(XmlNode("Key", {}, refs))
    children += [*_properties(each), *annotation_nodes(each.annotations)]
    return XmlNode("EntityType", {**_bases(each), "HasStream": each.has_stream}, children)


def _properties(each: EntityTypeElement | ComplexTypeElement) -> Iterator[XmlNode]:
    for prop in each.properties:
        yield _property(prop)
    for navigation in each.navigation_properties:
        yield _navigation(navigation)


def _property(prop: PropertyElement) -> XmlNode:
    attributes = {
        "Name": prop.name,
        "Type": prop.type,
        "Nullable": prop.nullable,
        **facet_attributes(prop.facets),
        "DefaultValue": prop.default_value,
    }
    return XmlNode("Property", attributes, annotation_nodes(prop.annotations))


def _navigation(prop: NavigationPropertyElement) -> XmlNode:
    attributes = {
        "Name": prop.name,
        "Type": prop.type,
        "Nullable": prop.nullable,
        "Partner": prop.partner,
        "ContainsTarget": prop.contains_target,
    }
    children: list[XmlNode] = []
    for each in prop.referential_constraints:
        pair = {"Property": each.property, "ReferencedProperty": each.referenced_property}
        children.append(XmlNode("ReferentialConstraint", pair, annotation_nodes(each.annotations)))
    if prop.on_delete is not None:
        found = annotation_nodes(prop.on_delete.annotations)
        children.append(XmlNode("OnDelete", {"Action": prop.on_delete.action}, found))
    children += annotation_nodes(prop.annotations)
    return XmlNode("NavigationProperty", attributes, children)


def _enum_type(each: EnumTypeElement) -> XmlNode:
    children = [
        XmlNode(
            "Member",
            {"Name": member.name, "Value": member.value},
            annotation_nodes(member.annotations),
        )
        for member in each.members
    ]
    attributes = {
        "Name": each.name,
        "UnderlyingType": each.underlying_type,
        "IsFlags": each.is_flags,
    }
    return XmlNode("EnumType", attributes, [*children, *annotation_nodes(each.annotations)])


def _operation(name: str, each: ActionElement | FunctionElement) -> XmlNode:
    attributes = {
        "Name": each.name,
        "IsBound": each.is_bound,
        "IsComposable": each.is_composable if isinstance(each, FunctionElement) else None,
        "EntitySetPath": each.entity_set_path,
    }
    children = [
        _typed("Parameter", {"Name": parameter.name}, parameter) for parameter in each.parameters
    ]
    if each.return_type is not None:
        children.append(_typed("ReturnType", {}, each.return_type))
    return XmlNode(name, attributes, [*children, *annotation_nodes(each.annotations)])


def _typed(name: str, head: Attributes, each: ParameterElement | ReturnTypeElement) -> XmlNode:
    attributes = {**head, "Type": each.type, "Nullable": each.nullable}
    return XmlNode(
        name, {**attributes, **facet_attributes(each.facets)}, annotation_nodes(each.annotations)
    )


def _term(each: TermElement) -> XmlNode:
    attributes = {
        "Name": each.name,
        "Type": each.type,
        "BaseTerm": each.base_term,
        "Nullable": each.nullable,
        **facet_attributes(each.facets),
        "DefaultValue": each.default_value,
        "AppliesTo": " ".join(each.applies_to) or None,
    }
    return XmlNode("Term", attributes, annotation_nodes(each.annotations))


def _container(each: EntityContainerElement) -> XmlNode:
    children: list[XmlNode] = []
    for entity_set in each.entity_sets:
        attributes: Attributes = {
            "Name": entity_set.name,
            "EntityType": entity_set.entity_type,
            "IncludeInServiceDocument": entity_set.include_in_service_document,
        }
        children.append(XmlNode("EntitySet", attributes, _bound(entity_set)))
    for single in each.singletons:
        attributes = {"Name": single.name, "Type": single.type, "Nullable": single.nullable}
        children.append(XmlNode("Singleton", attributes, _bound(single)))
    for action in each.action_imports:
        attributes = {
            "Name": action.name,
            "Action": action.action,
            "EntitySet": action.entity_set,
        }
        children.append(XmlNode("ActionImport", attributes, annotation_nodes(action.annotations)))
    for function in each.function_imports:
        attributes = {
            "Name": function.name,
            "Function": function.function,
            "EntitySet": function.entity_set,
            "IncludeInServiceDocument": function.include_in_service_document,
        }
        found = annotation_nodes(function.annotations)
        children.append(XmlNode("FunctionImport", attributes, found))
    children += annotation_nodes(each.annotations)
    return XmlNode("EntityContainer", {"Name": each.name, "Extends": each.extends}, children)


def _bound(each: EntitySetElement | SingletonElement) -> list[XmlNode]:
    bindings = [
        XmlNode("NavigationPropertyBinding", {"Path": b.path, "Target": b.target}, [])
        for b in each.bindings
    ]
    return [*bindings, *annotation_nodes(each.annotations)]
