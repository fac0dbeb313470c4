"""The runtime's tables of types as Go source: what a validator and a writer need of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from edmund.plan.service import BatchFormat, ServiceTraits
from edmund.plan.unions import PlannedUnion, PlannedVariant
from edmund.surface.json_kinds import JsonKind
from edmund.surface.shapes import Bound, JsonScalar, PropertyShape, StructuredShape, ValueShape
from edmund.surface.type_schema import value_shape
from edmund.surface.types import (
    AnyJson,
    Discriminator,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Type,
    Types,
)
from edmund.targets.go.literals import json_value, string_list, string_literal

__all__ = [
    "discriminator_source",
    "has_only_a_name",
    "initial_source",
    "property_source",
    "rule_sources",
    "shape_source",
    "traits_source",
    "type_facts",
    "union_facts",
    "variant_source",
]


def property_source(
    shape: PropertyShape, secret: bool = False, nested: str = "", wire: str | None = None
) -> str:
    """A property as an element of a table: `{Name: "id", Type: "Edm.String"}`.

    `nested` is its `shape_source`, where the type has more than a name; `wire` the type that an older version of
    OData has in its place.
    """
    value = shape.value
    facts = [f"Name: {string_literal(shape.name)}", f"Type: {string_literal(value.type)}"]
    flags = {
        "Collection": value.collection,
        "Navigation": shape.navigation,
        "NotNull": not value.nullable,
        "Secret": secret,
    }
    facts += _flags(flags)
    facets = tuple(_facets(value))
    if facets:
        facts.append(f"Facets: &odata.Facets{{{', '.join(facets)}}}")
    if nested:
        facts.append(f"Shape: {nested}")
    if wire is not None:
        facts.append(f"Wire: {string_literal(wire)}")
    return f"{{{', '.join(facts)}}}"


def has_only_a_name(type_: Type) -> bool:
    """Whether values of the type, or the items of a list that is never null, are told by the type's name."""
    if isinstance(type_, ListOf):
        if type_.unique_items:
            return False
        type_ = type_.item
        return _is_name(type_.type if isinstance(type_, Nullable) else type_)
    return _is_name(type_.type if isinstance(type_, Nullable) else type_)


def _is_name(type_: Type) -> bool:
    if isinstance(type_, Primitive) and type_.constraints.min_length is not None:
        return False
    return isinstance(type_, Primitive | Named) or (isinstance(type_, AnyJson) and type_.null)


def shape_source(type_: Type, types: Types) -> str:
    """A pointer to the shape of the values of a type."""
    return f"&odata.Shape{{{', '.join(_shape_facts(type_, types))}}}"


def _shape_facts(type_: Type, types: Types) -> Iterator[str]:
    plain = type_.type if isinstance(type_, Nullable) else type_
    null = plain.null if isinstance(plain, AnyJson) else plain is not type_
    facets: Iterator[str] = iter(())
    if isinstance(plain, ListOf):
        yield f"Kind: odata.ShapeList, Item: {shape_source(plain.item, types)}"
        facets = _size_facets(plain.min_items, plain.max_items, plain.unique_items)
    elif isinstance(plain, MapOf):
        yield f"Kind: odata.ShapeMap, Item: {shape_source(plain.value, types)}"
        facets = _size_facets(plain.min_properties, plain.max_properties)
    elif isinstance(plain, Literal):
        yield f"Kind: odata.ShapeLiteral, Value: {json_value(plain.value)}"
    elif isinstance(plain, Primitive | Named):
        yield f"Type: {string_literal(plain.name)}"
        facets = chain(_least(plain), _facets(value_shape(types, plain)))
    else:
        yield "Kind: odata.ShapeAny"
    if not null:
        yield "NotNull: true"
    said = ", ".join(facets)
    if said:
        yield f"Facets: &odata.Facets{{{said}}}"


def _least(type_: Primitive | Named) -> Iterator[str]:
    if type_.constraints.min_length is not None:
        yield f"MinLength: odata.IntOf({type_.constraints.min_length})"


def _size_facets(low: int | None, high: int | None, unique: bool = False) -> Iterator[str]:
    for name, number in (("MinItems", low), ("MaxItems", high)):
        if number is not None:
            yield f"{name}: odata.IntOf({number})"
    if unique:
        yield "UniqueItems: true"


def discriminator_source(discriminator: Discriminator) -> str:
    """A pointer to the names of types by the values of the member that tells them."""
    pairs = ", ".join(
        f"{string_literal(value)}: {string_literal(name)}"
        for value, name in dict(discriminator.mapping).items()
    )
    name = string_literal(discriminator.property)
    return f"&odata.Discriminator{{Property: {name}, Mapping: map[string]string{{{pairs}}}}}"


def initial_source(name: str, value: JsonScalar) -> str:
    """A member of new values."""
    return f"{{Name: {string_literal(name)}, Value: {json_value(value)}}}"


def traits_source(traits: ServiceTraits) -> str:
    """How a service talks, as fields of the runtime's traits; empty where it is as 4.01 says."""
    facts = []
    if traits.batch_format is BatchFormat.MULTIPART:
        facts.append("BatchFormat: odata.BatchAsMultipart")
    if traits.batch_limit is not None:
        facts.append(f"BatchLimit: {traits.batch_limit}")
    facts += _flags({"BatchSlash": traits.batch_slash})
    return ", ".join(facts)


def union_facts(union: PlannedUnion) -> tuple[str, ...]:
    """What tells the variants apart beside what each has of its own."""
    if union.property is None:
        return ()
    return (f"Property: {string_literal(union.property)}",)


def variant_source(variant: PlannedVariant, types: Types) -> str:
    """A variant as an element of a table."""
    kinds = " | ".join(
        f"odata.Kind{kind.name.capitalize()}" for kind in JsonKind if kind in variant.kinds
    )
    facts = [f"Kinds: {kinds or '0'}"]
    if variant.values:
        facts.append(f"Values: []string{{{string_list(variant.values)}}}")
    if variant.member is not None:
        facts.append(f"Member: {string_literal(variant.member)}")
    facts.append(f"Shape: {shape_source(variant.type, types)}")
    return f"{{{', '.join(facts)}}}"


def _flags(flags: dict[str, bool]) -> Iterator[str]:
    return (f"{name}: true" for name, value in flags.items() if value)


def _facets(value: ValueShape) -> Iterator[str]:
    for name, number in (
        ("MaxLength", value.max_length),
        ("Precision", value.precision),
        ("Scale", value.scale),
        ("MinItems", value.min_items),
        ("MaxItems", value.max_items),
    ):
        if number is not None:
            yield f"{name}: odata.IntOf({number})"
    if value.pattern is not None:
        yield f"Pattern: odata.TextOf({string_literal(value.pattern)})"
    yield from _bound("Minimum", value.minimum)
    yield from _bound("Maximum", value.maximum)
    if value.multiple_of is not None:
        yield f"MultipleOf: {string_literal(str(value.multiple_of))}"
    if value.allowed_values is not None:
        allowed = ", ".join(map(json_value, value.allowed_values))
        yield f"HasAllowedValues: true, AllowedValues: []any{{{allowed}}}"
    yield from _flags(
        {
            "FloatingScale": value.floating_scale,
            "Flags": value.flags,
            "IsURL": value.is_url,
            "IsBase64": value.is_base64,
        }
    )
    yield from _names("Types", value.types)
    yield from _names("WritableTypes", value.writable_types)


def _bound(name: str, bound: Bound | None) -> Iterator[str]:
    if bound is not None:
        exclusive = ", Exclusive: true" if bound.exclusive else ""
        yield f"{name}: &odata.Bound{{Value: {json_value(bound.value)}{exclusive}}}"


def _names(name: str, names: Collection[str]) -> Iterator[str]:
    if names:
        yield f"{name}: []string{{{string_list(names)}}}"


def type_facts(
    shape: StructuredShape, *, entity: bool = False, says_type: bool = False
) -> tuple[str, ...]:
    """What is true of a type as a whole."""
    return tuple(
        _flags(
            {
                "Entity": entity,
                "Abstract": shape.abstract,
                "Open": shape.open,
                "SaysType": says_type,
                "Opaque": shape.opaque,
            }
        )
    )


def rule_sources(properties: Iterable[PropertyShape]) -> tuple[str, ...]:
    """The rules of writing of a type, by property, inherited ones included: one field of the table each."""
    rules: dict[str, list[str]] = {}
    for shape in properties:
        for rule, applies in (
            ("RequiredOnCreate", shape.required_on_create),
            ("RequiredOnUpdate", shape.required_on_update),
            ("NotInsertable", not shape.insertable),
            ("NotUpdatable", not shape.updatable),
            ("ExpectedOnCreate", shape.expected_on_create),
        ):
            if applies:
                rules.setdefault(rule, []).append(shape.name)
    return tuple(
        f"{rule}: []string{{{string_list(names)}}}" for rule, names in sorted(rules.items())
    )
