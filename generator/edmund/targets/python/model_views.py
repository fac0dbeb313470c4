"""Views of the model templates: final text only, laid out as black would."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "EnumModuleView",
    "MemberView",
    "ModelModuleView",
    "ModelsView",
    "PageBaseView",
    "PageModuleView",
    "PageView",
    "PropertyView",
    "RegistryEntryView",
    "RegistryView",
    "UnionModuleView",
]


@dataclass(frozen=True, slots=True)
class PropertyView:
    """One declaration, and the docstring after it."""

    declaration: str
    has_docstring: bool
    docstring: str


@dataclass(frozen=True, slots=True)
class ModelModuleView:
    """A module with one model class; `heading` is its `class` line."""

    imports: tuple[str, ...]
    has_typing_imports: bool
    typing_imports: tuple[str, ...]
    heading: str
    docstring: str
    schema_type: str
    has_properties: bool
    properties: tuple[PropertyView, ...]


@dataclass(frozen=True, slots=True)
class MemberView:
    """One member as an assignment, and the docstring after it."""

    assignment: str
    has_docstring: bool
    docstring: str


@dataclass(frozen=True, slots=True)
class EnumModuleView:
    """A module with one enumeration."""

    imports: tuple[str, ...]
    heading: str
    docstring: str
    has_members: bool
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class UnionModuleView:
    """A module with one union: its name for type checkers, and its definition for the runtime."""

    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    alias: str
    docstring: str
    definition: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The class of one page of a collection."""

    heading: str
    docstring: str
    declaration: str


@dataclass(frozen=True, slots=True)
class PageModuleView:
    """A module with classes of pages."""

    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    pages: tuple[PageView, ...]


@dataclass(frozen=True, slots=True)
class PageBaseView:
    """The module with the base of all pages."""

    package: str
    cls: str


@dataclass(frozen=True, slots=True)
class RegistryEntryView:
    """One entry of a dictionary, both sides string literals."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class ModelsView:
    """The package of models."""

    package: str


@dataclass(frozen=True, slots=True)
class RegistryView:
    """Classes by schema name, namespaces by alias, whether members of enumerations say their type, and an older version."""

    has_types: bool
    types: tuple[RegistryEntryView, ...]
    has_aliases: bool
    aliases: tuple[RegistryEntryView, ...]
    qualified_enumerations: str
    older_version: str
