"""At the official client's place."""

from shop.runtime.errors import ErrorDetails

__all__ = ["ErrorDetails"]
