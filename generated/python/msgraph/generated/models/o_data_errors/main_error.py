"""At the official client's place."""

from msgraph.runtime.errors import MainError

__all__ = ["MainError"]
