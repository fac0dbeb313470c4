"""A typed client of Shop.Catalog.Shop. Made by Edmund; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shop.runtime.drop_in import install

if TYPE_CHECKING:
    from shop.runtime.traits import BatchFormat
    from shop.runtime.traits import BatchTraits
    from shop.runtime.batch_plan import ChangeSet
    from shop.runtime.errors import ODataError
    from shop.runtime.configuration import RequestConfiguration
    from shop.client import ShopClient
    from shop.client import SyncShopClient
    from shop.runtime.validation import validate_payload

__version__ = "0.1.0"
__all__ = [
    "BatchFormat",
    "BatchTraits",
    "ChangeSet",
    "ODataError",
    "RequestConfiguration",
    "ShopClient",
    "SyncShopClient",
    "validate_payload",
]

_PLACES = {
    "BatchFormat": "shop.runtime.traits",
    "BatchTraits": "shop.runtime.traits",
    "ChangeSet": "shop.runtime.batch_plan",
    "ODataError": "shop.runtime.errors",
    "RequestConfiguration": "shop.runtime.configuration",
    "ShopClient": "shop.client",
    "SyncShopClient": "shop.client",
    "validate_payload": "shop.runtime.validation",
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
    from shop.generated.builders._root import RootBuilder
    from shop.runtime.core import unconnected

    return unconnected(RootBuilder)


install("shop.generated", _root)
