"""At the official client's place."""

from hostile.runtime.errors import MainError

__all__ = ["MainError"]
