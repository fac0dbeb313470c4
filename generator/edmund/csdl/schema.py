"""A schema and its children (CSDL XML 4.01, section 5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from edmund.csdl.annotations import read_annotations
from edmund.csdl.attributes import (
    check_attributes,
    check_reserved,
    read_alias,
    read_namespace,
    read_path,
    read_qualifier,
)
from edmund.csdl.children import known_children, read_each
from edmund.csdl.container import read_entity_container
from edmund.csdl.document import (
    AnnotationsElement,
    ComplexTypeElement,
    EntityTypeElement,
    EnumTypeElement,
    SchemaElement,
    TypeDefinitionElement,
)
from edmund.csdl.findings import Findings
from edmund.csdl.members import read_only_annotations
from edmund.csdl.operations import read_action, read_function, read_term
from edmund.csdl.parser import XmlElement
from edmund.csdl.types import (
    read_complex_type,
    read_entity_type,
    read_enum_type,
    read_type_definition,
)

__all__ = ["read_schema"]

_SCHEMA = frozenset({"Namespace", "Alias"})
_ANNOTATIONS = frozenset({"Target", "Qualifier"})
_Type = EntityTypeElement | ComplexTypeElement | EnumTypeElement | TypeDefinitionElement
_TYPES: Mapping[str, Callable[[XmlElement, Findings], _Type | None]] = {
    "EntityType": read_entity_type,
    "ComplexType": read_complex_type,
    "EnumType": read_enum_type,
    "TypeDefinition": read_type_definition,
}
_CHILDREN = frozenset(
    {*_TYPES, "Action", "Function", "Term", "EntityContainer", "Annotations", "Annotation"}
)


def read_schema(element: XmlElement, findings: Findings) -> SchemaElement | None:
    """A schema with everything in it, in document order; None when it has no good namespace."""
    check_attributes(element, _SCHEMA, findings)
    namespace = read_namespace(element, "Namespace", findings)
    if namespace is not None:
        check_reserved(element, "Namespace", namespace, findings)
    alias = read_alias(element, findings)
    children = known_children(element, _CHILDREN, findings)
    types = [_TYPES[child.name](child, findings) for child in children if child.name in _TYPES]
    actions = read_each(children, "Action", read_action, findings)
    functions = read_each(children, "Function", read_function, findings)
    terms = read_each(children, "Term", read_term, findings)
    containers = read_each(children, "EntityContainer", read_entity_container, findings)
    external = read_each(children, "Annotations", _read_external, findings)
    own = read_annotations(children, findings)
    if namespace is None:
        return None
    return SchemaElement(
        namespace,
        alias,
        tuple([schema_type for schema_type in types if schema_type is not None]),
        actions,
        functions,
        terms,
        containers,
        external,
        own,
        element.span,
    )


def _read_external(element: XmlElement, findings: Findings) -> AnnotationsElement | None:
    """`Annotations Target=...` (section 14.2.1)."""
    check_attributes(element, _ANNOTATIONS, findings)
    with findings.forgiving():
        target = read_path(element, "Target", findings)
        qualifier = read_qualifier(element, findings)
    annotations = read_only_annotations(element, findings)
    if target is None:
        return None
    return AnnotationsElement(target, qualifier, annotations, element.span)
