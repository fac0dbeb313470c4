"""Views of the package's own files: entry points, metadata, and fixed models."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "ClientModuleView",
    "ExportView",
    "HttpClientView",
    "HttpReadmeView",
    "PackageView",
    "ProjectView",
    "ReadmeView",
    "ReexportView",
]


@dataclass(frozen=True, slots=True)
class ExportView:
    """A name of the package and the module that it is loaded from when somebody asks."""

    name: str
    literal: str
    module: str
    statement: str


@dataclass(frozen=True, slots=True)
class PackageView:
    package: str
    docstring: str
    exports: tuple[ExportView, ...]
    root_module: str
    root_class: str
    generated: str
    version: str


@dataclass(frozen=True, slots=True)
class ClientModuleView:
    package: str
    root_import: str
    root_class: str
    client: str
    sync_client: str
    base_url: str
    product: str
    version: str
    batch_traits: str


@dataclass(frozen=True, slots=True)
class ReexportView:
    """A module at the official client's path for a class of the runtime."""

    docstring: str
    statement: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectView:
    """Values are TOML strings, quotes included."""

    name: str
    version: str
    description: str
    readme: str
    package: str


@dataclass(frozen=True, slots=True)
class ReadmeView:
    title: str
    distribution: str
    package: str
    client: str
    sync_client: str
    base_url: str


@dataclass(frozen=True, slots=True)
class HttpClientView:
    """`schemes` is the whole statement that names the service's security schemes, `exports` that of `__all__`."""

    package: str
    exports: str
    root_import: str
    root_class: str
    client: str
    sync_client: str
    base_url: str
    product: str
    schemes: str


@dataclass(frozen=True, slots=True)
class HttpReadmeView:
    """`call` is a first call that needs nothing; empty where there is none.

    `calling` says how calls are found, `iteration` what goes through all pages.
    """

    distribution: str
    package: str
    client: str
    sync_client: str
    base_url: str
    has_call: bool
    call: str
    calling: str
    iteration: str
