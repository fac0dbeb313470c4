"""At the official client's place."""

from library.runtime.errors import MainError

__all__ = ["MainError"]
