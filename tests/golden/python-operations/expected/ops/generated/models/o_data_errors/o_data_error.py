"""At the official client's place."""

from ops.runtime.errors import ODataError

__all__ = ["ODataError"]
