"""The runtime's tables of types as Go source: what a validator and a writer need of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from edmund.surface.shapes import Bound, PropertyShape, StructuredShape, ValueShape
from edmund.targets.go.literals import json_value, string_list, string_literal

__all__ = ["property_source", "rule_sources", "type_facts"]


def property_source(shape: PropertyShape, secret: bool = False) -> str:
    """A property as an element of a table: `{Name: "id", Type: "Edm.String"}`."""
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
