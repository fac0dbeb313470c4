"""A description as its document has it, of whatever version: references to parts that are no schemas are
followed, defaults of styles filled in, parameters of a path handed down to its operations.

Schemas stay as they are written; `types` reads them. Names follow OpenAPI 3.2.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from edmund.frontends.notation.source import Node
from edmund.surface.exchange import Credential, Location, Pages, Server, Style

__all__ = [
    "Body",
    "Document",
    "Encoding",
    "Header",
    "MediaType",
    "Operation",
    "Parameter",
    "PathItem",
    "Response",
    "Version",
]


class Version(Enum):
    V2_0 = "2.0"
    V3_0 = "3.0"
    V3_1 = "3.1"
    V3_2 = "3.2"

    @property
    def is_json_schema(self) -> bool:
        """Whether schemas are JSON Schema 2020-12, with all that may stand beside a reference."""
        return self in (Version.V3_1, Version.V3_2)


@dataclass(frozen=True, slots=True)
class Header:
    name: str
    schema: Node | None
    required: bool
    description: str | None


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form is sent."""

    property: str
    media_types: tuple[str, ...]
    style: Style | None
    explode: bool | None
    headers: tuple[Header, ...]
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class MediaType:
    name: str
    schema: Node | None
    item_schema: Node | None
    encodings: tuple[Encoding, ...]
    node: Node


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    location: Location
    required: bool
    style: Style
    explode: bool
    allow_reserved: bool
    schema: Node | None
    media_type: str | None
    description: str | None
    deprecated: bool
    node: Node


@dataclass(frozen=True, slots=True)
class Body:
    contents: tuple[MediaType, ...]
    required: bool
    description: str | None
    node: Node


@dataclass(frozen=True, slots=True)
class Response:
    status: str
    contents: tuple[MediaType, ...]
    headers: tuple[Header, ...]
    description: str | None
    node: Node


@dataclass(frozen=True, slots=True)
class Operation:
    """`security` are alternatives, of which one must hold whole; None where nothing is said at all."""

    method: str
    id: str | None
    summary: str | None
    description: str | None
    tags: tuple[str, ...]
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: tuple[tuple[Credential, ...], ...] | None
    servers: tuple[Server, ...]
    callbacks: tuple[PathItem, ...]
    node: Node
    pages: Pages | None = None


@dataclass(frozen=True, slots=True)
class PathItem:
    """`template` is the path with its `{parameters}`, or the name of a webhook."""

    template: str
    summary: str | None
    description: str | None
    operations: tuple[Operation, ...]
    node: Node


@dataclass(frozen=True, slots=True)
class Document:
    """`schemas` are those that have names of their own (`components/schemas`, `definitions`)."""

    version: Version
    title: str
    api_version: str
    description: str | None
    servers: tuple[Server, ...]
    paths: tuple[PathItem, ...]
    webhooks: tuple[PathItem, ...]
    schemas: tuple[tuple[str, Node], ...]
    node: Node

    @property
    def operations(self) -> tuple[Operation, ...]:
        return tuple(operation for path in self.paths for operation in path.operations)
