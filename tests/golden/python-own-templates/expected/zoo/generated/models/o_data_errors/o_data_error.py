"""At the official client's place."""

from zoo.runtime.errors import ODataError

__all__ = ["ODataError"]
