"""What a value may be, as data: primitives, classes, enumerations and unions by name, lists, maps, literals.

Generated code says with these what properties, parameters, bodies and answers hold. How such a value is read and
written is the business of `value_codecs`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

__all__ = [
    "ANY",
    "EnumOf",
    "ListOf",
    "Literal",
    "MapOf",
    "ModelOf",
    "Nullable",
    "Text",
    "Union",
    "UnionOf",
    "Value",
    "ValueType",
    "Variant",
    "told_value",
]

Text = "Edm.String"


class _Restricted:
    """What has `facts`: constraints of the values, by the names that validators know them by."""

    __slots__ = ("facts",)

    facts: Mapping[str, Any]


class Value(_Restricted):
    """A primitive value, by EDM's name of its type, with constraints."""

    __slots__ = ("name",)

    def __init__(self, name: str, **facts: Any) -> None:
        self.name = name
        self.facts = facts


class ModelOf:
    """An object of the class for the schema type called `name`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class EnumOf(_Restricted):
    """A value of the enumeration called `name`."""

    __slots__ = ("name",)

    def __init__(self, name: str, **facts: Any) -> None:
        self.name = name
        self.facts = facts


class UnionOf:
    """A value of one of the variants of the union called `name`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class ListOf(_Restricted):
    __slots__ = ("item",)

    def __init__(self, item: ValueType, **facts: Any) -> None:
        self.item = item
        self.facts = facts


class MapOf(_Restricted):
    """A JSON object with members of any name."""

    __slots__ = ("value",)

    def __init__(self, value: ValueType, **facts: Any) -> None:
        self.value = value
        self.facts = facts


class Literal:
    """Exactly one value."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class Nullable:
    """Null, or a value of `type`."""

    __slots__ = ("type",)

    def __init__(self, type: ValueType) -> None:
        self.type = type


class _Any:
    """Any JSON value."""

    __slots__ = ()


ANY = _Any()

ValueType: TypeAlias = (
    "str | Value | ModelOf | EnumOf | UnionOf | ListOf | MapOf | Literal | Nullable | _Any"
)
"""A text is a primitive without constraints."""


class Variant:
    """One variant of a union: the kinds of JSON that its values have, and what tells it from others of that kind.

    `values` are those of the union's property that say so, `member` a member that this variant alone has.
    """

    __slots__ = ("kinds", "member", "type", "values")

    def __init__(
        self,
        type: ValueType,
        kinds: tuple[type, ...],
        values: tuple[str, ...] = (),
        member: str | None = None,
    ) -> None:
        self.type = type
        self.kinds = frozenset(kinds)
        self.values = values
        self.member = member


class Union:
    """What a union may be. `told_by` is the member whose value tells objects apart, None where no value does."""

    __slots__ = ("_by_value", "told_by", "variants")

    def __init__(self, *variants: Variant, told_by: str | None = None) -> None:
        self.variants = variants
        self.told_by = told_by
        self._by_value = {text: each for each in variants for text in each.values}

    def variant_of(self, value: Any) -> Variant | None:
        """The variant that a JSON value is of; None for one that fits none, or more than one."""
        kind = _kind(value)
        fitting = [each for each in self.variants if kind in each.kinds]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        if kind is not dict:
            return None
        if self.told_by is not None:
            told = value.get(self.told_by)
            return self._by_value.get(told_value(told)) if told is not None else None
        return _by_member(fitting, value)


def _by_member(fitting: list[Variant], value: Mapping[str, Any]) -> Variant | None:
    """The one whose own member is there; else the one that has none of its own."""
    present = [each for each in fitting if each.member is not None and each.member in value]
    if not present:
        present = [each for each in fitting if each.member is None]
    return present[0] if len(present) == 1 else None


def told_value(value: Any) -> str:
    """The value of a telling member as a mapping has it: text, or the JSON text of another scalar."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


_KINDS = (bool, str, dict, list)


def _kind(value: Any) -> type:
    """The kind of JSON: one class for each, `float` for all numbers."""
    if value is None:
        return type(None)
    return next((kind for kind in _KINDS if isinstance(value, kind)), float)
