"""At the official client's place."""

from ops.runtime.errors import ErrorDetails

__all__ = ["ErrorDetails"]
