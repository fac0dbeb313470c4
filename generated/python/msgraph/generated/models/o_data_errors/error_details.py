"""At the official client's place."""

from msgraph.runtime.errors import ErrorDetails

__all__ = ["ErrorDetails"]
