"""A typed client of Ops.Service. Made by Edmund; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ops.runtime.drop_in import install

if TYPE_CHECKING:
    from ops.runtime.traits import BatchFormat
    from ops.runtime.traits import BatchTraits
    from ops.runtime.batch_plan import ChangeSet
    from ops.runtime.errors import ODataError
    from ops.runtime.configuration import RequestConfiguration
    from ops.client import ServiceClient
    from ops.client import SyncServiceClient
    from ops.runtime.validation import validate_payload

__version__ = "0.1.0"
__all__ = [
    "BatchFormat",
    "BatchTraits",
    "ChangeSet",
    "ODataError",
    "RequestConfiguration",
    "ServiceClient",
    "SyncServiceClient",
    "validate_payload",
]

_PLACES = {
    "BatchFormat": "ops.runtime.traits",
    "BatchTraits": "ops.runtime.traits",
    "ChangeSet": "ops.runtime.batch_plan",
    "ODataError": "ops.runtime.errors",
    "RequestConfiguration": "ops.runtime.configuration",
    "ServiceClient": "ops.client",
    "SyncServiceClient": "ops.client",
    "validate_payload": "ops.runtime.validation",
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
    from ops.generated.builders._root import RootBuilder
    from ops.runtime.core import unconnected

    return unconnected(RootBuilder)


install("ops.generated", _root)
