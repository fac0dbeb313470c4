"""At the official client's place."""

from shop.runtime.errors import MainError

__all__ = ["MainError"]
