"""The entity container and its children (CSDL XML 4.01, section 13)."""

from __future__ import annotations

from edmund.csdl.annotations import read_annotations
from edmund.csdl.attributes import (
    check_attributes,
    read_boolean,
    read_name,
    read_optional_path,
    read_path,
    read_reference,
)
from edmund.csdl.children import known_children, read_each
from edmund.csdl.document import (
    ActionImportElement,
    EntityContainerElement,
    EntitySetElement,
    FunctionImportElement,
    NavigationPropertyBindingElement,
    SingletonElement,
)
from edmund.csdl.findings import Findings
from edmund.csdl.members import NO_CHILDREN, read_only_annotations
from edmund.csdl.parser import XmlElement

__all__ = ["read_entity_container"]

_CONTAINER = frozenset({"Name", "Extends"})
_CONTAINER_CHILDREN = frozenset(
    {"EntitySet", "Singleton", "ActionImport", "FunctionImport", "Annotation"}
)
_ENTITY_SET = frozenset({"Name", "EntityType", "IncludeInServiceDocument"})
_SINGLETON = frozenset({"Name", "Type", "Nullable"})
_BINDING_CHILDREN = frozenset({"NavigationPropertyBinding", "Annotation"})
_BINDING = frozenset({"Path", "Target"})
_ACTION_IMPORT = frozenset({"Name", "Action", "EntitySet"})
_FUNCTION_IMPORT = frozenset({"Name", "Function", "EntitySet", "IncludeInServiceDocument"})


def read_entity_container(element: XmlElement, findings: Findings) -> EntityContainerElement | None:
    """A container with its entity sets, singletons and imports."""
    check_attributes(element, _CONTAINER, findings)
    name = read_name(element, "Name", findings)
    extends = read_optional_path(element, "Extends", findings)
    children = known_children(element, _CONTAINER_CHILDREN, findings)
    entity_sets = read_each(children, "EntitySet", _read_entity_set, findings)
    singletons = read_each(children, "Singleton", _read_singleton, findings)
    action_imports = read_each(children, "ActionImport", _read_action_import, findings)
    function_imports = read_each(children, "FunctionImport", _read_function_import, findings)
    annotations = read_annotations(children, findings)
    if name is None:
        return None
    return EntityContainerElement(
        name,
        extends,
        entity_sets,
        singletons,
        action_imports,
        function_imports,
        annotations,
        element.span,
    )


def _read_binding(
    element: XmlElement, findings: Findings
) -> NavigationPropertyBindingElement | None:
    check_attributes(element, _BINDING, findings)
    if element.children or element.text:
        known_children(element, NO_CHILDREN, findings)
    path = read_path(element, "Path", findings)
    target = read_path(element, "Target", findings)
    if path is None or target is None:
        return None
    return NavigationPropertyBindingElement(path, target, element.span)


def _read_entity_set(element: XmlElement, findings: Findings) -> EntitySetElement | None:
    check_attributes(element, _ENTITY_SET, findings)
    name = read_name(element, "Name", findings)
    entity_type = read_reference(element, "EntityType", findings)
    include = read_boolean(element, "IncludeInServiceDocument", findings)
    children = known_children(element, _BINDING_CHILDREN, findings)
    bindings = read_each(children, "NavigationPropertyBinding", _read_binding, findings)
    annotations = read_annotations(children, findings)
    if name is None or entity_type is None:
        return None
    return EntitySetElement(name, entity_type, include, bindings, annotations, element.span)


def _read_singleton(element: XmlElement, findings: Findings) -> SingletonElement | None:
    check_attributes(element, _SINGLETON, findings)
    name = read_name(element, "Name", findings)
    type_name = read_reference(element, "Type", findings)
    nullable = read_boolean(element, "Nullable", findings)
    children = known_children(element, _BINDING_CHILDREN, findings)
    bindings = read_each(children, "NavigationPropertyBinding", _read_binding, findings)
    annotations = read_annotations(children, findings)
    if name is None or type_name is None:
        return None
    return SingletonElement(name, type_name, nullable, bindings, annotations, element.span)


def _read_action_import(element: XmlElement, findings: Findings) -> ActionImportElement | None:
    check_attributes(element, _ACTION_IMPORT, findings)
    name = read_name(element, "Name", findings)
    action = read_reference(element, "Action", findings)
    entity_set = read_optional_path(element, "EntitySet", findings)
    annotations = read_only_annotations(element, findings)
    if name is None or action is None:
        return None
    return ActionImportElement(name, action, entity_set, annotations, element.span)


def _read_function_import(element: XmlElement, findings: Findings) -> FunctionImportElement | None:
    check_attributes(element, _FUNCTION_IMPORT, findings)
    name = read_name(element, "Name", findings)
    function = read_reference(element, "Function", findings)
    entity_set = read_optional_path(element, "EntitySet", findings)
    include = read_boolean(element, "IncludeInServiceDocument", findings)
    annotations = read_only_annotations(element, findings)
    if name is None or function is None:
        return None
    return FunctionImportElement(name, function, entity_set, include, annotations, element.span)
