"""How a service talks, as far as clients have to know when they are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from edmund.surface.elements import Surface
from edmund.vendors import graph

__all__ = ["BatchFormat", "ServiceTraits", "is_older", "speaks_odata", "traits_of"]


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


def traits_of(surface: Surface) -> ServiceTraits:
    """What the version and the vendor of a service say."""
    if graph.is_graph(surface.names):
        return ServiceTraits(surface.version, False, BatchFormat.JSON, graph.BATCH_LIMIT, True)
    is_old = speaks_odata(surface) and surface.version != "4.01"
    return ServiceTraits(
        surface.version, is_old, BatchFormat.MULTIPART if is_old else BatchFormat.JSON
    )
