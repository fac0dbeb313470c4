"""A Document as CSDL JSON 4.01 (sections 3 to 13)."""

from __future__ import annotations

from collections.abc import Iterable

from edmund.csdl.document import (
    ActionElement,
    ActionImportElement,
    ComplexTypeElement,
    Document,
    EntityContainerElement,
    EntitySetElement,
    EntityTypeElement,
    EnumTypeElement,
    FunctionElement,
    FunctionImportElement,
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
from edmund.csdl.facets import NO_FACETS
from edmund.csdl.findings import Findings
from edmund.csdl.json.known_terms import Terms
from edmund.csdl.json.scanner import JsonNumber
from edmund.csdl.writing.json_expressions import AnnotationWriter
from edmund.csdl.writing.json_members import Objects, facet_members, is_json_number, type_members
from edmund.csdl.writing.json_text import JsonValue, json_text
from edmund.diagnostics import Diagnostic, Span, raise_on_errors

__all__ = ["write_json"]

_Child = EntitySetElement | SingletonElement | ActionImportElement | FunctionImportElement
_NUMERIC = frozenset(
    f"Edm.{name}"
    for name in ("Byte", "SByte", "Int16", "Int32", "Int64", "Decimal", "Double", "Single")
)


def write_json(document: Document) -> tuple[str, tuple[Diagnostic, ...]]:
    """The document as the text of a CSDL JSON document, and what it does not say as others would.

    Raises `EdmundError` (EDM160) for what JSON cannot say, such as two properties of one name.
    """
    findings = Findings(document.source)
    objects = Objects(findings)
    terms = Terms.of(document)
    top: dict[str, JsonValue] = {"$Version": document.csdl_version}
    containers = [f"{s.namespace}.{c.name}" for s in document.schemas for c in s.containers]
    if containers:
        top["$EntityContainer"] = containers[-1]
    if document.references:
        writer = AnnotationWriter(objects, terms)
        top["$Reference"] = _references(document.references, writer)
    for schema in document.schemas:
        annotations = AnnotationWriter(objects, terms, schema.alias or schema.namespace)
        value = _SchemaWriter(objects, annotations).schema(schema)
        objects.put(top, schema.namespace, value, schema.span)
    diagnostics = findings.in_document_order()
    raise_on_errors(diagnostics)
    return json_text(top), diagnostics


def _references(
    references: Iterable[ReferenceElement], annotations: AnnotationWriter
) -> dict[str, JsonValue]:
    """By Uri; what two references to one Uri include comes together."""
    found: dict[str, JsonValue] = {}
    for reference in references:
        known = found.get(reference.uri)
        members: dict[str, JsonValue] = known if isinstance(known, dict) else {}
        found[reference.uri] = members
        includes: list[JsonValue] = []
        for include in reference.includes:
            value: dict[str, JsonValue] = {"$Namespace": include.namespace}
            if include.alias is not None:
                value["$Alias"] = include.alias
            annotations.put(value, include.annotations, include.span)
            includes.append(value)
        _extend(members, "$Include", includes)
        wanted: list[JsonValue] = [
            _given(
                {
                    "$TermNamespace": each.term_namespace,
                    "$TargetNamespace": each.target_namespace,
                    "$Qualifier": each.qualifier,
                }
            )
            for each in reference.include_annotations
        ]
        _extend(members, "$IncludeAnnotations", wanted)
        annotations.put(members, reference.annotations, reference.span)
    return found


def _extend(members: dict[str, JsonValue], name: str, items: list[JsonValue]) -> None:
    known = members.get(name)
    if items:
        members[name] = [*known, *items] if isinstance(known, list) else items


def _given(members: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """The members that have a value."""
    return {name: value for name, value in members.items() if value is not None}


class _SchemaWriter:
    def __init__(self, objects: Objects, annotations: AnnotationWriter) -> None:
        self._objects = objects
        self._annotations = annotations

    def schema(self, schema: SchemaElement) -> dict[str, JsonValue]:
        members = _given({"$Alias": schema.alias})
        self._annotations.put(members, schema.annotations, schema.span)
        for each in schema.types:
            self._objects.put_declaration(members, each.name, self._type(each), each.span)
        overloads: dict[str, list[JsonValue]] = {}
        places: dict[str, Span] = {}
        operations: list[ActionElement | FunctionElement] = [*schema.actions, *schema.functions]
        for operation in operations:
            overloads.setdefault(operation.name, []).append(self._operation(operation))
            places.setdefault(operation.name, operation.span)
        for name, written in overloads.items():
            self._objects.put_declaration(members, name, written, places[name])
        for term in schema.terms:
            self._objects.put_declaration(members, term.name, self._term(term), term.span)
        for container in schema.containers:
            value = self._container(container)
            self._objects.put_declaration(members, container.name, value, container.span)
        targets: dict[str, dict[str, JsonValue]] = {}
        for group in schema.external_annotations:
            target = targets.setdefault(group.target, {})
            self._annotations.put(target, group.annotations, group.span, qualifier=group.qualifier)
        if targets:
            members["$Annotations"] = targets
        return members

    def _type(
        self,
        each: EntityTypeElement | ComplexTypeElement | EnumTypeElement | TypeDefinitionElement,
    ) -> dict[str, JsonValue]:
        match each:
            case EntityTypeElement():
                members = {"$Kind": "EntityType", **_bases(each)}
                if each.has_stream is not None:
                    members["$HasStream"] = each.has_stream
                if each.key is not None:
                    members["$Key"] = [
                        ref.name if ref.alias is None else {ref.alias: ref.name}
                        for ref in each.key.property_refs
                    ]
                self._properties(members, each)
            case ComplexTypeElement():
                members = {"$Kind": "ComplexType", **_bases(each)}
                self._properties(members, each)
            case EnumTypeElement():
                members = self._enum_type(each)
            case TypeDefinitionElement():
                facets = facet_members(each.facets, each.underlying_type)
                members = {
                    "$Kind": "TypeDefinition",
                    "$UnderlyingType": each.underlying_type,
                    **facets,
                }
        self._annotations.put(members, each.annotations, each.span)
        return members

    def _enum_type(self, each: EnumTypeElement) -> dict[str, JsonValue]:
        """Members without values have them by their order (section 10.3), where none has one."""
        members: dict[str, JsonValue] = {"$Kind": "EnumType"} | _given(
            {"$UnderlyingType": each.underlying_type, "$IsFlags": each.is_flags}
        )
        numbered = all(member.value is None for member in each.members)
        for index, member in enumerate(each.members):
            number = index if numbered else member.value
            value = None if number is None else JsonNumber(number)
            self._objects.put(members, member.name, value, member.span)
            self._annotations.put(members, member.annotations, member.span, member.name)
        return members

    def _properties(
        self, members: dict[str, JsonValue], each: EntityTypeElement | ComplexTypeElement
    ) -> None:
        for prop in each.properties:
            self._objects.put(members, prop.name, self._property(prop), prop.span)
        for navigation in each.navigation_properties:
            value = self._navigation(navigation)
            self._objects.put(members, navigation.name, value, navigation.span)

    def _property(self, prop: PropertyElement) -> dict[str, JsonValue]:
        members = type_members(prop.type, prop.facets, nullable=prop.nullable)
        if prop.default_value is not None:
            members["$DefaultValue"] = _default(prop.type, prop.default_value)
        self._annotations.put(members, prop.annotations, prop.span)
        return members

    def _navigation(self, prop: NavigationPropertyElement) -> dict[str, JsonValue]:
        members: dict[str, JsonValue] = {
            "$Kind": "NavigationProperty",
            **type_members(prop.type, NO_FACETS, nullable=prop.nullable),
            **_given({"$Partner": prop.partner, "$ContainsTarget": prop.contains_target}),
        }
        if prop.referential_constraints:
            constraints: dict[str, JsonValue] = {}
            for each in prop.referential_constraints:
                name = each.property
                self._objects.put(constraints, name, each.referenced_property, each.span)
                self._annotations.put(constraints, each.annotations, each.span, name)
            members["$ReferentialConstraint"] = constraints
        if prop.on_delete is not None:
            members["$OnDelete"] = prop.on_delete.action
            place = prop.on_delete.span
            self._annotations.put(members, prop.on_delete.annotations, place, "$OnDelete")
        self._annotations.put(members, prop.annotations, prop.span)
        return members

    def _operation(self, each: ActionElement | FunctionElement) -> dict[str, JsonValue]:
        is_function = isinstance(each, FunctionElement)
        members: dict[str, JsonValue] = {"$Kind": "Function" if is_function else "Action"}
        members |= _given({"$IsBound": each.is_bound, "$EntitySetPath": each.entity_set_path})
        if isinstance(each, FunctionElement):
            members |= _given({"$IsComposable": each.is_composable})
        if each.parameters:
            members["$Parameter"] = [
                {"$Name": parameter.name, **self._typed(parameter)} for parameter in each.parameters
            ]
        if each.return_type is not None:
            members["$ReturnType"] = self._typed(each.return_type)
        self._annotations.put(members, each.annotations, each.span)
        return members

    def _typed(self, each: ParameterElement | ReturnTypeElement) -> dict[str, JsonValue]:
        members = type_members(each.type, each.facets, nullable=each.nullable)
        self._annotations.put(members, each.annotations, each.span)
        return members

    def _term(self, each: TermElement) -> dict[str, JsonValue]:
        members: dict[str, JsonValue] = {
            "$Kind": "Term",
            **type_members(each.type, each.facets, nullable=each.nullable),
            **_given({"$BaseTerm": each.base_term}),
        }
        if each.default_value is not None:
            members["$DefaultValue"] = _default(each.type, each.default_value)
        if each.applies_to:
            members["$AppliesTo"] = list(each.applies_to)
        self._annotations.put(members, each.annotations, each.span)
        return members

    def _container(self, each: EntityContainerElement) -> dict[str, JsonValue]:
        members: dict[str, JsonValue] = {"$Kind": "EntityContainer"}
        members |= _given({"$Extends": each.extends})
        children: list[_Child] = [*each.entity_sets, *each.singletons]
        children += [*each.action_imports, *each.function_imports]
        for child in children:
            self._objects.put(members, child.name, self._child(child), child.span)
        self._annotations.put(members, each.annotations, each.span)
        return members

    def _child(self, each: _Child) -> dict[str, JsonValue]:
        match each:
            case EntitySetElement():
                listed = {"$IncludeInServiceDocument": each.include_in_service_document}
                members = {"$Collection": True, "$Type": each.entity_type, **_given({**listed})}
                self._bindings(members, each)
            case SingletonElement():
                members = {"$Type": each.type, **_given({"$Nullable": each.nullable})}
                self._bindings(members, each)
            case ActionImportElement():
                members = {"$Action": each.action, **_given({"$EntitySet": each.entity_set})}
            case FunctionImportElement():
                members = {"$Function": each.function} | _given(
                    {
                        "$EntitySet": each.entity_set,
                        "$IncludeInServiceDocument": each.include_in_service_document,
                    }
                )
        self._annotations.put(members, each.annotations, each.span)
        return members

    def _bindings(
        self, members: dict[str, JsonValue], each: EntitySetElement | SingletonElement
    ) -> None:
        bindings: dict[str, JsonValue] = {}
        for binding in each.bindings:
            self._objects.put_key(bindings, binding.path, binding.target, binding.span)
        if bindings:
            members["$NavigationPropertyBinding"] = bindings


def _bases(each: EntityTypeElement | ComplexTypeElement) -> dict[str, JsonValue]:
    return _given(
        {"$BaseType": each.base_type, "$Abstract": each.abstract, "$OpenType": each.open_type}
    )


def _default(type_name: str, text: str) -> JsonValue:
    """A default in the JSON of its type (section 7.2.7), where the type is a built-in one."""
    if type_name == "Edm.Boolean" and text in ("true", "false"):
        return text == "true"
    if type_name in _NUMERIC and is_json_number(text):
        return JsonNumber(text)
    return text
