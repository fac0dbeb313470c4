"""Actions, functions and terms (CSDL XML 4.01, sections 12 and 14.1)."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.csdl.annotations import read_annotations
from edmund.csdl.attributes import (
    FACETS,
    check_attributes,
    read_boolean,
    read_facets,
    read_name,
    read_optional_path,
    read_optional_qualified_name,
    read_type,
)
from edmund.csdl.children import known_children, only_one, read_each
from edmund.csdl.document import (
    ActionElement,
    FunctionElement,
    ParameterElement,
    ReturnTypeElement,
    TermElement,
)
from edmund.csdl.findings import Code, Findings
from edmund.csdl.members import (
    read_default_value,
    read_only_annotations,
    read_parameter,
    read_return_type,
)
from edmund.csdl.parser import XmlElement

__all__ = ["read_action", "read_function", "read_term"]

_ACTION = frozenset({"Name", "IsBound", "EntitySetPath"})
_FUNCTION = _ACTION | {"IsComposable"}
_CHILDREN = frozenset({"Parameter", "ReturnType", "Annotation"})
_TERM = frozenset({"Name", "Type", "BaseTerm", "DefaultValue", "AppliesTo", "Nullable"}) | FACETS


def read_action(element: XmlElement, findings: Findings) -> ActionElement | None:
    """One overload of an action (section 12.2)."""
    check_attributes(element, _ACTION, findings)
    name = read_name(element, "Name", findings)
    is_bound = read_boolean(element, "IsBound", findings)
    entity_set_path = read_optional_path(element, "EntitySetPath", findings)
    children = known_children(element, _CHILDREN, findings)
    parameters, return_type = _signature(element, children, findings)
    annotations = read_annotations(children, findings)
    if name is None:
        return None
    return ActionElement(
        name, is_bound, entity_set_path, parameters, return_type, annotations, element.span
    )


def read_function(element: XmlElement, findings: Findings) -> FunctionElement | None:
    """One overload of a function (section 12.4), which must return something."""
    check_attributes(element, _FUNCTION, findings)
    name = read_name(element, "Name", findings)
    is_bound = read_boolean(element, "IsBound", findings)
    is_composable = read_boolean(element, "IsComposable", findings)
    entity_set_path = read_optional_path(element, "EntitySetPath", findings)
    children = known_children(element, _CHILDREN, findings)
    parameters, return_type = _signature(element, children, findings)
    if not any(child.name == "ReturnType" for child in children):
        findings.error(
            Code.MISSING_ELEMENT,
            f"function '{element.attributes.get('Name', '')}' has no ReturnType",
            element.span,
            hint="only an action may return nothing",
        )
    annotations = read_annotations(children, findings)
    if name is None:
        return None
    return FunctionElement(
        name,
        is_bound,
        is_composable,
        entity_set_path,
        parameters,
        return_type,
        annotations,
        element.span,
    )


def _signature(
    element: XmlElement, children: Sequence[XmlElement], findings: Findings
) -> tuple[tuple[ParameterElement, ...], ReturnTypeElement | None]:
    parameters = read_each(children, "Parameter", read_parameter, findings)
    return_types = [child for child in children if child.name == "ReturnType"]
    first = only_one(return_types, element, findings)
    return parameters, None if first is None else read_return_type(first, findings)


def read_term(element: XmlElement, findings: Findings) -> TermElement | None:
    """A term (section 14.1). AppliesTo is kept as written: vendors name types in it too."""
    check_attributes(element, _TERM, findings)
    name = read_name(element, "Name", findings)
    type_name = read_type(element, findings)
    base_term = read_optional_qualified_name(element, "BaseTerm", findings)
    nullable = read_boolean(element, "Nullable", findings)
    facets = read_facets(element, findings)
    default_value = read_default_value(element, type_name, findings)
    annotations = read_only_annotations(element, findings)
    if name is None or type_name is None:
        return None
    return TermElement(
        name,
        type_name,
        base_term,
        nullable,
        default_value,
        tuple(element.attributes.get("AppliesTo", "").split()),
        facets,
        annotations,
        element.span,
    )
