"""A typed client of Zoo.Zoo. Made by Edmund; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoo.runtime.drop_in import install

if TYPE_CHECKING:
    from zoo.runtime.traits import BatchFormat
    from zoo.runtime.traits import BatchTraits
    from zoo.runtime.batch_plan import ChangeSet
    from zoo.runtime.errors import ODataError
    from zoo.runtime.configuration import RequestConfiguration
    from zoo.client import SyncZooClient
    from zoo.client import ZooClient
    from zoo.runtime.validation import validate_payload

__version__ = "0.1.0"
__all__ = [
    "BatchFormat",
    "BatchTraits",
    "ChangeSet",
    "ODataError",
    "RequestConfiguration",
    "SyncZooClient",
    "ZooClient",
    "validate_payload",
]

_PLACES = {
    "BatchFormat": "zoo.runtime.traits",
    "BatchTraits": "zoo.runtime.traits",
    "ChangeSet": "zoo.runtime.batch_plan",
    "ODataError": "zoo.runtime.errors",
    "RequestConfiguration": "zoo.runtime.configuration",
    "SyncZooClient": "zoo.client",
    "ZooClient": "zoo.client",
    "validate_payload": "zoo.runtime.validation",
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
    from zoo.generated.builders._root import RootBuilder
    from zoo.runtime.core import unconnected

    return unconnected(RootBuilder)


install("zoo.generated", _root)
