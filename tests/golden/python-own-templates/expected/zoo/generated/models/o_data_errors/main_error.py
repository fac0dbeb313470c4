"""At the official client's place."""

from zoo.runtime.errors import MainError

__all__ = ["MainError"]
