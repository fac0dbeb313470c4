"""Properties, navigation properties, keys, parameters: the members of types and operations."""

from __future__ import annotations

from edmund.csdl.annotations import read_annotations
from edmund.csdl.attributes import (
    FACETS,
    check_attributes,
    read_boolean,
    read_facets,
    read_name,
    read_optional_name,
    read_optional_path,
    read_path,
    read_type,
)
from edmund.csdl.children import known_children, only_one, read_each
from edmund.csdl.document import (
    KeyElement,
    NavigationPropertyElement,
    OnDeleteElement,
    ParameterElement,
    PropertyElement,
    PropertyRefElement,
    ReferentialConstraintElement,
    ReturnTypeElement,
)
from edmund.csdl.expression import AnnotationValue
from edmund.csdl.findings import Code, Findings
from edmund.csdl.literals import default_value_problem
from edmund.csdl.parser import XmlElement

__all__ = [
    "NO_CHILDREN",
    "read_default_value",
    "read_key",
    "read_navigation_property",
    "read_only_annotations",
    "read_parameter",
    "read_property",
    "read_return_type",
]

NO_CHILDREN: frozenset[str] = frozenset()
_ANNOTATIONS = frozenset({"Annotation"})
_PROPERTY = frozenset({"Name", "Type", "Nullable", "DefaultValue"}) | FACETS
_NAVIGATION_PROPERTY = frozenset({"Name", "Type", "Nullable", "Partner", "ContainsTarget"})
_NAVIGATION_CHILDREN = frozenset({"ReferentialConstraint", "OnDelete", "Annotation"})
_CONSTRAINT = frozenset({"Property", "ReferencedProperty"})
_ON_DELETE = frozenset({"Action"})
_ON_DELETE_ACTIONS = frozenset({"Cascade", "None", "SetNull", "SetDefault"})
_PROPERTY_REF = frozenset({"Name", "Alias"})
_KEY_CHILDREN = frozenset({"PropertyRef"})
_PARAMETER = frozenset({"Name", "Type", "Nullable"}) | FACETS
_RETURN_TYPE = frozenset({"Type", "Nullable"}) | FACETS


def read_only_annotations(element: XmlElement, findings: Findings) -> tuple[AnnotationValue, ...]:
    """The annotations of an element that may have no other children."""
    if not element.children and not element.text:
        return ()
    return read_annotations(known_children(element, _ANNOTATIONS, findings), findings)


def read_default_value(
    element: XmlElement, type_name: str | None, findings: Findings
) -> str | None:
    """The DefaultValue. One of a built-in type must be a literal of it (section 7.2.7); what is none is
    left out with a warning, for a service gives the value anyway."""
    text = element.attributes.get("DefaultValue")
    if text is None or type_name is None:
        return text
    problem = default_value_problem(type_name, text)
    if problem is None:
        return text
    findings.warning(
        Code.DEFAULT_VALUE,
        f"DefaultValue '{text[:80]}' of {element.name} is not of {type_name}: {problem}; "
        "it is left out",
        element.span,
    )
    return None


def read_property(element: XmlElement, findings: Findings) -> PropertyElement | None:
    """A structural property (section 7)."""
    check_attributes(element, _PROPERTY, findings)
    name = read_name(element, "Name", findings)
    type_name = read_type(element, findings)
    nullable = read_boolean(element, "Nullable", findings)
    facets = read_facets(element, findings)
    default_value = read_default_value(element, type_name, findings)
    annotations = read_only_annotations(element, findings)
    if name is None or type_name is None:
        return None
    return PropertyElement(
        name,
        type_name,
        nullable,
        default_value,
        facets,
        annotations,
        element.span,
    )


def read_navigation_property(
    element: XmlElement, findings: Findings
) -> NavigationPropertyElement | None:
    """A navigation property (section 8)."""
    check_attributes(element, _NAVIGATION_PROPERTY, findings)
    name = read_name(element, "Name", findings)
    type_name = read_type(element, findings)
    nullable = read_boolean(element, "Nullable", findings)
    partner = read_optional_path(element, "Partner", findings)
    contains_target = read_boolean(element, "ContainsTarget", findings)
    constraints: tuple[ReferentialConstraintElement, ...] = ()
    on_delete: OnDeleteElement | None = None
    annotations: tuple[AnnotationValue, ...] = ()
    if element.children or element.text:
        children = known_children(element, _NAVIGATION_CHILDREN, findings)
        constraints = read_each(children, "ReferentialConstraint", _constraint, findings)
        on_deletes = [child for child in children if child.name == "OnDelete"]
        first = only_one(on_deletes, element, findings)
        on_delete = None if first is None else _on_delete(first, findings)
        annotations = read_annotations(children, findings)
    if name is None or type_name is None:
        return None
    return NavigationPropertyElement(
        name,
        type_name,
        nullable,
        partner,
        contains_target,
        constraints,
        on_delete,
        annotations,
        element.span,
    )


def _constraint(element: XmlElement, findings: Findings) -> ReferentialConstraintElement | None:
    check_attributes(element, _CONSTRAINT, findings)
    dependent = read_path(element, "Property", findings)
    principal = read_path(element, "ReferencedProperty", findings)
    annotations = read_only_annotations(element, findings)
    if dependent is None or principal is None:
        return None
    return ReferentialConstraintElement(dependent, principal, annotations, element.span)


def _on_delete(element: XmlElement, findings: Findings) -> OnDeleteElement | None:
    check_attributes(element, _ON_DELETE, findings)
    annotations = read_only_annotations(element, findings)
    action = read_path(element, "Action", findings)
    if action is None:
        return None
    if action not in _ON_DELETE_ACTIONS:
        findings.error(
            Code.ATTRIBUTE_VALUE,
            f"Action of OnDelete must be Cascade, None, SetNull or SetDefault, not '{action}'",
            element.span,
        )
        return None
    return OnDeleteElement(action, annotations, element.span)


def read_key(element: XmlElement, findings: Findings) -> KeyElement:
    """A key (section 6.5): at least one property."""
    check_attributes(element, NO_CHILDREN, findings)
    children = known_children(element, _KEY_CHILDREN, findings)
    refs = read_each(children, "PropertyRef", _property_ref, findings)
    if not element.children:
        findings.error(
            Code.MISSING_ELEMENT,
            "Key names no property",
            element.span,
            hint="""a key has at least one <PropertyRef Name="..."/>""",
        )
    return KeyElement(refs, element.span)


def _property_ref(element: XmlElement, findings: Findings) -> PropertyRefElement | None:
    check_attributes(element, _PROPERTY_REF, findings)
    if element.children or element.text:
        known_children(element, NO_CHILDREN, findings)
    name = read_path(element, "Name", findings)
    alias = read_optional_name(element, "Alias", findings)
    return None if name is None else PropertyRefElement(name, alias, element.span)


def read_parameter(element: XmlElement, findings: Findings) -> ParameterElement | None:
    """A parameter of an action or function (section 12.9)."""
    check_attributes(element, _PARAMETER, findings)
    name = read_name(element, "Name", findings)
    type_name = read_type(element, findings)
    nullable = read_boolean(element, "Nullable", findings)
    facets = read_facets(element, findings)
    annotations = read_only_annotations(element, findings)
    if name is None or type_name is None:
        return None
    return ParameterElement(name, type_name, nullable, facets, annotations, element.span)


def read_return_type(element: XmlElement, findings: Findings) -> ReturnTypeElement | None:
    """The return type of an action or function (section 12.8)."""
    check_attributes(element, _RETURN_TYPE, findings)
    type_name = read_type(element, findings)
    nullable = read_boolean(element, "Nullable", findings)
    facets = read_facets(element, findings)
    annotations = read_only_annotations(element, findings)
    if type_name is None:
        return None
    return ReturnTypeElement(type_name, nullable, facets, annotations, element.span)
