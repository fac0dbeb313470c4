"""The types of a service: an algebra of values, the same for whatever describes the service.

A *type* says what a value may be. Types are written down where they are used; only structured types,
enumerations and unions have names, and others refer to them by `Named`, so that types may be recursive.
Constraints stand at the node that they restrict: those of the items of a list at its `item`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property

from edmund.diagnostics import Span
from edmund.surface.shapes import Bound, JsonScalar

__all__ = [
    "NO_CONSTRAINTS",
    "NO_DOCUMENTATION",
    "AnyJson",
    "Bound",
    "Constraints",
    "Deprecation",
    "Discriminator",
    "Documentation",
    "EnumMember",
    "EnumType",
    "JsonScalar",
    "ListOf",
    "Literal",
    "MapOf",
    "Named",
    "NamedType",
    "Namespace",
    "Nullable",
    "OperationType",
    "Primitive",
    "PropertyType",
    "Rule",
    "StructuredType",
    "Type",
    "Types",
    "UnionType",
    "Writing",
]

# Types in use


@dataclass(frozen=True, slots=True)
class Constraints:
    """What restricts the values of a primitive beyond its name; None and empty say nothing.

    `scale` counts decimal digits after the point; `floating_scale` is a decimal floating point.
    `pattern` is ECMA 262, searched in the text.
    """

    min_length: int | None = None
    max_length: int | None = None
    precision: int | None = None
    scale: int | None = None
    floating_scale: bool = False
    pattern: str | None = None
    minimum: Bound | None = None
    maximum: Bound | None = None
    multiple_of: Decimal | None = None
    allowed_values: tuple[JsonScalar, ...] | None = None
    is_url: bool = False
    is_base64: bool = False


NO_CONSTRAINTS = Constraints()


@dataclass(frozen=True, slots=True)
class Primitive:
    """A value without parts. `name` is EDM's name of it (`Edm.Int64`): no other list has as many.

    `wire` is the built-in type that the value has in OData 1 to 3, where there is another one in its place.
    """

    name: str
    constraints: Constraints = NO_CONSTRAINTS
    wire: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A value of the structured type, enumeration or union called `name`.

    `types` are those that the value may have at all, `writable_types` those that a request may carry;
    empty means no restriction beyond `name` and what derives from it. EDM's abstract types
    (`Edm.EntityType`) are such names too, of which nothing else is known. `constraints` hold for enumerations.
    """

    name: str
    constraints: Constraints = NO_CONSTRAINTS
    types: tuple[str, ...] = ()
    writable_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListOf:
    item: Type
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False


@dataclass(frozen=True, slots=True)
class MapOf:
    """A JSON object whose members have any name and all the same type."""

    value: Type
    min_properties: int | None = None
    max_properties: int | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    """Exactly one value."""

    value: JsonScalar


@dataclass(frozen=True, slots=True)
class AnyJson:
    """Any JSON value; `null` says whether null is one."""

    null: bool = True


@dataclass(frozen=True, slots=True)
class Nullable:
    """Null, or a value of `type`, which is itself no Nullable and no AnyJson."""

    type: Type


Type = Primitive | Named | ListOf | MapOf | Literal | AnyJson | Nullable


# What is said of elements


@dataclass(frozen=True, slots=True)
class Deprecation:
    """Why, since when and until when; all parts are optional."""

    description: str | None = None
    date: str | None = None
    removal_date: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Documentation:
    """Texts for readers, as the description has them: any text, to be escaped by who prints it."""

    description: str | None = None
    long_description: str | None = None
    deprecation: Deprecation | None = None


NO_DOCUMENTATION = Documentation()


@dataclass(frozen=True, slots=True)
class Writing:
    """What may and must be written when.

    `expected_on_create` asks for a value without insisting: never null, without default, and not set by
    the service. What is `computed` a service ignores in a request, as what is not `updatable` in a
    change (OData Protocol 4.01, sections 11.4.2 and 11.4.3).
    """

    insertable: bool = True
    updatable: bool = True
    computed: bool = False
    required_on_create: bool = False
    required_on_update: bool = False
    expected_on_create: bool = False


@dataclass(frozen=True, slots=True)
class PropertyType:
    """A property of a structured type. `name` is the member's name in JSON.

    `required` says that answers always have the member. `navigation` properties lead to resources of
    their own, and answers have them only where they were asked for; `contained` ones have no other place.
    """

    name: str
    type: Type
    documentation: Documentation = NO_DOCUMENTATION
    required: bool = False
    writing: Writing = field(default_factory=Writing)
    secret: bool = False
    default: str | None = None
    navigation: bool = False
    contained: bool = False
    partner: str | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The member that tells the type of an object, and which value means which type."""

    property: str
    mapping: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StructuredType:
    """A JSON object with members that are known, declared here and inherited from `base`.

    `additional` is the type of all other members; None means that there are none, or that nothing is
    said of them (`open` tells these apart). `identity` are types that have resources of their own
    (entities), told by the properties in `key`. `has_stream` means that the resource is also a file.
    `opaque` types are a name for any JSON. `says_type`: values may stand where a base is declared, so they
    name their type when they are written, without being asked. `inherited_writing` is what holds for
    inherited properties here and not at the base.
    """

    name: str
    base: str | None = None
    abstract: bool = False
    open: bool = False
    additional: Type | None = None
    identity: bool = False
    key: tuple[str, ...] = ()
    has_stream: bool = False
    opaque: bool = False
    says_type: bool = False
    properties: tuple[PropertyType, ...] = ()
    inherited_writing: tuple[tuple[str, Writing], ...] = ()
    discriminator: Discriminator | None = None
    documentation: Documentation = NO_DOCUMENTATION
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class EnumMember:
    """`value` is the JSON value; `number` the number behind it where the description has one."""

    name: str
    value: JsonScalar
    number: int | None = None
    documentation: Documentation = NO_DOCUMENTATION
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class EnumType:
    """Named values; always open, since services add members. `flags` values name several members."""

    name: str
    members: tuple[EnumMember, ...] = ()
    flags: bool = False
    underlying: str = "Edm.Int32"
    documentation: Documentation = NO_DOCUMENTATION
    span: Span | None = field(default=None, compare=False)


class Rule(Enum):
    """By what a value of a union is told to be of one variant and no other."""

    DISCRIMINATOR = "discriminator"
    LITERAL = "literal"
    JSON_KIND = "json kind"
    MEMBER = "member"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class UnionType:
    """One of several types. Without a rule that tells them apart a value stays raw JSON.

    The kind of JSON always counts first. Among objects, DISCRIMINATOR and LITERAL go by the value of the
    `discriminator`'s member, MEMBER by `telling`: a member's name and the variant that has it; the one variant
    that is not there is what is left.
    """

    name: str
    variants: tuple[Type, ...]
    rule: Rule = Rule.NONE
    discriminator: Discriminator | None = None
    telling: tuple[tuple[str, str], ...] = ()
    documentation: Documentation = NO_DOCUMENTATION
    span: Span | None = field(default=None, compare=False)


NamedType = StructuredType | EnumType | UnionType


@dataclass(frozen=True, slots=True)
class Namespace:
    """A namespace of named types; `alias` may stand for it in what a service sends and takes."""

    name: str
    alias: str | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class OperationType:
    """What an operation takes and answers, one of its overloads, wherever it can be called.

    With `has_body` the parameters are the members of one JSON object. `binding` is what it is called on.
    """

    name: str
    has_body: bool
    binding: Type | None = None
    parameters: tuple[PropertyType, ...] = ()
    returns: Type | None = None


@dataclass(frozen=True)
class Types:
    """All named types, in the order of the description, with what else has a name.

    `definitions` are other names of types in use. No type refers to them; a payload may.
    """

    types: tuple[NamedType, ...] = ()
    namespaces: tuple[Namespace, ...] = ()
    operations: tuple[OperationType, ...] = ()
    definitions: tuple[tuple[str, Type], ...] = ()

    @cached_property
    def by_name(self) -> Mapping[str, NamedType]:
        return {type_.name: type_ for type_ in self.types}

    @cached_property
    def classes(self) -> tuple[StructuredType | EnumType, ...]:
        """Those that every language has declarations for. Unions are told apart where they are used."""
        return tuple(t for t in self.types if not isinstance(t, UnionType))

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Namespaces by alias."""
        return {n.alias: n.name for n in self.namespaces if n.alias is not None}

    @cached_property
    def defined(self) -> Mapping[str, Type]:
        """Types in use by the names that stand for them."""
        return dict(self.definitions)

    @cached_property
    def operations_by_name(self) -> Mapping[str, tuple[OperationType, ...]]:
        """Overloads by name."""
        found: dict[str, list[OperationType]] = {}
        for operation in self.operations:
            found.setdefault(operation.name, []).append(operation)
        return {name: tuple(overloads) for name, overloads in found.items()}

    @cached_property
    def derived_by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Types that derive from a type directly, in the order of the description."""
        found: dict[str, list[str]] = {}
        for type_ in self.types:
            if isinstance(type_, StructuredType) and type_.base is not None:
                found.setdefault(type_.base, []).append(type_.name)
        return {name: tuple(derived) for name, derived in found.items()}

    def structured(self, name: str | None) -> StructuredType | None:
        """The structured type called `name`, or None."""
        found = None if name is None else self.by_name.get(name)
        return found if isinstance(found, StructuredType) else None

    def enumeration(self, name: str) -> EnumType | None:
        """The enumeration called `name`, or None."""
        found = self.by_name.get(name)
        return found if isinstance(found, EnumType) else None
