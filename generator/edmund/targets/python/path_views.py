"""Views of modules of builders for services that are described path by path: finished text, laid out."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.targets.python.builder_views import MemberView

__all__ = [
    "CallView",
    "OptionFieldView",
    "OptionsView",
    "PathBuilderView",
    "PathModuleView",
]


@dataclass(frozen=True, slots=True)
class CallView:
    """A constant of the module: a call, or a parameter of a path, as data."""

    assignment: str


@dataclass(frozen=True, slots=True)
class OptionFieldView:
    declaration: str
    has_docstring: bool
    docstring: str


@dataclass(frozen=True, slots=True)
class OptionsView:
    """The parameters of one call for type checkers."""

    name: str
    fields: tuple[OptionFieldView, ...]


@dataclass(frozen=True, slots=True)
class PathBuilderView:
    """`statement` is the class statement without its colon."""

    statement: str
    docstring: str
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class PathModuleView:
    """`imports` and `checking_imports` are whole statements."""

    docstring: str
    imports: tuple[str, ...]
    has_checking: bool
    checking_imports: tuple[str, ...]
    has_options: bool
    options: tuple[OptionsView, ...]
    constants: tuple[CallView, ...]
    builders: tuple[PathBuilderView, ...]
