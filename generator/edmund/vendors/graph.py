"""Microsoft Graph: what its documentation says and its metadata leaves out.

Sources: https://learn.microsoft.com/graph/use-the-api, https://learn.microsoft.com/graph/json-batching.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

__all__ = [
    "BATCH_LIMIT",
    "DRIVES",
    "FILES",
    "ITEMS_OF_DRIVE",
    "NAMESPACE",
    "OFFICIAL_PACKAGES",
    "OPTIONS_OF_LISTS",
    "SERVICE_ROOT",
    "is_graph",
    "is_graph_service",
]

NAMESPACE: Final = "microsoft.graph"
SERVICE_ROOT: Final = "https://graph.microsoft.com/v1.0"

BATCH_LIMIT: Final = 20
"""How many requests one batch takes; their URLs begin with a slash though they are below the service root."""

OFFICIAL_PACKAGES: Final[Mapping[str, str]] = {
    "python": "msgraph",
    "csharp": "Microsoft.Graph",
    "go": "github.com/microsoftgraph/msgraph-sdk-go",
    "java": "com.microsoft.graph",
    "php": "Microsoft\\Graph",
    "typescript": "msgraph",
}
"""What the packages of the official clients are called, by language (those of v1.0)."""

FILES: Final = frozenset({f"{NAMESPACE}.drive", f"{NAMESPACE}.driveItem"})
DRIVES: Final = "drives"
ITEMS_OF_DRIVE: Final = "items"
"""Types of files, and the only path below which the service's OpenAPI description goes on over them
(https://github.com/microsoftgraph/msgraph-metadata, openapi/v1.0): `/drives/{id}/items/{id}/...`."""

OPTIONS_OF_LISTS: Final[Mapping[str, Mapping[str, str]]] = {
    f"{NAMESPACE}.event": {
        "startDateTime": "Where the window of time starts (ISO 8601).",
        "endDateTime": "Where the window of time ends (ISO 8601).",
    }
}
"""Query options of calls that list a type, with their texts
(https://learn.microsoft.com/graph/api/user-list-calendarview): the metadata does not have them."""


def is_graph(containers: Iterable[str]) -> bool:
    """Whether one of the containers, by qualified name, is of Graph's namespace."""
    return any(name.rpartition(".")[0] == NAMESPACE for name in containers)


def is_graph_service(containers: Iterable[str]) -> bool:
    """Whether one of the containers is Graph's own, so that its address is known."""
    return f"{NAMESPACE}.GraphService" in containers
