"""Shapes of a Model's types: declarations and annotations of all kinds, brought together once for each type."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from edmund.csdl.expression import AnnotationValue
from edmund.model import vocabulary
from edmund.model.elements import (
    EnumType,
    Facets,
    MaxLength,
    Model,
    NavigationProperty,
    Parameter,
    Property,
    ScaleKeyword,
    TypeDefinition,
    TypeReference,
)
from edmund.model.elements import (
    Operation as ModelOperation,
)
from edmund.model.lineage import Lineage
from edmund.model.shapes import (
    Bound,
    EnumShape,
    JsonScalar,
    PropertyShape,
    StructuredShape,
    ValueShape,
)
from edmund.model.writability import TypeWriteRules, is_required, write_rules

__all__ = ["ModelSchema"]

MAX_ITEMS = vocabulary.VALIDATION + "MaxItems"
MIN_ITEMS = vocabulary.VALIDATION + "MinItems"


class ModelSchema:
    """The shapes of one Model, made when they are asked for and remembered (a `shapes.Schema`)."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.lineage = Lineage(model)
        self._structured: dict[str, StructuredShape | None] = {}

    @cached_property
    def rules(self) -> Mapping[str, TypeWriteRules]:
        return write_rules(self.model)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        return {s.alias: s.namespace for s in self.model.schemas if s.alias is not None}

    def structured(self, name: str) -> StructuredShape | None:
        if name not in self._structured:
            self._structured[name] = self._make_structured(name)
        return self._structured[name]

    def enum(self, name: str) -> EnumShape | None:
        type_ = self.model.types_by_name.get(name)
        if not isinstance(type_, EnumType):
            return None
        return EnumShape(name, frozenset(member.name for member in type_.members))

    def is_a(self, name: str, base: str) -> bool:
        return self.lineage.is_assignable(name, base)

    def resolve(self, text: str) -> str:
        namespace, _, local = text.rpartition(".")
        return f"{self.aliases.get(namespace, namespace)}.{local}" if namespace else text

    def unwrap(self, value: object) -> tuple[object, str | None]:
        return value, None

    def parameters(self, operation: ModelOperation) -> StructuredShape:
        """The object that carries an action's parameters (OData Protocol 4.01, section 11.5.5.1)."""
        shapes = {
            parameter.name: self._parameter_shape(parameter)
            for parameter in operation.own_parameters
        }
        return StructuredShape(operation.name, shapes)

    def value(
        self, type_: TypeReference, annotations: tuple[AnnotationValue, ...] = ()
    ) -> ValueShape:
        """The shape of a value of `type_`, restricted by the annotations of the element that has it."""
        name, facets = type_.name, type_.facets
        definition = self.model.types_by_name.get(name)
        if isinstance(definition, TypeDefinition):
            name = definition.underlying
            facets = _merge(facets, definition.facets)
            annotations = (*annotations, *definition.annotations)
        enum = self.model.types_by_name.get(name)
        multiple = vocabulary.multiple_of(annotations)
        return ValueShape(
            type=name,
            collection=type_.collection,
            flags=isinstance(enum, EnumType) and enum.flags,
            nullable=type_.nullable,
            max_length=None if isinstance(facets.max_length, MaxLength) else facets.max_length,
            precision=facets.precision,
            scale=None if isinstance(facets.scale, ScaleKeyword) else facets.scale,
            floating_scale=facets.scale is ScaleKeyword.FLOATING,
            pattern=vocabulary.pattern(annotations),
            minimum=_bound(vocabulary.minimum(annotations)),
            maximum=_bound(vocabulary.maximum(annotations)),
            multiple_of=None if multiple is None else Decimal(str(multiple)),
            allowed_values=_allowed(annotations),
            min_items=_count(annotations, MIN_ITEMS),
            max_items=_count(annotations, MAX_ITEMS),
            is_url=vocabulary.is_url(annotations),
            is_base64=vocabulary.is_base64(annotations),
            types=self._type_names(vocabulary.derived_type_constraint(annotations)),
            writable_types=self._type_names(vocabulary.write_type_constraint(annotations)),
        )

    def _type_names(self, names: Iterable[str] | None) -> tuple[str, ...]:
        return tuple(self.resolve(name) for name in names or ())

    def _make_structured(self, name: str) -> StructuredShape | None:
        type_ = self.model.structured(name)
        if type_ is None:
            return None
        rules = self.rules.get(name, TypeWriteRules())
        keys = {ref.path for ref in self.lineage.key(name)}
        members: list[Property | NavigationProperty] = [*self.lineage.properties(name)]
        members += self.lineage.navigation_properties(name)
        shapes = {member.name: self._property_shape(member, rules, keys) for member in members}
        open_ = self.lineage.is_open(name)
        return StructuredShape(name, shapes, type_.abstract, open_, type_.is_any_json)

    def _property_shape(
        self, member: Property | NavigationProperty, rules: TypeWriteRules, keys: Iterable[str]
    ) -> PropertyShape:
        name = member.name
        return PropertyShape(
            name=name,
            value=self.value(member.type, member.annotations),
            navigation=isinstance(member, NavigationProperty),
            insertable=name not in rules.not_insertable,
            updatable=name not in rules.not_updatable,
            required_on_create=name in rules.required_on_create,
            required_on_update=name in rules.required_on_update,
            expected_on_create=isinstance(member, Property)
            and name not in rules.not_insertable
            and name not in keys
            and _needs_value(member),
        )

    def _parameter_shape(self, parameter: Parameter) -> PropertyShape:
        return PropertyShape(
            name=parameter.name,
            value=self.value(parameter.type, parameter.annotations),
            required_on_create=is_required(parameter),
        )


def _needs_value(prop: Property) -> bool:
    """Whether nothing but the request can give the property its value."""
    return not (
        prop.type.nullable
        or prop.type.collection
        or prop.type.name == "Edm.Stream"
        or prop.default_value is not None
        or vocabulary.is_true(prop.annotations, vocabulary.COMPUTED_DEFAULT_VALUE)
    )


def _merge(facets: Facets, base: Facets) -> Facets:
    """The facets of a use of a type definition: its own, else the definition's."""
    return Facets(
        facets.max_length if facets.max_length is not None else base.max_length,
        facets.precision if facets.precision is not None else base.precision,
        facets.scale if facets.scale is not None else base.scale,
        facets.unicode if facets.unicode is not None else base.unicode,
        facets.srid if facets.srid is not None else base.srid,
    )


def _bound(bound: vocabulary.Bound | None) -> Bound | None:
    return None if bound is None else Bound(bound.value, bound.exclusive)


def _allowed(annotations: tuple[AnnotationValue, ...]) -> tuple[JsonScalar, ...] | None:
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


def _count(annotations: tuple[AnnotationValue, ...], term: str) -> int | None:
    found = vocabulary.expression_value(vocabulary.find_value(annotations, term))
    return found if isinstance(found, int) and not isinstance(found, bool) else None
