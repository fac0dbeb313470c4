"""A typed client of Hostile.Container. Made by Edmund; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hostile.runtime.drop_in import install

if TYPE_CHECKING:
    from hostile.runtime.traits import BatchFormat
    from hostile.runtime.traits import BatchTraits
    from hostile.runtime.batch_plan import ChangeSet
    from hostile.client import ContainerClient
    from hostile.runtime.errors import ODataError
    from hostile.runtime.configuration import RequestConfiguration
    from hostile.client import SyncContainerClient
    from hostile.runtime.validation import validate_payload

__version__ = "0.1.0"
__all__ = [
    "BatchFormat",
    "BatchTraits",
    "ChangeSet",
    "ContainerClient",
    "ODataError",
    "RequestConfiguration",
    "SyncContainerClient",
    "validate_payload",
]

_PLACES = {
    "BatchFormat": "hostile.runtime.traits",
    "BatchTraits": "hostile.runtime.traits",
    "ChangeSet": "hostile.runtime.batch_plan",
    "ContainerClient": "hostile.client",
    "ODataError": "hostile.runtime.errors",
    "RequestConfiguration": "hostile.runtime.configuration",
    "SyncContainerClient": "hostile.client",
    "validate_payload": "hostile.runtime.validation",
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
    from hostile.generated.builders._root import RootBuilder
    from hostile.runtime.core import unconnected

    return unconnected(RootBuilder)


install("hostile.generated", _root)
