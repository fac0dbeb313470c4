"""Hypothesis strategies: payloads that a schema accepts, and what spoils them."""

from __future__ import annotations

import base64
import copy
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from edmund.patterns import UNSUPPORTED, compile_pattern
from edmund.surface.shapes import Operation, PropertyShape, StructuredShape, ValueShape
from edmund.surface.type_schema import TypeSchema

__all__ = ["payloads", "spoiled"]

# Texts for the patterns of the vectors' model, by their programs.
MATCHING: dict[str, st.SearchStrategy[Any]] = {
    compile_pattern("^[A-Z]{2}-\\d{3,}$"): st.from_regex(r"\A[A-Z]{2}-[0-9]{3,}\Z"),
    compile_pattern("^(a+)+$"): st.from_regex(r"\Aa+\Z"),
    UNSUPPORTED: st.just("aa"),
    **{
        compile_pattern(pattern): st.sampled_from(texts)
        for pattern, texts in {
            "\\bcat\\b": ["the cat sat", "cat"],
            "^\\w+\\Bat$": ["that", "__at"],
            "^(?=.*\\d)(?!.*admin).{4,}$": ["abc1", "1 \u00e9\u00e9\u00e9"],
            "^\\p{Lu}\\p{Ll}*$": ["\u00c4rger", "X"],
            "^[\\u{1F600}-\\u{1F64F}]{1,2}$": ["\U0001f600", "\U0001f601\U0001f64f"],
            "^.$": ["a", "\U0001f600"],
            "^\\S+\\s\\S+$": ["a b", "a\u00a0b"],
            "^(?:ab|a(?:b|c){0,3}|)$": ["", "a", "acbc"],
            "^\\d+(?:\\.\\d{1,3})?$": ["1", "10.125"],
            "[^a-c]": ["d", "abcabcx"],
            "^\\p{Nd}{2,}$": ["12", "\u0663\u0664"],
        }.items()
    },
}
DAYS = st.dates().map(lambda day: day.isoformat())
FRACTIONS = st.sampled_from(["", ".5", ".123"])
TIMES = st.tuples(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59), FRACTIONS).map(
    lambda t: f"{t[0]:02}:{t[1]:02}:{t[2]:02}{t[3]}"
)
OFFSETS = st.sampled_from(["Z", "+05:30", "-11:00"])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
POSITION = st.lists(st.integers(-90, 90), min_size=2, max_size=3)
PRIMITIVES: dict[str, st.SearchStrategy[Any]] = {
    "Edm.String": TEXT,
    "Edm.Boolean": st.booleans(),
    "Edm.Byte": st.integers(0, 255),
    "Edm.SByte": st.integers(-128, 127),
    "Edm.Int16": st.integers(-(2**15), 2**15 - 1),
    "Edm.Int32": st.integers(-(2**31), 2**31 - 1),
    "Edm.Int64": st.integers(-(2**63), 2**63 - 1) | st.integers(-(2**63), 2**63 - 1).map(str),
    "Edm.Single": st.floats(width=32, allow_nan=False, allow_infinity=False)
    | st.sampled_from(["INF", "-INF", "NaN"]),
    "Edm.Double": st.floats(allow_nan=False, allow_infinity=False) | st.just("NaN"),
    "Edm.Guid": st.uuids().map(str),
    "Edm.Date": DAYS,
    "Edm.DateTimeOffset": st.tuples(DAYS, TIMES, OFFSETS).map(lambda t: f"{t[0]}T{t[1]}{t[2]}"),
    "Edm.TimeOfDay": TIMES,
    "Edm.Duration": st.tuples(st.integers(0, 999), st.integers(0, 99)).map(
        lambda t: f"P{t[0]}DT{t[1]}H"
    ),
    "Edm.Binary": st.binary(max_size=8).map(lambda data: base64.b64encode(data).decode()),
    "Edm.Stream": TEXT,
    "Edm.Untyped": st.none() | st.lists(TEXT, max_size=2) | st.dictionaries(TEXT, TEXT, max_size=2),
    "Edm.PrimitiveType": TEXT | st.booleans() | st.integers(),
    "Edm.GeographyPoint": POSITION.map(lambda p: {"type": "Point", "coordinates": p}),
    "Edm.Geometry": POSITION.map(lambda p: {"type": "Point", "coordinates": p}),
}


@cache
def payloads(
    schema: TypeSchema, type_name: str, operation: Operation | None, depth: int = 0
) -> st.SearchStrategy[dict[str, Any]]:
    """Objects of the type, which is not abstract, that break no rule (warnings aside)."""
    shape = schema.structured(type_name)
    assert shape is not None
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, prop in shape.properties.items():
        if not _is_writable(prop, operation):
            continue
        value = _value(schema, prop.value, operation, depth, _is_required(prop, operation))
        if value is None:
            continue
        (required if _is_required(prop, operation) else optional)[name] = value
    return st.fixed_dictionaries(required, optional=optional)


def _is_writable(prop: PropertyShape, operation: Operation | None) -> bool:
    if operation is Operation.CREATE:
        return prop.insertable
    return prop.updatable if operation is Operation.UPDATE else True


def _is_required(prop: PropertyShape, operation: Operation | None) -> bool:
    if operation is Operation.CREATE:
        return prop.required_on_create
    return prop.required_on_update if operation is Operation.UPDATE else False


def _value(
    schema: TypeSchema,
    shape: ValueShape,
    operation: Operation | None,
    depth: int,
    required: bool,
) -> st.SearchStrategy[Any] | None:
    item = _item(schema, shape, operation, depth)
    if item is None:
        return None
    nullable = shape.nullable and shape.allowed_values is None
    if not shape.collection:
        return st.none() | item if nullable and not required else item
    items = st.none() | item if nullable else item
    return st.lists(items, min_size=shape.min_items or 0, max_size=min(3, shape.max_items or 3))


def _item(
    schema: TypeSchema, shape: ValueShape, operation: Operation | None, depth: int
) -> st.SearchStrategy[Any] | None:
    if shape.allowed_values is not None:
        return st.sampled_from(shape.allowed_values)
    enum = schema.enum(shape.type)
    if enum is not None:
        names = sorted(enum.members) or ["anything"]
        one = st.sampled_from(names)
        return st.lists(one, min_size=1, max_size=3).map(",".join) if shape.flags else one
    if shape.type in PRIMITIVES or shape.type == "Edm.Decimal":
        return _primitive(shape)
    if depth >= 3:
        return None
    return _structured(schema, shape, operation, depth)


def _primitive(shape: ValueShape) -> st.SearchStrategy[Any]:
    if shape.type == "Edm.Decimal":
        places = 2 if shape.scale is None else min(2, shape.scale)
        whole = st.integers(-9, 9)
        if shape.multiple_of is not None:
            return whole.map(lambda n: n * shape.multiple_of if shape.multiple_of else n)
        return st.tuples(whole, st.integers(0, 10**places - 1)).map(
            lambda t: Decimal(f"{t[0]}.{t[1]:0{places}}") if places else t[0]
        )
    if shape.pattern is not None:
        return MATCHING[shape.pattern]
    if shape.is_url:
        return st.sampled_from(["https://someapi.com/api", "http://localhost:8080/?q=1"])
    if shape.type == "Edm.String" and shape.max_length is not None:
        return st.text(st.characters(exclude_categories=["Cs"]), max_size=shape.max_length)
    if shape.type == "Edm.Binary" and shape.max_length is not None:
        return st.sampled_from(["", "AQID", "AQIDBA"])
    if shape.type == "Edm.Date" and shape.minimum is not None:
        return st.sampled_from(["2020-01-01", "2026-07-01"])
    if shape.type == "Edm.Duration" and (shape.maximum or shape.precision is not None):
        return st.sampled_from(["PT0S", "P1D", "PT23H59M"])
    if shape.type == "Edm.Int32" and shape.minimum is not None:
        return st.integers(0, 100)
    if shape.type == "Edm.Double" and shape.minimum is not None:
        return st.floats(0.01, 0.99)
    return PRIMITIVES[shape.type]


def _structured(
    schema: TypeSchema, shape: ValueShape, operation: Operation | None, depth: int
) -> st.SearchStrategy[Any] | None:
    declared = schema.structured(shape.type)
    if declared is not None and declared.opaque:
        return TEXT | st.lists(st.integers(), max_size=2)
    choices = []
    for name in (t.name for t in schema.types.types):
        actual = schema.structured(name)
        if actual is None or not _fits(schema, shape, actual, operation):
            continue
        inner = payloads(schema, name, operation, depth + 1)
        if name == shape.type:
            choices.append(inner)
        mark = st.sampled_from([f"#{name}", name])
        choices.append(st.tuples(mark, inner).map(lambda t: {"@odata.type": t[0], **t[1]}))
    return st.one_of(choices) if choices else None


def _fits(
    schema: TypeSchema, shape: ValueShape, actual: StructuredShape, operation: Operation | None
) -> bool:
    lists = [shape.types, shape.writable_types if operation is not None else ()]
    return (
        not actual.abstract
        and not actual.opaque
        and schema.is_a(actual.name, shape.type)
        and all(not each or any(schema.is_a(actual.name, base) for base in each) for each in lists)
    )


JUNK = st.sampled_from(
    [
        None,
        True,
        -1,
        300,
        2**70,
        1.5,
        "",
        "x" * 30,
        "2024-13-45",
        "red",
        [],
        [None],
        ["x", 1],
        {},
        {"@odata.type": "#nope"},
        {"@odata.type": "#test.vectors.square"},
        {"@odata.type": "#test.vectors.shape"},
        {"@odata.type": 5},
        {"unknown": 1},
        {"type": "Point"},
    ]
)


@st.composite
def spoiled(draw: st.DrawFn, payload: dict[str, Any]) -> dict[str, Any]:
    """The payload with one to three members replaced, removed or added, anywhere in it."""
    made: dict[str, Any] = copy.deepcopy(payload)
    for _ in range(draw(st.integers(1, 3))):
        holders = list(_holders(made))
        holder = draw(st.sampled_from(holders))
        keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        action = draw(st.sampled_from(["add", "replace", "remove"]))
        if action == "add" or not keys:
            if isinstance(holder, dict):
                name = draw(
                    st.sampled_from(["unknown", "id", "@odata.type", "a@b.c", "kind", "radius"])
                )
                holder[name] = copy.deepcopy(draw(JUNK))
            else:
                holder.append(copy.deepcopy(draw(JUNK)))
        elif action == "replace":
            holder[draw(st.sampled_from(keys))] = copy.deepcopy(draw(JUNK))
        else:
            del holder[draw(st.sampled_from(keys))]
    return made


def _holders(value: Any) -> Any:
    if isinstance(value, dict | list):
        yield value
        for item in list(value.values()) if isinstance(value, dict) else value:
            yield from _holders(item)
