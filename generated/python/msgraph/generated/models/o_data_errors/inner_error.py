"""At the official client's place."""

from msgraph.runtime.errors import InnerError

__all__ = ["InnerError"]
