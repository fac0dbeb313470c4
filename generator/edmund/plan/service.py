"""How a service talks, as far as clients have to know when they are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from edmund.surface.elements import Surface
from edmund.vendors import graph

__all__ = ["BatchFormat", "ServiceTraits", "client_stem", "is_older", "speaks_odata", "traits_of"]


class BatchFormat(Enum):
    JSON = "json"
    MULTIPART = "multipart"


@dataclass(frozen=True, slots=True)
class ServiceTraits:
    """`version` is the OData version of the service's metadata: `4.0` or `4.01`, or one of `1.0` to `3.0`.

    It is empty where the service talks no OData.

    `qualified_enumerations`: a value of an enumeration in a URL says its type, `Shop.Color'Red'`, which 4.0 demands
    (ABNF of 4.0, rule `enum`) and 4.01 takes. `batch_format` is what every service of the version understands
    (multipart, Protocol 4.01, section 11.7), `batch_limit` the most requests of one batch (None: no limit is known),
    and `batch_slash` says that URLs in a batch begin with a slash although they are relative to the service root.
    """

    version: str
    qualified_enumerations: bool
    batch_format: BatchFormat
    batch_limit: int | None = None
    batch_slash: bool = False


def is_older(version: str) -> bool:
    """Whether a version of OData is one of 1.0 to 3.0, whose payloads, literals and headers are others."""
    return bool(version) and not version.startswith("4.")


def speaks_odata(surface: Surface) -> bool:
    """Whether the service talks OData: else its clients send no header and give no meaning that is OData's."""
    return bool(surface.version)


def client_stem(surface: Surface, package: str) -> str:
    """What a client's class is called before `Client`, when the user does not say.

    A service that talks OData has a container, whose name stays. The title of any other description is prose that
    authors rewrite, so the client is called after its package: `Shop` in `myapp.shop`, `example.com/shop/v2` and
    `Example\\Shop`.
    """
    if speaks_odata(surface):
        return (surface.name or "Service").rpartition(".")[2]
    parts = [part for part in re.split(r"[./\\]", package) if not re.fullmatch(r"v\d*", part)]
    words = re.findall(r"[A-Za-z0-9]+", parts[-1] if parts else "")
    stem = "".join(word[:1].upper() + word[1:] for word in words)
    return stem if stem[:1].isalpha() else f"Service{stem}"


def traits_of(surface: Surface) -> ServiceTraits:
    """What the version and the vendor of a service say."""
    if graph.is_graph(surface.names):
        return ServiceTraits(surface.version, False, BatchFormat.JSON, graph.BATCH_LIMIT, True)
    is_old = speaks_odata(surface) and surface.version != "4.01"
    return ServiceTraits(
        surface.version, is_old, BatchFormat.MULTIPART if is_old else BatchFormat.JSON
    )
