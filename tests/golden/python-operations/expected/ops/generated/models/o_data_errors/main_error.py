"""At the official client's place."""

from ops.runtime.errors import MainError

__all__ = ["MainError"]
