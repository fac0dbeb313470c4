"""A typed client of Library.Library. Made by Edmund; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library.runtime.drop_in import install

if TYPE_CHECKING:
    from library.runtime.traits import BatchFormat
    from library.runtime.traits import BatchTraits
    from library.runtime.batch_plan import ChangeSet
    from library.client import LibraryClient
    from library.runtime.errors import ODataError
    from library.runtime.configuration import RequestConfiguration
    from library.client import SyncLibraryClient
    from library.runtime.validation import validate_payload

__version__ = "0.1.0"
__all__ = [
    "BatchFormat",
    "BatchTraits",
    "ChangeSet",
    "LibraryClient",
    "ODataError",
    "RequestConfiguration",
    "SyncLibraryClient",
    "validate_payload",
]

_PLACES = {
    "BatchFormat": "library.runtime.traits",
    "BatchTraits": "library.runtime.traits",
    "ChangeSet": "library.runtime.batch_plan",
    "LibraryClient": "library.client",
    "ODataError": "library.runtime.errors",
    "RequestConfiguration": "library.runtime.configuration",
    "SyncLibraryClient": "library.client",
    "validate_payload": "library.runtime.validation",
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
    from library.generated.builders._root import RootBuilder
    from library.runtime.core import unconnected

    return unconnected(RootBuilder)


install("library.generated", _root)
