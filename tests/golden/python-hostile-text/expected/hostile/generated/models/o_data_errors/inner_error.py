"""At the official client's place."""

from hostile.runtime.errors import InnerError

__all__ = ["InnerError"]
