"""At the official client's place."""

from library.runtime.errors import InnerError

__all__ = ["InnerError"]
