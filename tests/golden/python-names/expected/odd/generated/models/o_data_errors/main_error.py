"""At the official client's place."""

from odd.runtime.errors import MainError

__all__ = ["MainError"]
