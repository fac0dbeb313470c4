"""At the official client's place."""

from library.runtime.errors import ODataError

__all__ = ["ODataError"]
