"""A typed client of Shop.Catalog.Shop. Made by Edmund; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shop.runtime.drop_in import install

if TYPE_CHECKING:
    from shop.runtime.errors import ODataError
    from shop.runtime.configuration import RequestConfiguration
    from shop.client import ShopClient
    from shop.client import SyncShopClient
    from shop.runtime.validation import validate_payload

__all__ = [
    "ODataError",
    "RequestConfiguration",
    "ShopClient",
    "SyncShopClient",
    "validate_payload",
]

_PLACES = {
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
