"""At the official client's place."""

from hostile.runtime.errors import ErrorDetails

__all__ = ["ErrorDetails"]
