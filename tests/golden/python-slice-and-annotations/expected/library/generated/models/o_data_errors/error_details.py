"""At the official client's place."""

from library.runtime.errors import ErrorDetails

__all__ = ["ErrorDetails"]
