"""At the official client's place."""

from zoo.runtime.errors import InnerError

__all__ = ["InnerError"]
