"""A compiled schema as data: nodes, and what each asserts of a value.

Schemas below others are meant by their index among the program's nodes, so that a schema may refer to
itself. Each assertion knows the keyword that it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from edmund.frontends.json_schema.locations import Location
from edmund.frontends.json_schema.values import Number

__all__ = [
    "AllOf",
    "AnyOf",
    "Assertion",
    "Condition",
    "Contains",
    "Count",
    "DependentRequired",
    "DependentSchemas",
    "DynamicReference",
    "Format",
    "Items",
    "Limit",
    "Measure",
    "Members",
    "MultipleOf",
    "Never",
    "Node",
    "Not",
    "OneOf",
    "Pattern",
    "Program",
    "PropertyNames",
    "Reference",
    "Required",
    "TypeIs",
    "UnevaluatedItems",
    "UnevaluatedProperties",
    "UniqueItems",
    "ValueIs",
]


class Measure(Enum):
    """What `Count` counts."""

    CHARACTERS = "character"
    ITEMS = "item"
    PROPERTIES = "member"


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one keyword asserts."""

    keyword: str


@dataclass(frozen=True, slots=True)
class Never(Assertion):
    """No value is valid: the schema `false`."""


@dataclass(frozen=True, slots=True)
class TypeIs(Assertion):
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueIs(Assertion):
    """One of some values, as canonical texts; `said` names them where that is short."""

    values: frozenset[str]
    said: str


@dataclass(frozen=True, slots=True)
class Limit(Assertion):
    """A number is above (`least`) or below a limit, or it is the limit unless `exclusive`."""

    limit: Number
    least: bool
    exclusive: bool


@dataclass(frozen=True, slots=True)
class MultipleOf(Assertion):
    factor: Number


@dataclass(frozen=True, slots=True)
class Count(Assertion):
    """At least (or at most) so many characters, items or members."""

    measure: Measure
    limit: int
    least: bool


@dataclass(frozen=True, slots=True)
class Pattern(Assertion):
    """Text matches the pattern that `program` (`edmund.patterns`) was made from."""

    program: str


@dataclass(frozen=True, slots=True)
class Format(Assertion):
    name: str


@dataclass(frozen=True, slots=True)
class UniqueItems(Assertion):
    """No two items are equal."""


@dataclass(frozen=True, slots=True)
class Required(Assertion):
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DependentRequired(Assertion):
    names: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reference(Assertion):
    target: int


@dataclass(frozen=True, slots=True)
class DynamicReference(Assertion):
    """The outermost schema of the dynamic scope that has the anchor `name`, else `target`.

    (JSON Schema 2020-12 Core, section 8.2.3.2.)
    """

    name: str
    target: int


@dataclass(frozen=True, slots=True)
class AllOf(Assertion):
    branches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Assertion):
    branches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OneOf(Assertion):
    branches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Not(Assertion):
    target: int


@dataclass(frozen=True, slots=True)
class Condition(Assertion):
    """`if`, and what is asserted when it holds and when it does not."""

    condition: int
    holds: int | None
    fails: int | None


@dataclass(frozen=True, slots=True)
class DependentSchemas(Assertion):
    targets: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Members(Assertion):
    """`properties`, `patternProperties` (by their programs), and `additionalProperties` for all other members."""

    properties: Mapping[str, int]
    patterns: tuple[tuple[str, int], ...]
    additional: int | None


@dataclass(frozen=True, slots=True)
class PropertyNames(Assertion):
    target: int


@dataclass(frozen=True, slots=True)
class Items(Assertion):
    """A schema for each of the first items, and one for the rest."""

    prefix: tuple[int, ...]
    rest: int | None


@dataclass(frozen=True, slots=True)
class Contains(Assertion):
    target: int
    least: int
    most: int | None
    evaluates: bool


@dataclass(frozen=True, slots=True)
class UnevaluatedItems(Assertion):
    target: int


@dataclass(frozen=True, slots=True)
class UnevaluatedProperties(Assertion):
    target: int


@dataclass(frozen=True, slots=True)
class Node:
    """A schema: where it stands, the URI of its schema resource, and its assertions in order.

    With `nullable` null is valid, whatever the assertions say.
    """

    location: Location
    resource: str
    assertions: tuple[Assertion, ...]
    nullable: bool = False

    @property
    def is_never(self) -> bool:
        """Whether this is the schema `false`."""
        return len(self.assertions) == 1 and isinstance(self.assertions[0], Never)


@dataclass(frozen=True, slots=True)
class Program:
    """A schema and all that it refers to.

    `dynamic_anchors` gives the node of an anchor (by name) in a schema resource (by URI).
    """

    root: int
    nodes: tuple[Node, ...]
    dynamic_anchors: Mapping[tuple[str, str], int]
