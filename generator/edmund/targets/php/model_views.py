"""Views of the model templates: finished text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "ConstantView",
    "EnumView",
    "ModelView",
    "PathView",
    "PropertyView",
    "TypeEntryView",
    "TypesView",
    "UnionView",
    "VariantView",
]


@dataclass(frozen=True, slots=True)
class PropertyView:
    """A getter and a setter; comments are '' where there is none. A broken setter's brace is on its last line."""

    documented_getter: bool
    getter_comment: str
    getter: str
    read: str
    documented_setter: bool
    setter_comment: str
    setter: str
    broken_setter: bool
    write: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """The file of one model class; `heading` is its `class` line, `schema` the value of its constant."""

    namespace: str
    has_uses: bool
    uses: tuple[str, ...]
    comment: str
    heading: str
    schema: str
    properties: tuple[PropertyView, ...]


@dataclass(frozen=True, slots=True)
class PathView:
    """The class of a type's paths; `names` are properties whose name on the wire is another, as an array."""

    namespace: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    type: str
    has_names: bool
    names: str


@dataclass(frozen=True, slots=True)
class ConstantView:
    documented: bool
    comment: str
    assignment: str


@dataclass(frozen=True, slots=True)
class EnumView:
    """The file of one enumeration."""

    namespace: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    constants: tuple[ConstantView, ...]


@dataclass(frozen=True, slots=True)
class TypeEntryView:
    """One entry of a table, both sides source; `key` ends in the arrow."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class TypesView:
    """The table that names of payloads are looked up in.

    `qualified_enumerations` is the literal of a boolean; services without OData have no such rule. `dialect` is the class
    of what OData before 4.0 wants otherwise, `older` the expression of the service's, or null.
    """

    namespace: str
    classes: tuple[TypeEntryView, ...]
    has_classes: bool
    aliases: tuple[TypeEntryView, ...]
    has_aliases: bool
    has_enumeration_rule: bool
    qualified_enumerations: str
    dialect: str
    older: str


@dataclass(frozen=True, slots=True)
class VariantView:
    """One type of a union; signatures of what takes a value end with the brace of the body. `number` is its index."""

    maker_comment: str
    maker: str
    number: str
    getter_comment: str
    getter: str
    documented_setter: bool
    setter_comment: str
    setter: str


@dataclass(frozen=True, slots=True)
class UnionView:
    """The file of one union."""

    namespace: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    schema: str
    variants: tuple[VariantView, ...]
