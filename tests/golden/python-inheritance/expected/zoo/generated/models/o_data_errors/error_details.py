"""At the official client's place."""

from zoo.runtime.errors import ErrorDetails

__all__ = ["ErrorDetails"]
