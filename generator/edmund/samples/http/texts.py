"""Scalars of JSON as text, and text as the scalar that a type asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final

from edmund.surface.json_kinds import JsonKind, json_kinds
from edmund.surface.lineage import Lineage
from edmund.surface.types import EnumType, Literal, Named, Nullable, Primitive, Type, UnionType
from edmund.validation.json_text import NotJson, parse_json

__all__ = ["NoValue", "json_text", "scalar_text", "scalar_value"]

_WHOLE: Final = frozenset(f"Edm.{name}" for name in ("Byte", "SByte", "Int16", "Int32", "Int64"))
_NUMBERS: Final = _WHOLE | {"Edm.Single", "Edm.Double", "Edm.Decimal"}
_MOST_DIGITS: Final = 400


class NoValue(ValueError):
    """A text that is no value of the type that stands there."""


def json_text(value: object, indent: int | None = None) -> str:
    """Compact JSON, or with `indent` JSON to be read; characters beyond ASCII as they are."""
    parting = (",", ":") if indent is None else (",", ": ")
    return json.dumps(value, indent=indent, ensure_ascii=False, separators=parting, default=_number)


def scalar_text(value: object) -> str:
    """The text of a scalar; JSON of what is nested where no style has a place for it."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    return str(value) if isinstance(value, Decimal) else json_text(value)


def scalar_value(text: str, type_: Type, lineage: Lineage) -> object:
    """The JSON value that `text` is as one of `type_`. Raises `NoValue`, which does not repeat the text."""
    match type_:
        case Nullable(inner):
            return scalar_value(text, inner, lineage)
        case Literal(value):
            return _one_of(text, (value,))
        case Primitive("Edm.Boolean"):
            return _one_of(text, (True, False))
        case Primitive(name) if name in _NUMBERS:
            return _number_of(text, is_whole=name in _WHOLE)
        case Primitive():
            return text
        case Named(name):
            match lineage.types.by_name.get(name):
                case EnumType(members=members):
                    known = [m.value for m in members if scalar_text(m.value) == text]
                    return known[0] if known else text
                case UnionType() as union:
                    return _of_union(text, union, lineage)
    return text


def _of_union(text: str, union: UnionType, lineage: Lineage) -> object:
    """What a text is as the first variant that it can be one of, those of texts last."""

    def is_text(variant: Type) -> bool:
        return JsonKind.STRING in json_kinds(variant, lineage.types.by_name)

    for variant in sorted(union.variants, key=is_text):
        try:
            return scalar_value(text, variant, lineage)
        except NoValue:
            continue
    return text


def _one_of(text: str, values: Iterable[object]) -> object:
    for value in values:
        if scalar_text(value) == text:
            return value
    raise NoValue("it is none of the values that there are")


def _number_of(text: str, *, is_whole: bool) -> object:
    try:
        value = parse_json(text) if len(text) <= _MOST_DIGITS else None
    except (NotJson, InvalidOperation):
        value = None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise NoValue("it is no number")
    if is_whole and not isinstance(value, int):
        raise NoValue("it is no whole number")
    return value


def _number(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"no JSON value: {type(value).__name__}")
