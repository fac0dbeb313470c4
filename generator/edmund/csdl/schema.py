"""A schema and its children (CSDL XML 4.01, section 5)."""

from __future__ import annotations

from edmund.csdl.annotations import read_annotations
from edmund.csdl.attributes import (
    check_attributes,
    read_alias,
    read_namespace,
    read_path,
    read_qualifier,
)
from edmund.csdl.children import known_children
from edmund.csdl.container import read_entity_container
from edmund.csdl.document import (
    ActionElement,
    AnnotationsElement,
    ComplexTypeElement,
    EntityContainerElement,
    EntityTypeElement,
    EnumTypeElement,
    FunctionElement,
    SchemaElement,
    TermElement,
    TypeDefinitionElement,
)
from edmund.csdl.findings import Code, Findings
from edmund.csdl.members import read_only_annotations
from edmund.csdl.names import RESERVED_NAMESPACES
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
_TYPES = {
    "EntityType": read_entity_type,
    "ComplexType": read_complex_type,
    "EnumType": read_enum_type,
    "TypeDefinition": read_type_definition,
}
_CHILDREN = frozenset(
    {*_TYPES, "Action", "Function", "Term", "EntityContainer", "Annotations", "Annotation"}
)

_Type = EntityTypeElement | ComplexTypeElement | EnumTypeElement | TypeDefinitionElement


def read_schema(element: XmlElement, findings: Findings) -> SchemaElement | None:
    """A schema with everything in it, in document order; None when it has no good namespace."""
    check_attributes(element, _SCHEMA, findings)
    namespace = read_namespace(element, "Namespace", findings)
    if namespace in RESERVED_NAMESPACES:
        message = f"Namespace '{namespace}' is reserved by the specification"
        findings.error(Code.RESERVED_NAMESPACE, message, element.span)
    alias = read_alias(element, findings)
    types: list[_Type] = []
    actions: list[ActionElement] = []
    functions: list[FunctionElement] = []
    terms: list[TermElement] = []
    containers: list[EntityContainerElement] = []
    external: list[AnnotationsElement] = []
    children = known_children(element, _CHILDREN, findings)
    for child in children:
        name = child.name
        if name in _TYPES:
            schema_type = _TYPES[name](child, findings)
            if schema_type is not None:
                types.append(schema_type)
        elif name == "Annotations":
            annotations = _read_external(child, findings)
            if annotations is not None:
                external.append(annotations)
        elif name == "Action":
            action = read_action(child, findings)
            if action is not None:
                actions.append(action)
        elif name == "Function":
            function = read_function(child, findings)
            if function is not None:
                functions.append(function)
        elif name == "Term":
            term = read_term(child, findings)
            if term is not None:
                terms.append(term)
        elif name == "EntityContainer":
            container = read_entity_container(child, findings)
            if container is not None:
                containers.append(container)
    own = read_annotations(children, findings)
    if namespace is None:
        return None
    return SchemaElement(
        namespace,
        alias,
        tuple(types),
        tuple(actions),
        tuple(functions),
        tuple(terms),
        tuple(containers),
        tuple(external),
        own,
        element.span,
    )


def _read_external(element: XmlElement, findings: Findings) -> AnnotationsElement | None:
    """`Annotations Target=...` (section 14.2.1)."""
    check_attributes(element, _ANNOTATIONS, findings)
    target = read_path(element, "Target", findings)
    qualifier = read_qualifier(element, findings)
    annotations = read_only_annotations(element, findings)
    if target is None:
        return None
    return AnnotationsElement(target, qualifier, annotations, element.span)
