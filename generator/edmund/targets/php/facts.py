"""What the schema says of a type, as the array that the runtime reads: only what is not so by default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from edmund.surface.shapes import Bound, PropertyShape, StructuredShape, ValueShape
from edmund.targets.php.literals import Bracketed, array, entry, scalar_literal

__all__ = ["property_entries", "property_facts", "value_facts"]

_NAMES = {
    "type": "type",
    "collection": "collection",
    "flags": "flags",
    "nullable": "nullable",
    "max_length": "maxLength",
    "precision": "precision",
    "scale": "scale",
    "floating_scale": "floatingScale",
    "pattern": "pattern",
    "minimum": "minimum",
    "maximum": "maximum",
    "multiple_of": "multipleOf",
    "allowed_values": "allowedValues",
    "min_items": "minItems",
    "max_items": "maxItems",
    "is_url": "isUrl",
    "is_base64": "isBase64",
    "types": "types",
    "writable_types": "writableTypes",
}
_DEFAULTS = ValueShape("")
_FACTS = tuple(
    (attribute, name, getattr(_DEFAULTS, attribute))
    for attribute, name in _NAMES.items()
    if attribute != "type"
)
_RULES = {
    "navigation": "navigation",
    "insertable": "insertable",
    "updatable": "updatable",
    "required_on_create": "requiredOnCreate",
    "required_on_update": "requiredOnUpdate",
    "expected_on_create": "expectedOnCreate",
}
_PLAIN = PropertyShape("", _DEFAULTS)
_WRITE_RULES = tuple(
    (attribute, name, getattr(_PLAIN, attribute)) for attribute, name in _RULES.items()
)


def property_entries(
    shape: StructuredShape,
    inherited: StructuredShape | None,
    secrets: frozenset[str],
    wires: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str | Bracketed]:
    """An entry for each property of which there is more to say than the base has said.

    `wires` are the types that an older version of OData has in place of those of properties.
    """
    known: Mapping[str, PropertyShape] = {} if inherited is None else inherited.properties
    for name, found in shape.properties.items():
        if known.get(name) != found:
            yield entry(name, property_facts(found, name in secrets, wires.get(name)))


def property_facts(
    shape: PropertyShape, secret: bool = False, wire: str | None = None
) -> Bracketed:
    """The facts of one property; `wire` is its type in an older version of OData, where it is another."""
    items = list(value_facts(shape.value))
    for attribute, name, default in _WRITE_RULES:
        value = getattr(shape, attribute)
        if value is not default:
            items.append(entry(name, scalar_literal(value)))
    if wire is not None:
        items.append(entry("wire", scalar_literal(wire)))
    if secret:
        items.append(entry("secret", "true"))
    return array(items)


def value_facts(shape: ValueShape) -> Iterator[str | Bracketed]:
    """The facts of a value; of a collection's items, where it is one."""
    yield entry("type", scalar_literal(shape.type))
    for attribute, name, default in _FACTS:
        value = getattr(shape, attribute)
        if value is default or value == default:
            continue
        if isinstance(value, Bound):
            yield entry(name, scalar_literal(value.value))
            if value.exclusive:
                yield entry(f"{name}Exclusive", "true")
        elif isinstance(value, tuple):
            yield entry(name, array(map(scalar_literal, value)))
        else:
            yield entry(name, scalar_literal(value))
