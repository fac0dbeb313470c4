"""Enumerations as Go: a type of texts, of numbers, or of JSON texts where the values are of several kinds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Final

from edmund.surface.types import EnumType, JsonScalar
from edmund.targets.go.literals import comment, json_value, string_list, string_literal
from edmund.targets.go.model_views import EnumView, MemberView
from edmund.targets.prose import documentation_text

__all__ = ["EnumKind", "enum_view", "kind_of"]


class EnumKind(Enum):
    """What the values are; the value is the runtime's function that makes the codec."""

    TEXT = "TextEnum"
    INTEGER = "IntegerEnum"
    NUMBER = "NumberEnum"
    SCALAR = "ScalarEnum"  # of several kinds, each by its JSON text


_BASES: Final[Mapping[EnumKind, str]] = {
    EnumKind.TEXT: "string",
    EnumKind.INTEGER: "int64",
    EnumKind.NUMBER: "float64",
    EnumKind.SCALAR: "string",
}


def kind_of(type_: EnumType) -> EnumKind:
    """By the values of all members; without members they are texts."""
    values = [member.value for member in type_.members]
    if all(isinstance(value, str) for value in values):
        return EnumKind.TEXT
    if all(_is_int64(value) for value in values):
        return EnumKind.INTEGER
    numbers = (int, float, Decimal)
    if all(isinstance(v, numbers) and not isinstance(v, bool) and _is_double(v) for v in values):
        return EnumKind.NUMBER
    return EnumKind.SCALAR


def _is_int64(value: JsonScalar) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63


def _is_double(value: int | float | Decimal) -> bool:
    try:
        return Decimal(value) == Decimal(repr(float(value)))
    except OverflowError:
        return False


def enum_view(
    type_: EnumType,
    name: str,
    constants: Mapping[str, str],
    variable: str,
    imports: tuple[str, ...],
    *,
    is_exact: bool,
) -> EnumView:
    """The view of an enumeration called `name`; `constants` are the names of its members."""
    kind = kind_of(type_)
    flags = "Flags" if type_.flags else "Values"
    text = documentation_text(type_.documentation) or f"{flags} of the enumeration {type_.name}."
    said = [comment(documentation_text(member.documentation), "\t") for member in type_.members]
    spaced = any(said)
    width = 0 if spaced else max(map(len, constants.values()), default=0)
    members = tuple(
        MemberView(
            spaced and at > 0,
            f"{constants[member.name]:<{width}} {name} = {_literal(member.value, kind)}",
            bool(text),
            text,
        )
        for at, (member, text) in enumerate(zip(type_.members, said, strict=True))
    )
    is_text = kind is EnumKind.TEXT
    values = [member.value for member in type_.members]
    return EnumView(
        imports=imports,
        name=name,
        variable=variable,
        comment=comment(f"{name} is an enumeration: {text}"),
        flags=type_.flags,
        is_text=is_text,
        is_exact=is_exact or not is_text,
        base=_BASES[kind],
        codec=kind.value,
        has_members=bool(members),
        members=members,
        schema_name=string_literal(type_.name),
        texts=string_list(map(str, values)) if is_text else "",
        values="" if is_text else ", ".join(map(json_value, values)),
    )


def _literal(value: JsonScalar, kind: EnumKind) -> str:
    if kind is EnumKind.TEXT:
        return string_literal(str(value))
    if kind is EnumKind.SCALAR:
        is_fraction = isinstance(value, Decimal)
        return string_literal(str(value) if is_fraction else json.dumps(value, ensure_ascii=False))
    return str(value).lower()  # gofmt writes exponents so
