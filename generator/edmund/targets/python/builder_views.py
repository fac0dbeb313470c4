"""Views of request builder modules: finished text, laid out."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BuilderModuleView",
    "BuilderView",
    "MemberView",
    "OptionView",
    "OptionsModuleView",
    "PayloadView",
]


@dataclass(frozen=True, slots=True)
class MemberView:
    """A method, property or operation of a builder.

    `body` is everything below the docstring, indented but for its first line; `aliases` are further
    names for the same method.
    """

    name: str
    signature: str
    body: str
    decorated: bool = False
    decorator: str = ""
    documented: bool = False
    docstring: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuilderView:
    """`statement` is the class statement without its colon; `spaced`: constants follow a docstring."""

    statement: str
    documented: bool
    docstring: str
    spaced: bool
    has_constants: bool
    constants: tuple[str, ...]
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class PayloadView:
    """A model class of one operation; `fields` are finished declarations."""

    name: str
    docstring: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuilderModuleView:
    """`imports` and `checking_imports` are whole statements."""

    docstring: str
    imports: tuple[str, ...]
    has_checking_imports: bool
    checking_imports: tuple[str, ...]
    payloads: tuple[PayloadView, ...]
    builders: tuple[BuilderView, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    """One TypedDict of query options."""

    name: str
    base: str
    docstring: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OptionsModuleView:
    imports: tuple[str, ...]
    has_typing_imports: bool
    typing_imports: tuple[str, ...]
    exports: tuple[str, ...]
    options: tuple[OptionView, ...]
