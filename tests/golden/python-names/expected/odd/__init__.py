"""A typed client of Odd.Names.Default. Made by Edmund; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odd.runtime.drop_in import install

if TYPE_CHECKING:
    from odd.runtime.traits import BatchFormat
    from odd.runtime.traits import BatchTraits
    from odd.runtime.batch_plan import ChangeSet
    from odd.client import DefaultClient
    from odd.runtime.errors import ODataError
    from odd.runtime.configuration import RequestConfiguration
    from odd.client import SyncDefaultClient
    from odd.runtime.validation import validate_payload

__version__ = "0.1.0"
__all__ = [
    "BatchFormat",
    "BatchTraits",
    "ChangeSet",
    "DefaultClient",
    "ODataError",
    "RequestConfiguration",
    "SyncDefaultClient",
    "validate_payload",
]

_PLACES = {
    "BatchFormat": "odd.runtime.traits",
    "BatchTraits": "odd.runtime.traits",
    "ChangeSet": "odd.runtime.batch_plan",
    "DefaultClient": "odd.client",
    "ODataError": "odd.runtime.errors",
    "RequestConfiguration": "odd.runtime.configuration",
    "SyncDefaultClient": "odd.client",
    "validate_payload": "odd.runtime.validation",
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
    from odd.generated.builders._root import RootBuilder
    from odd.runtime.core import unconnected

    return unconnected(RootBuilder)


install("odd.generated", _root)
