"""The facts of a type that checking its values needs: settled, indexed, the same for every language.

Where they come from (a model, declarations in generated code) is the business of a `Schema`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Protocol

__all__ = [
    "Bound",
    "EnumShape",
    "JsonScalar",
    "Operation",
    "PropertyShape",
    "Schema",
    "StructuredShape",
    "ValueShape",
]

JsonScalar = str | int | float | Decimal | bool | None


class Operation(Enum):
    """What a payload is for; without one it is an answer, and the rules of writing do not apply."""

    CREATE = "create"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Bound:
    """An end of an interval, as the value would stand in JSON."""

    value: JsonScalar
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class ValueShape:
    """A value in use: its type, facets and constraints.

    `type` is qualified, type definitions already replaced by what they stand for; `flags` means that it
    is an enumeration whose values name several members. For a collection,
    `nullable` and the constraints speak of the items. `types` are those that a value may have at
    all (Validation.DerivedTypeConstraint), `writable_types` those that a request may carry; empty
    means no restriction. `scale` None is unspecified, `floating_scale` a decimal floating point.
    `pattern` is a program (`edmund.patterns`), empty for a pattern that cannot be run.
    """

    type: str
    collection: bool = False
    flags: bool = False
    nullable: bool = True
    max_length: int | None = None
    precision: int | None = None
    scale: int | None = None
    floating_scale: bool = False
    pattern: str | None = None
    minimum: Bound | None = None
    maximum: Bound | None = None
    multiple_of: Decimal | None = None
    allowed_values: tuple[JsonScalar, ...] | None = None
    min_items: int | None = None
    max_items: int | None = None
    is_url: bool = False
    is_base64: bool = False
    types: tuple[str, ...] = ()
    writable_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PropertyShape:
    """A property or navigation property (or an action's parameter) and what writing it means.

    `expected_on_create` asks for a value without insisting: the schema has it never null, without
    default and not set by the service.
    """

    name: str
    value: ValueShape
    navigation: bool = False
    insertable: bool = True
    updatable: bool = True
    required_on_create: bool = False
    required_on_update: bool = False
    expected_on_create: bool = False


@dataclass(frozen=True, slots=True)
class StructuredShape:
    """An entity or complex type with all properties, inherited ones too, by name.

    `opaque` types have no structure that could be checked.
    """

    name: str
    properties: Mapping[str, PropertyShape] = field(default_factory=dict)
    abstract: bool = False
    open: bool = False
    opaque: bool = False


@dataclass(frozen=True, slots=True)
class EnumShape:
    """The names of the members; without members nothing is known of the values."""

    name: str
    members: Collection[str]


class Schema(Protocol):
    """Where shapes come from."""

    def structured(self, name: str) -> StructuredShape | None:
        """The entity or complex type called `name`, or None."""

    def enum(self, name: str) -> EnumShape | None:
        """The enumeration called `name`, or None."""

    def is_a(self, name: str, base: str) -> bool:
        """Whether the type `name` is `base` or derives from it."""
        ...

    def resolve(self, text: str) -> str:
        """The qualified name behind a type name as `@odata.type` spells it, without its `#`."""
        ...

    def unwrap(self, value: object) -> tuple[object, str | None]:
        """The JSON value behind `value`, and the type that it has by itself, if it has one."""
        ...
