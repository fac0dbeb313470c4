"""Views of request builder modules and of the table of routes: finished text, laid out."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.targets.typescript.model_views import MemberView

__all__ = ["BuilderModuleView", "BuilderView", "PayloadView", "RoutesView"]


@dataclass(frozen=True, slots=True)
class BuilderView:
    """`heading` ends in its brace."""

    comment: str
    heading: str
    is_empty: bool
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class PayloadView:
    """The object that carries an action's parameters, or that an operation answers."""

    comment: str
    heading: str
    is_empty: bool
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class BuilderModuleView:
    imports: tuple[str, ...]
    payloads: tuple[PayloadView, ...]
    builders: tuple[BuilderView, ...]


@dataclass(frozen=True, slots=True)
class RoutesView:
    """`table` is the statement of a constant."""

    table: str
