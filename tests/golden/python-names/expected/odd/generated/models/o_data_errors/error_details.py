"""At the official client's place."""

from odd.runtime.errors import ErrorDetails

__all__ = ["ErrorDetails"]
