"""Views of the package's own files."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ClientView", "PackageView", "ReadmeView"]


@dataclass(frozen=True, slots=True)
class ClientView:
    """`base_url` is an expression; `create` and the head of its function are laid out."""

    comment: str
    client: str
    root_import: str
    heading: str
    is_empty: bool
    signature: str
    call: str


@dataclass(frozen=True, slots=True)
class PackageView:
    """Values are JSON strings, quotes included; `registry` are members of package.json that were set."""

    name: str
    version: str
    description: str
    registry: tuple[str, ...]
    client_export: str


@dataclass(frozen=True, slots=True)
class ReadmeView:
    title: str
    package: str
    client: str
    create: str
    module: str
    settings: str
    example_type: str
