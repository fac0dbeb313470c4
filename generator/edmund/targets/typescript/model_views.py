"""Views of the modules of models: finished text, laid out."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "CreatorView",
    "EnumModuleView",
    "EnumView",
    "IndexView",
    "MemberView",
    "ModelModuleView",
    "PageView",
    "SchemaView",
    "UnionModuleView",
    "UnionView",
]


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member of an interface; `source` is indented but for its first line."""

    documented: bool
    comment: str
    source: str


@dataclass(frozen=True, slots=True)
class UnionView:
    """`alias` is the whole statement."""

    comment: str
    alias: str


@dataclass(frozen=True, slots=True)
class PageView:
    comment: str
    heading: str
    value: str


@dataclass(frozen=True, slots=True)
class CreatorView:
    """A function that makes a value which says its type; `signature` and `result` are laid out."""

    signature: str
    result: str


@dataclass(frozen=True, slots=True)
class ModelModuleView:
    """`heading` ends in its brace; an interface without members is closed on the same line.

    `unions` are types whose interface has another name: the alias for what it and those derived from it are.
    """

    has_imports: bool
    imports: tuple[str, ...]
    comment: str
    heading: str
    is_empty: bool
    members: tuple[MemberView, ...]
    unions: tuple[UnionView, ...]
    pages: tuple[PageView, ...]
    creators: tuple[CreatorView, ...]


@dataclass(frozen=True, slots=True)
class EnumView:
    """`object` is the statement of the object with the members, `alias` that of the type."""

    comment: str
    object: str
    alias: str


@dataclass(frozen=True, slots=True)
class EnumModuleView:
    imports: tuple[str, ...]
    enum: EnumView


@dataclass(frozen=True, slots=True)
class UnionModuleView:
    imports: tuple[str, ...]
    union: UnionView


@dataclass(frozen=True, slots=True)
class IndexView:
    """Statements that export everything of a folder."""

    exports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemaView:
    """The tables: statements of constants."""

    imports: tuple[str, ...]
    tables: tuple[str, ...]
