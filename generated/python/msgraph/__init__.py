"""A typed client of microsoft.graph.GraphService. Made by Edmund; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgraph.runtime.drop_in import install

if TYPE_CHECKING:
    from msgraph.runtime.traits import BatchFormat
    from msgraph.runtime.traits import BatchTraits
    from msgraph.runtime.batch_plan import ChangeSet
    from msgraph.graph_service_client import GraphServiceClient
    from msgraph.runtime.errors import ODataError
    from msgraph.runtime.configuration import RequestConfiguration
    from msgraph.graph_service_client import SyncGraphServiceClient
    from msgraph.runtime.validation import validate_payload

__version__ = "0.1.0"
__all__ = [
    "BatchFormat",
    "BatchTraits",
    "ChangeSet",
    "GraphServiceClient",
    "ODataError",
    "RequestConfiguration",
    "SyncGraphServiceClient",
    "validate_payload",
]

_PLACES = {
    "BatchFormat": "msgraph.runtime.traits",
    "BatchTraits": "msgraph.runtime.traits",
    "ChangeSet": "msgraph.runtime.batch_plan",
    "GraphServiceClient": "msgraph.graph_service_client",
    "ODataError": "msgraph.runtime.errors",
    "RequestConfiguration": "msgraph.runtime.configuration",
    "SyncGraphServiceClient": "msgraph.graph_service_client",
    "validate_payload": "msgraph.runtime.validation",
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_PLACES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _root() -> object:
    from msgraph.generated.builders._root import RootBuilder
    from msgraph.runtime.core import unconnected

    return unconnected(RootBuilder)


install("msgraph.generated", _root)
