"""At the official client's place."""

from hostile.runtime.errors import ODataError

__all__ = ["ODataError"]
