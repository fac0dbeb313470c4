"""At the official client's place."""

from ops.runtime.errors import InnerError

__all__ = ["InnerError"]
