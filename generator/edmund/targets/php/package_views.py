"""Views of the package's own files: the client, metadata, what the official SDK's places are served by."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "ClientView",
    "ComposerView",
    "HttpClientView",
    "HttpReadmeView",
    "PlacesView",
    "ReadmeView",
]


@dataclass(frozen=True, slots=True)
class ClientView:
    """`base_url` is the parameter's default, `product` the literal of what the client calls itself,
    `batches` the expression of how its service takes batches, `version` that of an OData version before 4.0.
    """

    root: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    base_url: str
    product: str
    batches: str
    credential_type: str
    is_older: bool
    version: str


@dataclass(frozen=True, slots=True)
class ComposerView:
    """JSON strings, quotes included; `fields` are whole members, as far as they were set.

    `has_places`: a file serves names that say a path.
    """

    name: str
    description: str
    fields: tuple[str, ...]
    namespace: str
    has_places: bool


@dataclass(frozen=True, slots=True)
class PlacesView:
    """`root_namespace` is `root` as a literal."""

    root: str
    root_namespace: str
    root_class: str


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """What the README names; `type` is a literal."""

    title: str
    distribution: str
    root: str
    client: str
    has_example: bool
    chain: str
    model: str
    type: str


@dataclass(frozen=True, slots=True)
class HttpClientView:
    """`base_url` is the parameter's default, `product` the literal of what the client calls itself, `schemes` the
    value of the constant.
    """

    root: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    base_url: str
    product: str
    schemes: str


@dataclass(frozen=True, slots=True)
class HttpReadmeView:
    """What the README names. `credentials` is an expression, `call` the first call as a user writes it, `maker` the
    method that makes a request. `has_paths`: calls follow their URLs.
    """

    title: str
    distribution: str
    root: str
    client: str
    credentials: str
    has_call: bool
    call: str
    has_paths: bool
    maker: str
