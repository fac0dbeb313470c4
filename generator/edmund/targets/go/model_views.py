"""Views of files of models: final Go source in parts."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "AccessorView",
    "AliasesView",
    "EnumView",
    "ImportsView",
    "MemberView",
    "ModelFileView",
    "PairView",
    "PathAliasesView",
    "RegistryView",
    "StructuredView",
    "UnionView",
]


@dataclass(frozen=True, slots=True)
class AccessorView:
    """The getter and the setter of one property; `name` is `DisplayName`."""

    name: str
    type: str
    setter_type: str
    getter_comment: str
    setter_comment: str
    getter: tuple[str, ...]
    setter: str


@dataclass(frozen=True, slots=True)
class StructuredView:
    """A structured type: its struct, interface, constructor, accessors and table.

    `embedded` and `embedded_interface` are what it extends; `facts` are fields of the table that share a
    line, `properties` the elements of its list, `rules` the other fields.
    """

    name: str
    variable: str
    comment: str
    embedded: str
    embedded_interface: str
    schema_name: str
    label: str
    facts: str
    has_properties: bool
    properties: tuple[str, ...]
    rules: tuple[str, ...]
    accessors: tuple[AccessorView, ...]


@dataclass(frozen=True, slots=True)
class ModelFileView:
    """A file of structured types. `imports` are finished lines."""

    package: str
    imports: tuple[str, ...]
    types: tuple[StructuredView, ...]


@dataclass(frozen=True, slots=True)
class MemberView:
    """A constant; `spaced` asks for an empty line before it."""

    spaced: bool
    declaration: str
    documented: bool
    comment: str


@dataclass(frozen=True, slots=True)
class EnumView:
    """An enumeration: a type of texts or another `base`, its constants, and its table.

    `texts` are those of the table; where the values are others (not `is_text`), `values` are. `is_exact` says
    that no value names several members.
    """

    imports: tuple[str, ...]
    name: str
    variable: str
    comment: str
    flags: bool
    is_text: bool
    is_exact: bool
    base: str
    codec: str
    has_members: bool
    members: tuple[MemberView, ...]
    schema_name: str
    texts: str
    values: str


@dataclass(frozen=True, slots=True)
class UnionView:
    """A union: its struct, table and accessors, one for each variant."""

    imports: tuple[str, ...]
    name: str
    variable: str
    comment: str
    schema_name: str
    facts: str
    variants: tuple[str, ...]
    accessors: tuple[AccessorView, ...]


@dataclass(frozen=True, slots=True)
class RegistryView:
    """The table of all tables; `traits` is how the service talks, where that is not as 4.01 has it.

    `version` is the constant of one of OData 1 to 3.
    """

    imports: tuple[str, ...]
    has_types: bool
    types: tuple[str, ...]
    has_pages: bool
    pages: tuple[str, ...]
    has_enums: bool
    enums: tuple[str, ...]
    has_aliases: bool
    aliases: tuple[str, ...]
    has_unions: bool
    unions: tuple[str, ...]
    has_traits: bool
    traits: str
    is_older: bool
    version: str


@dataclass(frozen=True, slots=True)
class ImportsView:
    """A file that needs no more than its import lines."""

    imports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """A second name for a name of another package."""

    name: str
    target: str


@dataclass(frozen=True, slots=True)
class AliasesView:
    """A package of second names. `constructors` make what `structured` types name."""

    package: str
    comment: str
    imports: tuple[str, ...]
    types: tuple[PairView, ...]
    has_constants: bool
    constants: tuple[PairView, ...]
    constructors: tuple[PairView, ...]


@dataclass(frozen=True, slots=True)
class PathAliasesView:
    """A package of second names by path: finished declarations, and constructors of bodies."""

    package: str
    comment: str
    imports: tuple[str, ...]
    types: tuple[str, ...]
    constructors: tuple[PairView, ...]
