"""The schema as tables, which the runtime reads, writes and checks by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from edmund.naming.distinct import distinct
from edmund.naming.spelling import Spelling
from edmund.surface.elements import Parameter, Surface
from edmund.surface.shapes import Bound, JsonScalar, PropertyShape, StructuredShape, ValueShape
from edmund.surface.type_parts import wire_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import EnumType, StructuredType
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.literals import property_key, string_literal
from edmund.targets.typescript.model_views import SchemaView
from edmund.targets.typescript.source import Data, Text, import_statement, statement

__all__ = ["PayloadTable", "lower_schema", "payload_names", "scalar_source", "value_facts"]

PayloadTable = tuple[str, str, tuple[Parameter, ...]]
"""Name, action and parameters of an object that carries them."""

_SAFE = 2**53 - 1


def lower_schema(surface: Surface, layout: Layout, payloads: Iterable[PayloadTable]) -> SchemaView:
    """All types, enumerations, parameters of actions and aliases."""
    schema = TypeSchema(surface.types)
    enums = [t for t in surface.types.types if isinstance(t, EnumType)]
    tables = "../runtime/tables.js"
    names = ["EnumTable", "PayloadTable", "Tables", "TypeTable"]
    structured = [t for t in surface.types.types if isinstance(t, StructuredType)]
    return SchemaView(
        (import_statement(names, tables),),
        (
            statement(
                "export const TYPES: Tables<TypeTable>",
                {
                    string_literal(t.name): _type_table(t, surface, schema, layout)
                    for t in structured
                },
            ),
            statement(
                "export const ENUMS: Tables<EnumTable>",
                {string_literal(e.name): _enum_table(e) for e in enums},
            ),
            statement(
                "export const PAYLOADS: Tables<PayloadTable>",
                {
                    property_key(name): _payload_table(schema, operation, fields, layout.spelling)
                    for name, operation, fields in payloads
                },
            ),
            statement(
                "export const ALIASES: readonly (readonly [string, string])[]",
                [
                    [_text(s.alias), _text(s.name)]
                    for s in surface.types.namespaces
                    if s.alias is not None
                ],
            ),
        ),
    )


def _text(value: str) -> Text:
    return Text(string_literal(value))


def _texts(values: Iterable[str]) -> list[Data]:
    return [_text(value) for value in values]


_TRUE = Text("true")
_FALSE = Text("false")


def _type_table(
    type_: StructuredType, surface: Surface, schema: TypeSchema, layout: Layout
) -> dict[str, Data]:
    shape = schema.structured(type_.name)
    assert shape is not None
    base = schema.structured(type_.base) if type_.base is not None else None
    inherited = base.properties if base is not None else {}
    names = layout.properties[type_.name]
    found: dict[str, Data] = {}
    if base is not None:
        found["base"] = _text(base.name)
    flags = {
        "entity": type_.identity,
        "abstract": shape.abstract,
        "open": shape.open,
        "anyJson": shape.opaque,
    }
    found.update((name, _TRUE) for name, value in flags.items() if value)
    secrets = {p.name for p in type_.properties if p.secret}
    wires = {p.name: wire_of(p.type) for p in type_.properties}
    own = [
        _property_row(p, names[p.name], secret=p.name in secrets, wire=wires.get(p.name))
        for p in shape.properties.values()
        if p.name not in inherited or _differs(p.value, inherited[p.name].value)
    ]
    if own:
        found["properties"] = own
    found.update(_rules(shape))
    return found


def _differs(value: ValueShape, inherited: ValueShape) -> bool:
    """Whether a type says more of an inherited property; what may be written there has a place of its own."""
    if value is inherited:  # as most are: a chain of types has the same ones again and again
        return False
    return replace(value, writable_types=()) != replace(inherited, writable_types=())


def _rules(shape: StructuredShape) -> Iterator[tuple[str, Data]]:
    properties = shape.properties.values()
    lists = {
        "requiredOnCreate": [p.name for p in properties if p.required_on_create],
        "requiredOnUpdate": [p.name for p in properties if p.required_on_update],
        "notInsertable": [p.name for p in properties if not p.insertable],
        "notUpdatable": [p.name for p in properties if not p.updatable],
    }
    yield from ((name, _texts(found)) for name, found in lists.items() if found)
    writable = [(p.name, p.value.writable_types) for p in properties if p.value.writable_types]
    if writable:
        rows: list[Data] = [[_text(name), _texts(types)] for name, types in writable]
        yield "writableTypes", rows


def _property_row(
    shape: PropertyShape,
    name: str,
    *,
    required: bool = False,
    secret: bool = False,
    wire: str | None = None,
) -> list[Data]:
    """The row of a property; `wire` is its type in an older version of OData, where it is another."""
    row: list[Data] = [_text(shape.name), _text(shape.value.type)]
    facts: dict[str, Data] = {} if name == shape.name else {"as": _text(name)}
    if shape.value.collection:
        facts["collection"] = _TRUE
    if shape.navigation:
        facts["navigation"] = _TRUE
    facts.update(value_facts(shape.value))
    if shape.expected_on_create:
        facts["expectedOnCreate"] = _TRUE
    if required:
        facts["required"] = _TRUE
    if secret:
        facts["secret"] = _TRUE
    if wire is not None:
        facts["wire"] = _text(wire)
    return [*row, facts] if facts else row


def value_facts(shape: ValueShape) -> Iterator[tuple[str, Data]]:
    """What is said of values beside their type."""
    if not shape.nullable:
        yield "nullable", _FALSE
    for name, number in (
        ("maxLength", shape.max_length),
        ("precision", shape.precision),
        ("scale", shape.scale),
    ):
        if number is not None:
            yield name, Text(str(number))
    if shape.floating_scale:
        yield "floatingScale", _TRUE
    if shape.pattern is not None:
        yield "pattern", _text(shape.pattern)
    yield from _bound("minimum", shape.minimum)
    yield from _bound("maximum", shape.maximum)
    if shape.multiple_of is not None:
        yield "multipleOf", _text(str(shape.multiple_of))
    if shape.allowed_values is not None:
        yield "allowedValues", [scalar_source(value) for value in shape.allowed_values]
    for name, number in (("minItems", shape.min_items), ("maxItems", shape.max_items)):
        if number is not None:
            yield name, Text(str(number))
    if shape.is_url:
        yield "isUrl", _TRUE
    if shape.is_base64:
        yield "isBase64", _TRUE
    if shape.types:
        yield "types", _texts(shape.types)


def _bound(name: str, bound: Bound | None) -> Iterator[tuple[str, Data]]:
    if bound is not None:
        yield name, scalar_source(bound.value)
        if bound.exclusive:
            yield f"{name}Exclusive", _TRUE


def scalar_source(value: JsonScalar) -> Text:
    """A JSON scalar; numbers that JavaScript does not hold exactly as their text."""
    if value is None:
        return Text("null")
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    # Compared before anything is made of it: a few characters may stand for a number of any size.
    if isinstance(value, int) and -_SAFE <= value <= _SAFE:
        return Text(str(value))
    if isinstance(value, Decimal) and _is_safe_integer(value):
        return Text(str(int(value)))
    return _text(str(value).replace("Infinity", "INF"))


def _is_safe_integer(value: Decimal) -> bool:
    return value.is_finite() and -_SAFE <= value <= _SAFE and value == value.to_integral_value()


def _enum_table(type_: EnumType) -> dict[str, Data]:
    found: dict[str, Data] = {}
    if type_.flags:
        found["flags"] = _TRUE
    found["members"] = _texts(member.name for member in type_.members)
    return found


def payload_names(
    operation: str, fields: Sequence[Parameter], spelling: Spelling
) -> dict[str, str]:
    """The names of an operation's parameters in the object that carries them."""
    return distinct([f.name for f in fields], lambda name: spelling.member(operation, name)).names


def _payload_table(
    schema: TypeSchema, operation: str, fields: tuple[Parameter, ...], spelling: Spelling
) -> dict[str, Data]:
    names = payload_names(operation, fields, spelling)
    rows: list[Data] = [
        _property_row(
            PropertyShape(field.name, schema.value(field.type)),
            names[field.name],
            required=field.required,
            wire=wire_of(field.type),
        )
        for field in fields
    ]
    return {"operation": _text(operation), "properties": rows}
