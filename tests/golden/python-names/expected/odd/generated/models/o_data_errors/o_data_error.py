"""At the official client's place."""

from odd.runtime.errors import ODataError

__all__ = ["ODataError"]
