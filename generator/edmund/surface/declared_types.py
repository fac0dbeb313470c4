"""Makes `Types` of a Model: what annotations say becomes fields, type definitions what they stand for."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

from edmund.csdl.expression import AnnotationValue
from edmund.edm import ABSTRACT_TYPES, ANY_JSON
from edmund.model import elements as csdl
from edmund.model import vocabulary
from edmund.model.lineage import Lineage
from edmund.model.self_naming import self_naming_types
from edmund.model.writability import TypeWriteRules, is_required, write_rules
from edmund.surface.elements import Parameter
from edmund.surface.types import (
    NO_CONSTRAINTS,
    NO_DOCUMENTATION,
    AnyJson,
    Bound,
    Constraints,
    Deprecation,
    Documentation,
    EnumMember,
    EnumType,
    JsonScalar,
    ListOf,
    Named,
    NamedType,
    Namespace,
    Nullable,
    OperationType,
    Primitive,
    PropertyType,
    StructuredType,
    Type,
    Types,
    Writing,
)

__all__ = ["DeclaredTypes", "documentation_of", "types_of"]

Annotations = tuple[AnnotationValue, ...]

_MAX_ITEMS = vocabulary.VALIDATION + "MaxItems"
_MIN_ITEMS = vocabulary.VALIDATION + "MinItems"
_ALWAYS = Writing()


def types_of(model: csdl.Model) -> Types:
    """The named types, namespaces and operations of a model."""
    made = _NamedTypes(model)
    return Types(
        tuple(made.types()),
        tuple(Namespace(s.namespace, s.alias, s.span) for s in model.schemas),
        tuple(map(made.operation, model.operations)),
        tuple(made.definitions()),
    )


def documentation_of(annotations: Annotations) -> Documentation:
    """Core.Description, Core.LongDescription and what Core.Revisions says of a deprecation."""
    if not annotations:
        return NO_DOCUMENTATION
    revision = vocabulary.deprecation(annotations)
    return Documentation(
        vocabulary.description(annotations),
        vocabulary.long_description(annotations),
        (
            None
            if revision is None
            else Deprecation(
                revision.description, revision.date, revision.removal_date, revision.version
            )
        ),
    )


class DeclaredTypes:
    """Makes types in use of type references; those without annotations are made once."""

    def __init__(self, model: csdl.Model) -> None:
        self._types = model.types_by_name
        self._aliases = {s.alias: s.namespace for s in model.schemas if s.alias is not None}
        self._made: dict[csdl.TypeReference, Type] = {}

    def type(self, reference: csdl.TypeReference, annotations: Annotations = ()) -> Type:
        """The type in use, restricted by the annotations of the element that has it."""
        if annotations:
            return self._make(reference, annotations)
        found = self._made.get(reference)
        if found is None:
            found = self._made[reference] = self._make(reference, ())
        return found

    def parameter(self, parameter: csdl.Parameter) -> Parameter:
        """A parameter of an operation."""
        return Parameter(
            parameter.name,
            self.type(parameter.type, parameter.annotations),
            required=is_required(parameter),
            optional=vocabulary.is_optional(parameter),
            secret=vocabulary.is_secret(parameter),
            documentation=documentation_of(parameter.annotations),
            span=parameter.span,
        )

    def _make(self, reference: csdl.TypeReference, annotations: Annotations) -> Type:
        name, facets = reference.name, reference.facets
        definition = self._types.get(name)
        if isinstance(definition, csdl.TypeDefinition):
            name = definition.underlying
            facets = _merged(facets, definition.facets)
            annotations = (*annotations, *definition.annotations)
        if name == ANY_JSON:
            item: Type = AnyJson(reference.nullable)
        else:
            plain = self._plain(name, _constraints(facets, annotations), annotations)
            if reference.wire is not None and isinstance(plain, Primitive):
                plain = replace(plain, wire=reference.wire)
            item = Nullable(plain) if reference.nullable else plain
        if not reference.collection:
            return item
        return ListOf(item, _count(annotations, _MIN_ITEMS), _count(annotations, _MAX_ITEMS))

    def _plain(
        self, name: str, constraints: Constraints, annotations: Annotations
    ) -> Primitive | Named:
        if name.startswith("Edm.") and name not in ABSTRACT_TYPES:
            return Primitive(name, constraints)
        if not annotations:
            return Named(name, constraints)
        return Named(
            name,
            constraints,
            self._qualified(vocabulary.derived_type_constraint(annotations)),
            self._qualified(vocabulary.write_type_constraint(annotations)),
        )

    def _qualified(self, names: Iterable[str] | None) -> tuple[str, ...]:
        """Names of types in the text of an annotation, where an alias may stand for their namespace."""
        parts = (name.rpartition(".") for name in names or ())
        return tuple(
            f"{self._aliases.get(namespace, namespace)}.{local}" if namespace else local
            for namespace, _, local in parts
        )


class _NamedTypes:
    def __init__(self, model: csdl.Model) -> None:
        self._model = model
        self._lineage = Lineage(model)
        self._declared = DeclaredTypes(model)
        self._rules: Mapping[str, TypeWriteRules] = write_rules(model)
        self._self_naming = self_naming_types(model)
        self._writing: dict[str, Mapping[str, Writing]] = {}

    def types(self) -> Iterator[NamedType]:
        for type_ in self._model.types:
            if isinstance(type_, csdl.StructuredType):
                yield self._structured(type_)
            elif isinstance(type_, csdl.EnumType):
                yield _enumeration(type_)

    def definitions(self) -> Iterator[tuple[str, Type]]:
        for type_ in self._model.types:
            if isinstance(type_, csdl.TypeDefinition):
                yield type_.name, self._declared.type(
                    csdl.TypeReference(type_.name, nullable=False)
                )

    def operation(self, operation: csdl.Operation) -> OperationType:
        returned, binding = operation.return_type, operation.binding
        return OperationType(
            operation.name,
            operation.kind is csdl.OperationKind.ACTION,
            None if binding is None else self._declared.type(binding),
            tuple(map(self._parameter, operation.own_parameters)),
            None if returned is None else self._declared.type(returned.type),
        )

    def _parameter(self, parameter: csdl.Parameter) -> PropertyType:
        return PropertyType(
            parameter.name,
            self._declared.type(parameter.type, parameter.annotations),
            documentation_of(parameter.annotations),
            writing=Writing(required_on_create=True) if is_required(parameter) else _ALWAYS,
            secret=vocabulary.is_secret(parameter),
            span=parameter.span,
        )

    def _structured(self, type_: csdl.StructuredType) -> StructuredType:
        writing = self._writing_of(type_.name)
        own: tuple[csdl.Property | csdl.NavigationProperty, ...] = type_.properties
        own += type_.navigation_properties
        return StructuredType(
            name=type_.name,
            base=type_.base,
            abstract=type_.abstract,
            open=type_.open,
            identity=type_.kind is csdl.TypeKind.ENTITY,
            key=tuple(ref.path for ref in type_.key),
            has_stream=type_.has_stream,
            opaque=type_.is_any_json,
            says_type=type_.name in self._self_naming,
            properties=tuple(self._property(member, writing[member.name]) for member in own),
            inherited_writing=self._inherited_writing(type_, writing, {m.name for m in own}),
            documentation=documentation_of(type_.annotations),
            span=type_.span,
        )

    def _property(
        self, member: csdl.Property | csdl.NavigationProperty, writing: Writing
    ) -> PropertyType:
        type_ = self._declared.type(member.type, member.annotations)
        documentation = documentation_of(member.annotations)
        if isinstance(member, csdl.NavigationProperty):
            return PropertyType(
                member.name,
                type_,
                documentation,
                writing=writing,
                navigation=True,
                contained=member.contains_target,
                partner=member.partner,
                span=member.span,
            )
        return PropertyType(
            member.name,
            type_,
            documentation,
            writing=writing,
            secret=vocabulary.is_secret(member),
            default=member.default_value,
            span=member.span,
        )

    def _inherited_writing(
        self, type_: csdl.StructuredType, writing: Mapping[str, Writing], own: set[str]
    ) -> tuple[tuple[str, Writing], ...]:
        """What holds here for inherited properties and not at the base."""
        if type_.base is None:
            return ()
        at_base = self._writing_of(type_.base)
        if writing is at_base:
            return ()
        return tuple(
            (name, here)
            for name, here in writing.items()
            if here is not at_base.get(name) and name not in own  # Equal ones are one.
        )

    def _writing_of(self, name: str) -> Mapping[str, Writing]:
        """What holds for each property that the type called `name` has."""
        for type_ in self._lineage.unknown(name, self._writing):
            self._writing[type_.name] = self._make_writing(type_)
        return self._writing.get(name, {})

    def _make_writing(self, type_: csdl.StructuredType) -> Mapping[str, Writing]:
        """The base's, where the type says no more of what it inherits."""
        lineage = self._lineage
        own: tuple[csdl.Property | csdl.NavigationProperty, ...] = type_.properties
        own += type_.navigation_properties
        rules = self._rules.get(type_.name, _NO_RULES)
        key = lineage.key(type_.name)
        at_base = self._writing.get(type_.base or "")
        if at_base is not None and type_.base is not None:
            inherited = self._rules.get(type_.base, _NO_RULES)
            if rules == inherited and key == lineage.key(type_.base):
                return {**at_base, **_writing(own, key, rules)} if own else at_base
        return {
            **_writing(lineage.properties(type_.name), key, rules),
            **_writing(lineage.navigation_properties(type_.name), key, rules),
        }


def _writing(
    members: Iterable[csdl.Property | csdl.NavigationProperty],
    key: tuple[csdl.PropertyRef, ...],
    rules: TypeWriteRules,
) -> dict[str, Writing]:
    """What holds for each of a type's members."""
    keys = {ref.path for ref in key}
    closed, fixed = set(rules.not_insertable), set(rules.not_updatable)
    on_create, on_update = set(rules.required_on_create), set(rules.required_on_update)
    return {
        member.name: _said(
            member.name not in closed,
            member.name not in fixed,
            vocabulary.is_computed(member.annotations),
            member.name in on_create,
            member.name in on_update,
            isinstance(member, csdl.Property)
            and member.name not in closed
            and member.name not in keys
            and _needs_value(member),
        )
        for member in members
    }


def _needs_value(prop: csdl.Property) -> bool:
    """Whether nothing but the request can give the property its value."""
    return not (
        prop.type.nullable
        or prop.type.collection
        or prop.type.name == "Edm.Stream"
        or prop.default_value is not None
        or vocabulary.is_true(prop.annotations, vocabulary.COMPUTED_DEFAULT_VALUE)
    )


def _enumeration(type_: csdl.EnumType) -> EnumType:
    return EnumType(
        type_.name,
        tuple(
            EnumMember(m.name, m.name, m.value, documentation_of(m.annotations), m.span)
            for m in type_.members
        ),
        type_.flags,
        type_.underlying,
        documentation_of(type_.annotations),
        type_.span,
    )


def _merged(facets: csdl.Facets, base: csdl.Facets) -> csdl.Facets:
    """The facets of a use of a type definition: its own, else the definition's."""
    if base == _NO_FACETS:
        return facets
    return csdl.Facets(
        facets.max_length if facets.max_length is not None else base.max_length,
        facets.precision if facets.precision is not None else base.precision,
        facets.scale if facets.scale is not None else base.scale,
    )


def _constraints(facets: csdl.Facets, annotations: Annotations) -> Constraints:
    if not annotations and facets == _NO_FACETS:
        return NO_CONSTRAINTS
    scale = facets.scale
    multiple = vocabulary.multiple_of(annotations)
    made = Constraints(
        max_length=None if isinstance(facets.max_length, csdl.MaxLength) else facets.max_length,
        precision=facets.precision,
        scale=None if isinstance(scale, csdl.ScaleKeyword) else scale,
        floating_scale=scale is csdl.ScaleKeyword.FLOATING,
        pattern=vocabulary.pattern(annotations),
        minimum=_bound(vocabulary.minimum(annotations)),
        maximum=_bound(vocabulary.maximum(annotations)),
        multiple_of=None if multiple is None else Decimal(str(multiple)),
        allowed_values=_allowed(annotations),
        is_url=vocabulary.is_url(annotations),
        is_base64=vocabulary.is_base64(annotations),
    )
    return NO_CONSTRAINTS if made == NO_CONSTRAINTS else made


def _bound(bound: vocabulary.Bound | None) -> Bound | None:
    return None if bound is None else Bound(bound.value, bound.exclusive)


def _allowed(annotations: Annotations) -> tuple[JsonScalar, ...] | None:
    """The allowed values as they stand in JSON; None when there are none, or some that JSON has no place for."""
    values = vocabulary.allowed_values(annotations)
    if values is None:
        return None
    found: list[JsonScalar] = []
    for value in values:
        if isinstance(value, bytes):
            found.append(base64.urlsafe_b64encode(value).decode("ascii"))
        elif isinstance(value, uuid.UUID):
            found.append(str(value))
        elif isinstance(value, tuple) and all(isinstance(name, str) for name in value):
            found.append(",".join(str(name) for name in value))
        elif isinstance(value, tuple | Mapping):
            return None
        else:
            found.append(value)
    return tuple(found)


def _count(annotations: Annotations, term: str) -> int | None:
    if not annotations:
        return None
    found = vocabulary.expression_value(vocabulary.find_value(annotations, term))
    return found if isinstance(found, int) and not isinstance(found, bool) else None


_NO_RULES = TypeWriteRules()
_NO_FACETS = csdl.Facets()
_said = cache(Writing)  # There are few different ones.
