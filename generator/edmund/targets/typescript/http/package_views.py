"""Views of the files of a package that are not the same for OData."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.targets.typescript.model_views import MemberView

__all__ = ["ApiClientView", "ApiReadmeView", "ServiceView"]


@dataclass(frozen=True, slots=True)
class ApiClientView:
    """`schemes` are members of the interface of credentials called `credentials`; the rest is laid out."""

    comment: str
    imports: tuple[str, ...]
    heading: str
    credentials: str
    has_schemes: bool
    schemes: tuple[MemberView, ...]
    signature: str
    call: str


@dataclass(frozen=True, slots=True)
class ServiceView:
    """`schemes` is the statement of a constant."""

    schemes: str


@dataclass(frozen=True, slots=True)
class ApiReadmeView:
    title: str
    package: str
    create: str
    settings: str
    follows_paths: bool
