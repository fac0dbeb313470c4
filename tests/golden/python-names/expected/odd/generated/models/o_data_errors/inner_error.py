"""At the official client's place."""

from odd.runtime.errors import InnerError

__all__ = ["InnerError"]
