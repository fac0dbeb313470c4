"""Entity types, complex types, enumerations and type definitions (CSDL XML 4.01, sections 6, 9 to 11)."""

from __future__ import annotations

from functools import partial

from edmund.csdl.annotations import read_annotations
from edmund.csdl.attributes import (
    FACETS,
    check_attributes,
    read_boolean,
    read_facets,
    read_name,
    read_optional_qualified_name,
    read_reference,
)
from edmund.csdl.children import known_children, only_one, read_each
from edmund.csdl.document import (
    ComplexTypeElement,
    EntityTypeElement,
    EnumTypeElement,
    MemberElement,
    TypeDefinitionElement,
)
from edmund.csdl.findings import Code, Findings
from edmund.csdl.literals import INTEGER_RANGES, integer_problem
from edmund.csdl.members import (
    read_key,
    read_navigation_property,
    read_only_annotations,
    read_property,
)
from edmund.csdl.parser import XmlElement

__all__ = ["read_complex_type", "read_entity_type", "read_enum_type", "read_type_definition"]

_COMPLEX_TYPE = frozenset({"Name", "BaseType", "Abstract", "OpenType"})
_COMPLEX_CHILDREN = frozenset({"Property", "NavigationProperty", "Annotation"})
_ENTITY_TYPE = _COMPLEX_TYPE | {"HasStream"}
_ENTITY_CHILDREN = _COMPLEX_CHILDREN | {"Key"}
_ENUM_TYPE = frozenset({"Name", "UnderlyingType", "IsFlags"})
_ENUM_CHILDREN = frozenset({"Member", "Annotation"})
_MEMBER = frozenset({"Name", "Value"})
_TYPE_DEFINITION = frozenset({"Name", "UnderlyingType"}) | FACETS


def read_entity_type(element: XmlElement, findings: Findings) -> EntityTypeElement | None:
    """An entity type (section 6)."""
    check_attributes(element, _ENTITY_TYPE, findings)
    name = read_name(element, "Name", findings)
    base_type = read_optional_qualified_name(element, "BaseType", findings)
    abstract = read_boolean(element, "Abstract", findings)
    open_type = read_boolean(element, "OpenType", findings)
    has_stream = read_boolean(element, "HasStream", findings)
    children = known_children(element, _ENTITY_CHILDREN, findings)
    keys = [child for child in children if child.name == "Key"]
    key = only_one(keys, element, findings)
    properties = read_each(children, "Property", read_property, findings)
    navigation_properties = read_each(
        children, "NavigationProperty", read_navigation_property, findings
    )
    annotations = read_annotations(children, findings)
    key_element = None if key is None else read_key(key, findings)
    if name is None:
        return None
    return EntityTypeElement(
        name,
        base_type,
        abstract,
        open_type,
        has_stream,
        key_element,
        properties,
        navigation_properties,
        annotations,
        element.span,
    )


def read_complex_type(element: XmlElement, findings: Findings) -> ComplexTypeElement | None:
    """A complex type (section 9)."""
    check_attributes(element, _COMPLEX_TYPE, findings)
    name = read_name(element, "Name", findings)
    base_type = read_optional_qualified_name(element, "BaseType", findings)
    abstract = read_boolean(element, "Abstract", findings)
    open_type = read_boolean(element, "OpenType", findings)
    children = known_children(element, _COMPLEX_CHILDREN, findings)
    properties = read_each(children, "Property", read_property, findings)
    navigation_properties = read_each(
        children, "NavigationProperty", read_navigation_property, findings
    )
    annotations = read_annotations(children, findings)
    if name is None:
        return None
    return ComplexTypeElement(
        name,
        base_type,
        abstract,
        open_type,
        properties,
        navigation_properties,
        annotations,
        element.span,
    )


def read_enum_type(element: XmlElement, findings: Findings) -> EnumTypeElement | None:
    """An enumeration (section 10), which may be empty."""
    check_attributes(element, _ENUM_TYPE, findings)
    name = read_name(element, "Name", findings)
    underlying = read_optional_qualified_name(element, "UnderlyingType", findings)
    if underlying is not None and underlying not in INTEGER_RANGES:
        findings.error(
            Code.UNDERLYING_TYPE,
            f"UnderlyingType of an enumeration cannot be '{underlying}'",
            element.span,
            hint="one of " + ", ".join(INTEGER_RANGES),
        )
        underlying = None
    is_flags = read_boolean(element, "IsFlags", findings)
    children = known_children(element, _ENUM_CHILDREN, findings)
    members = read_each(
        children, "Member", partial(_read_member, underlying or "Edm.Int32"), findings
    )
    annotations = read_annotations(children, findings)
    if name is None:
        return None
    return EnumTypeElement(name, underlying, is_flags, members, annotations, element.span)


def _read_member(underlying: str, element: XmlElement, findings: Findings) -> MemberElement | None:
    check_attributes(element, _MEMBER, findings)
    name = read_name(element, "Name", findings)
    text = element.attributes.get("Value")
    value: int | None = None
    if text is not None:
        stripped = text.strip(" \t\r\n")
        problem = integer_problem(stripped, underlying)
        if problem is None:
            value = int(stripped)
        else:
            findings.error(
                Code.MEMBER_VALUE,
                f"Value '{text[:80]}' of Member is not of {underlying}: {problem}",
                element.span,
            )
    annotations = read_only_annotations(element, findings)
    return None if name is None else MemberElement(name, value, annotations, element.span)


def read_type_definition(element: XmlElement, findings: Findings) -> TypeDefinitionElement | None:
    """A type definition (section 11)."""
    check_attributes(element, _TYPE_DEFINITION, findings)
    name = read_name(element, "Name", findings)
    underlying = read_reference(element, "UnderlyingType", findings)
    facets = read_facets(element, findings)
    annotations = read_only_annotations(element, findings)
    if name is None or underlying is None:
        return None
    return TypeDefinitionElement(name, underlying, facets, annotations, element.span)
