"""At the official client's place."""

from shop.runtime.errors import ODataError

__all__ = ["ODataError"]
