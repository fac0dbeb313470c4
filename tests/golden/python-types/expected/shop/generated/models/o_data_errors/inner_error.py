"""At the official client's place."""

from shop.runtime.errors import InnerError

__all__ = ["InnerError"]
