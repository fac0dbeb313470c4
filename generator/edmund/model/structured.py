"""Entity and complex types, built from their declarations."""

from __future__ import annotations

from edmund.csdl.document import (
    ComplexTypeElement,
    EntityTypeElement,
    NavigationPropertyElement,
    PropertyElement,
)
from edmund.csdl.literals import default_value_problem
from edmund.diagnostics import Note, Span
from edmund.model.context import Context, Outside
from edmund.model.declarations import Declared, check_names
from edmund.model.elements import (
    NavigationProperty,
    OnDelete,
    Property,
    PropertyRef,
    ReferentialConstraint,
    StructuredType,
    TypeKind,
    TypeReference,
)
from edmund.model.findings import Code
from edmund.model.qualify import qualify_path
from edmund.model.scope import Scope

__all__ = ["build_structured"]

StructuredElement = EntityTypeElement | ComplexTypeElement


def build_structured(context: Context, declared: Declared[StructuredElement]) -> StructuredType:
    """The type that the element declares; its base is resolved, cycles are checked elsewhere."""
    name, element, scope = declared.name, declared.element, declared.scope
    outside = context.external.owner(name)
    entity = isinstance(element, EntityTypeElement)
    members: list[tuple[str, Span | None]] = [
        *((prop.name, prop.span) for prop in element.properties),
        *((nav.name, nav.span) for nav in element.navigation_properties),
    ]
    check_names(context.findings, "property", members, twice=f"is declared twice by {name!r}")
    key: tuple[PropertyRef, ...] = ()
    if isinstance(element, EntityTypeElement) and element.key is not None:
        key = tuple(PropertyRef(ref.name, ref.alias) for ref in element.key.property_refs)
    return StructuredType(
        name=name,
        kind=TypeKind.ENTITY if entity else TypeKind.COMPLEX,
        base=_base(context, declared),
        abstract=element.abstract is True,
        open=element.open_type is True,
        has_stream=isinstance(element, EntityTypeElement) and element.has_stream is True,
        key=key,
        properties=tuple(
            _property(context, scope, name, outside, prop) for prop in element.properties
        ),
        navigation_properties=tuple(
            _navigation_property(context, scope, name, outside, nav)
            for nav in element.navigation_properties
        ),
        annotations=context.annotations(scope, element.annotations, outside, name, ""),
        span=element.span,
    )


def _base(context: Context, declared: Declared[StructuredElement]) -> str | None:
    element = declared.element
    if element.base_type is None:
        return None
    what = f"type {declared.name!r}"
    base = context.resolver.name(declared.scope, element.base_type.strip(), element.span, what)
    own = TypeKind.ENTITY if isinstance(element, EntityTypeElement) else TypeKind.COMPLEX
    kind = context.resolver.kind(base)
    if kind is None:
        if base.startswith("Edm."):
            context.findings.error(
                Code.BASE_KIND,
                f"{what} derives from {element.base_type!r}: Edm's own types cannot be derived from",
                element.span,
            )
        return base
    if kind is not own:
        first = context.declarations.types[base].element.span
        context.findings.error(
            Code.BASE_KIND,
            (
                f"{own.value} type {declared.name!r} derives from the {kind.value} type {base!r}"
                if kind in (TypeKind.ENTITY, TypeKind.COMPLEX)
                else f"{own.value} type {declared.name!r} derives from the {kind.value} {base!r}"
            ),
            element.span,
            notes=(Note(f"{base!r} is declared here", first),),
        )
    return base


def _property(
    context: Context, scope: Scope, owner: str, outside: Outside | None, element: PropertyElement
) -> Property:
    what = f"property {element.name!r}"
    reference = context.resolver.reference(scope, element, what, element.facets)
    if not reference.is_primitive and context.resolver.kind(reference.name) is TypeKind.ENTITY:
        context.findings.warning(
            Code.TYPE_KIND,
            f"{what} has the entity type {reference.name!r}; it reads like a navigation property",
            element.span,
        )
    default_value = element.default_value
    if default_value is not None:
        default_value = _good_default(context, element, reference, default_value)
    return Property(
        element.name,
        reference,
        default_value,
        context.annotations(scope, element.annotations, outside, owner, "/" + element.name),
        element.span,
    )


def _good_default(
    context: Context, element: PropertyElement, reference: TypeReference, text: str
) -> str | None:
    """The default value when it is a literal of the property's type (section 7.2.7); else a warning.

    Built-in types were judged when the document was read; here are the types that are defined by one.
    """
    primitive = context.resolver.primitive(reference.name)
    if reference.collection or primitive == reference.name:
        return text
    problem = default_value_problem(primitive, text)
    if problem is not None:
        context.findings.warning(
            Code.DEFAULT_VALUE,
            f"the default value {text!r} of property {element.name!r} is no {primitive}: {problem}; "
            "it is left out",
            element.span,
        )
        return None
    return text


def _navigation_property(
    context: Context,
    scope: Scope,
    owner: str,
    outside: Outside | None,
    element: NavigationPropertyElement,
) -> NavigationProperty:
    what = f"navigation property {element.name!r}"
    reference = context.resolver.reference(scope, element, what)
    if reference.collection and reference.nullable:
        # A collection of entities holds no nulls (section 8.4).
        reference = context.resolver.collection_of_entities(reference.name)
    kind = context.resolver.kind(reference.name)
    if kind is not TypeKind.ENTITY and reference.name not in ("Edm.EntityType", "Edm.Untyped"):
        described = "the type" if kind is None else f"the {kind.value}"
        context.findings.warning(
            Code.TYPE_KIND,
            f"{what} leads to {described} {reference.name!r}, which is no entity type",
            element.span,
        )
    return NavigationProperty(
        element.name,
        reference,
        element.contains_target is True,
        None if element.partner is None else qualify_path(scope, element.partner),
        tuple(
            ReferentialConstraint(
                qualify_path(scope, constraint.property),
                qualify_path(scope, constraint.referenced_property),
            )
            for constraint in element.referential_constraints
        ),
        _on_delete(context, element),
        context.annotations(scope, element.annotations, outside, owner, "/" + element.name),
        element.span,
    )


def _on_delete(context: Context, element: NavigationPropertyElement) -> OnDelete | None:
    if element.on_delete is None:
        return None
    try:
        return OnDelete(element.on_delete.action)
    except ValueError:
        allowed = ", ".join(action.value for action in OnDelete)
        context.findings.warning(
            Code.ON_DELETE,
            f"OnDelete of {element.name!r} asks for {element.on_delete.action!r}; it is ignored",
            element.on_delete.span,
            hint=f"one of {allowed}",
        )
        return None
