"""What a CSDL document, XML or JSON, says: elements with spans, names as spelled, attributes as typed values.

Nothing is resolved here: `type` is the attribute's text (`Collection(graph.user)`), an alias stays an
alias, and an absent attribute is None, so that `model` alone applies the defaults of the
specification (OData CSDL XML 4.01).
"""

from __future__ import annotations

from dataclasses import dataclass

from edmund.csdl.expression import AnnotationValue
from edmund.csdl.facets import FacetAttributes, MaxLength, ScaleKeyword
from edmund.diagnostics import Span

__all__ = [
    "ActionElement",
    "ActionImportElement",
    "AnnotationsElement",
    "ComplexTypeElement",
    "Document",
    "EntityContainerElement",
    "EntitySetElement",
    "EntityTypeElement",
    "EnumTypeElement",
    "FacetAttributes",
    "FunctionElement",
    "FunctionImportElement",
    "IncludeAnnotationsElement",
    "IncludeElement",
    "KeyElement",
    "MaxLength",
    "MemberElement",
    "NavigationPropertyBindingElement",
    "NavigationPropertyElement",
    "OnDeleteElement",
    "ParameterElement",
    "PropertyElement",
    "PropertyRefElement",
    "ReferenceElement",
    "ReferentialConstraintElement",
    "ReturnTypeElement",
    "ScaleKeyword",
    "SchemaElement",
    "SingletonElement",
    "TermElement",
    "TypeDefinitionElement",
]


@dataclass(frozen=True, slots=True)
class PropertyElement:
    name: str
    type: str
    nullable: bool | None
    default_value: str | None
    facets: FacetAttributes
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ReferentialConstraintElement:
    property: str
    referenced_property: str
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class OnDeleteElement:
    """`action` is Cascade, None, SetNull or SetDefault as spelled."""

    action: str
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class NavigationPropertyElement:
    name: str
    type: str
    nullable: bool | None
    partner: str | None
    contains_target: bool | None
    referential_constraints: tuple[ReferentialConstraintElement, ...]
    on_delete: OnDeleteElement | None
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class PropertyRefElement:
    """`name` may be a path (`Address/City`), then `alias` is given."""

    name: str
    alias: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class KeyElement:
    property_refs: tuple[PropertyRefElement, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class EntityTypeElement:
    name: str
    base_type: str | None
    abstract: bool | None
    open_type: bool | None
    has_stream: bool | None
    key: KeyElement | None
    properties: tuple[PropertyElement, ...]
    navigation_properties: tuple[NavigationPropertyElement, ...]
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ComplexTypeElement:
    name: str
    base_type: str | None
    abstract: bool | None
    open_type: bool | None
    properties: tuple[PropertyElement, ...]
    navigation_properties: tuple[NavigationPropertyElement, ...]
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class MemberElement:
    name: str
    value: int | None
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class EnumTypeElement:
    name: str
    underlying_type: str | None
    is_flags: bool | None
    members: tuple[MemberElement, ...]
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TypeDefinitionElement:
    name: str
    underlying_type: str
    facets: FacetAttributes
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ParameterElement:
    name: str
    type: str
    nullable: bool | None
    facets: FacetAttributes
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ReturnTypeElement:
    type: str
    nullable: bool | None
    facets: FacetAttributes
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ActionElement:
    name: str
    is_bound: bool | None
    entity_set_path: str | None
    parameters: tuple[ParameterElement, ...]
    return_type: ReturnTypeElement | None
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class FunctionElement:
    name: str
    is_bound: bool | None
    is_composable: bool | None
    entity_set_path: str | None
    parameters: tuple[ParameterElement, ...]
    return_type: ReturnTypeElement | None
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TermElement:
    name: str
    type: str
    base_term: str | None
    nullable: bool | None
    default_value: str | None
    applies_to: tuple[str, ...]
    facets: FacetAttributes
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class NavigationPropertyBindingElement:
    path: str
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class EntitySetElement:
    name: str
    entity_type: str
    include_in_service_document: bool | None
    bindings: tuple[NavigationPropertyBindingElement, ...]
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SingletonElement:
    name: str
    type: str
    nullable: bool | None
    bindings: tuple[NavigationPropertyBindingElement, ...]
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ActionImportElement:
    name: str
    action: str
    entity_set: str | None
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class FunctionImportElement:
    name: str
    function: str
    entity_set: str | None
    include_in_service_document: bool | None
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class EntityContainerElement:
    name: str
    extends: str | None
    entity_sets: tuple[EntitySetElement, ...]
    singletons: tuple[SingletonElement, ...]
    action_imports: tuple[ActionImportElement, ...]
    function_imports: tuple[FunctionImportElement, ...]
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class AnnotationsElement:
    """`Annotations Target=...`: annotations for an element named by path, perhaps of another file."""

    target: str
    qualifier: str | None
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SchemaElement:
    """A schema; each tuple keeps document order."""

    namespace: str
    alias: str | None
    types: tuple[
        EntityTypeElement | ComplexTypeElement | EnumTypeElement | TypeDefinitionElement, ...
    ]
    actions: tuple[ActionElement, ...]
    functions: tuple[FunctionElement, ...]
    terms: tuple[TermElement, ...]
    containers: tuple[EntityContainerElement, ...]
    external_annotations: tuple[AnnotationsElement, ...]
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class IncludeElement:
    namespace: str
    alias: str | None
    span: Span
    annotations: tuple[AnnotationValue, ...] = ()


@dataclass(frozen=True, slots=True)
class IncludeAnnotationsElement:
    term_namespace: str
    target_namespace: str | None
    qualifier: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class ReferenceElement:
    uri: str
    includes: tuple[IncludeElement, ...]
    include_annotations: tuple[IncludeAnnotationsElement, ...]
    annotations: tuple[AnnotationValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One CSDL document. `source` is the name that spans carry.

    `version` is that of OData which the document was written for: 4.0 or 4.01, or 1.0, 2.0 or 3.0 where it
    was brought up to 4.01; then `csdl_version`, in which elements are and would be written, is 4.01.
    """

    source: str
    version: str
    references: tuple[ReferenceElement, ...]
    schemas: tuple[SchemaElement, ...]
    span: Span

    @property
    def csdl_version(self) -> str:
        return self.version if self.version.startswith("4.") else "4.01"
