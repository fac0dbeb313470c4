"""Type names in use, resolved: `Collection(alias.name)` with facets becomes a TypeReference."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.csdl.document import (
    FacetAttributes,
    NavigationPropertyElement,
    ParameterElement,
    PropertyElement,
    ReturnTypeElement,
    TermElement,
    TypeDefinitionElement,
)
from edmund.csdl.expression import Constant
from edmund.diagnostics import Note, Span
from edmund.model.declarations import Declarations, Declared
from edmund.model.edm import EDM_TYPES, PRIMITIVE_TYPES, RETIRED_TYPES, VOCABULARY_STAND_INS
from edmund.model.elements import NO_FACETS, Facets, TypeKind, TypeReference
from edmund.model.findings import Code, Findings, chain_text
from edmund.model.scope import References, Scope, split_collection, split_name
from edmund.suggestions import did_you_mean, near_qualified_names

__all__ = ["NO_FACET_ATTRIBUTES", "TypeResolver", "to_facets"]

# Hints cost a search through all names; a document with more wrong names than this has other problems.
_MOST_HINTS = 40

NO_FACET_ATTRIBUTES = FacetAttributes()

TypedElement = (
    PropertyElement | NavigationPropertyElement | ParameterElement | ReturnTypeElement | TermElement
)


def to_facets(attributes: FacetAttributes) -> Facets:
    """The facets as written."""
    if attributes is NO_FACET_ATTRIBUTES or attributes == NO_FACET_ATTRIBUTES:
        return NO_FACETS
    return Facets(
        attributes.max_length,
        attributes.precision,
        attributes.scale,
        attributes.unicode,
        attributes.srid,
    )


def _merge_facets(own: Facets, inherited: Facets) -> Facets:
    if inherited == NO_FACETS:
        return own
    if own == NO_FACETS:
        return inherited
    return Facets(
        inherited.max_length if own.max_length is None else own.max_length,
        inherited.precision if own.precision is None else own.precision,
        inherited.scale if own.scale is None else own.scale,
        inherited.unicode if own.unicode is None else own.unicode,
        inherited.srid if own.srid is None else own.srid,
    )


_WIRE_TYPE = "Edmund.V1.WireType"


def _wire_type(element: TypedElement) -> str | None:
    """The type that the reading of an older document (`csdl.older`) has noted as the one on the wire."""
    for annotation in element.annotations:
        if annotation.term == _WIRE_TYPE and isinstance(annotation.value, Constant):
            return annotation.value.text
    return None


class TypeResolver:
    """Resolves type names against all declarations and reports those that name nothing.

    Equal references are one object: a large schema has few distinct ones.
    """

    def __init__(self, declarations: Declarations, unread: References, findings: Findings) -> None:
        self._declarations = declarations
        self._unread = unread
        self._findings = findings
        self._hints = 0
        self._interned: dict[TypeReference, TypeReference] = {}
        self._plain: dict[tuple[str, bool, bool], TypeReference] = {}
        self.definitions: Mapping[str, tuple[str, Facets]] = self._resolve_definitions()

    def reference(
        self,
        scope: Scope,
        element: TypedElement,
        what: str,
        attributes: FacetAttributes = NO_FACET_ATTRIBUTES,
    ) -> TypeReference:
        """The type in use of a property, parameter or the like; `what` it is, for the message."""
        item, collection = split_collection(element.type)
        name = self._name_for(scope, item, element, what)
        nullable = element.nullable is not False
        facets = to_facets(attributes)
        definition = self.definitions.get(name)
        if definition is not None:
            facets = _merge_facets(facets, definition[1])
        wire = _wire_type(element)
        if facets is NO_FACETS and wire is None:
            return self._plain_reference(name, collection, nullable)
        made = TypeReference(name, collection, nullable, facets, wire)
        return self._interned.setdefault(made, made)

    def collection_of_entities(self, name: str) -> TypeReference:
        """A collection whose elements are never null."""
        return self._plain_reference(name, True, False)

    def _plain_reference(self, name: str, collection: bool, nullable: bool) -> TypeReference:
        key = (name, collection, nullable)
        plain = self._plain.get(key)
        if plain is None:
            plain = self._plain[key] = TypeReference(name, collection, nullable)
        return plain

    def name(self, scope: Scope, text: str, span: Span | None, what: str) -> str:
        """The qualified name of the type that `text` names; an error is reported when there is none."""
        name = scope.qualify(text)
        if name in self._declarations.types or name in EDM_TYPES:
            return name
        stand_in = VOCABULARY_STAND_INS.get(name)
        if stand_in is not None:
            return stand_in
        return self._unresolved(name, text, span, what)

    def _name_for(self, scope: Scope, text: str, element: TypedElement, what: str) -> str:
        """As `name`; a term of a type that is missing takes any value, for nothing is made of terms."""
        name = scope.qualify(text)
        known = (
            name in self._declarations.types or name in EDM_TYPES or name in VOCABULARY_STAND_INS
        )
        if known or not isinstance(element, TermElement):
            return self.name(scope, text, element.span, what)
        self._findings.warning(
            Code.UNRESOLVED_TYPE,
            f"{what} has no type {text!r}: any value is taken",
            element.span,
            hint=self._hint(name, text),
        )
        return "Edm.Untyped"

    def kind(self, name: str) -> TypeKind | None:
        """The kind of a declared type; None for Edm's own and unresolved ones."""
        return self._declarations.kind(name)

    def primitive(self, name: str) -> str:
        """The primitive or enumeration type below a type definition; any other name as it is."""
        definition = self.definitions.get(name)
        return name if definition is None else definition[0]

    def _unresolved(self, name: str, text: str, span: Span | None, what: str) -> str:
        namespace, _ = split_name(name)
        reference = self._unread.find(namespace)
        message = (
            f"{what} has no type {text!r}"
            if name == text
            else (f"{what} has no type {text!r} ({name})")
        )
        if reference is not None:
            if namespace.startswith("Org.OData."):
                # Only files that define vocabularies of their own get here; keep them readable.
                self._findings.warning(
                    Code.UNREAD_REFERENCE,
                    f"{message}: the vocabulary {namespace} was not given, any value is taken",
                    span,
                    hint=f"pass the file of {reference.uri!r} with --metadata",
                    notes=(Note("it is referenced here", reference.span),),
                )
                return "Edm.Untyped"
            self._findings.error(
                Code.UNRESOLVED_TYPE,
                f"{message}: its namespace is in {reference.uri!r}, which was not given",
                span,
                hint=f"nothing is fetched; pass the file of {reference.uri!r} with --metadata",
                notes=(Note("it is referenced here", reference.span),),
            )
            return name
        self._findings.error(Code.UNRESOLVED_TYPE, message, span, hint=self._hint(name, text))
        return name

    def _hint(self, name: str, text: str) -> str | None:
        retired = RETIRED_TYPES.get(name)
        if retired is not None:
            return f"this type is of CSDL 3; since CSDL 4 it is {retired}"
        if f"Edm.{text}" in EDM_TYPES:
            return did_you_mean([f"Edm.{text}"])
        if self._hints >= _MOST_HINTS:
            return None
        self._hints += 1
        candidates = EDM_TYPES if name.startswith("Edm.") else self._declarations.types
        return did_you_mean(near_qualified_names(name, candidates))

    def _resolve_definitions(self) -> Mapping[str, tuple[str, Facets]]:
        """Every type definition's primitive type and effective facets; cycles are errors."""
        resolved: dict[str, tuple[str, Facets]] = {}
        for name, declared in self._declarations.types.items():
            if isinstance(declared.element, TypeDefinitionElement) and name not in resolved:
                self._resolve_definition(name, resolved)
        return resolved

    def _resolve_definition(self, name: str, resolved: dict[str, tuple[str, Facets]]) -> None:
        chain: list[Declared[TypeDefinitionElement]] = []
        seen: set[str] = set()
        at = name
        while at not in resolved:
            declared = self._declarations.types.get(at)
            if declared is None or not isinstance(declared.element, TypeDefinitionElement):
                break
            if at in seen:
                cycle = [link.name for link in chain]
                cycle = [*cycle[cycle.index(at) :], at]
                self._findings.error(
                    Code.TYPE_DEFINITION,
                    f"type definition {at!r} is defined by itself: {chain_text(cycle)}",
                    declared.element.span,
                )
                at = "Edm.PrimitiveType"
                break
            seen.add(at)
            chain.append(Declared(at, declared.element, declared.scope))
            at = self._underlying(chain[-1])
        primitive, facets = resolved.get(at, (at, NO_FACETS))
        for link in reversed(chain):
            facets = _merge_facets(to_facets(link.element.facets), facets)
            resolved[link.name] = (primitive, facets)

    def _underlying(self, declared: Declared[TypeDefinitionElement]) -> str:
        element = declared.element
        what = f"type definition {declared.name!r}"
        item, collection = split_collection(element.underlying_type)
        name = self.name(declared.scope, item, element.span, what)
        kind = self.kind(name)
        if collection or kind in (TypeKind.ENTITY, TypeKind.COMPLEX):
            self._findings.error(
                Code.TYPE_DEFINITION,
                f"{what} is based on {element.underlying_type!r}, which is not a primitive type",
                element.span,
            )
            return "Edm.PrimitiveType"
        if kind is TypeKind.TYPE_DEFINITION and name != declared.name:
            self._findings.warning(
                Code.TYPE_DEFINITION,
                f"{what} is based on another type definition, {name!r}",
                element.span,
                hint="section 11.1 asks for a primitive type; its primitive type is taken",
            )
        elif kind is None and name in EDM_TYPES and name not in PRIMITIVE_TYPES:
            self._findings.warning(
                Code.TYPE_DEFINITION,
                f"{what} is based on the abstract type {name!r}",
                element.span,
            )
        return name
