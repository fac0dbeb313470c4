"""At the official client's place."""

from msgraph.runtime.errors import ODataError

__all__ = ["ODataError"]
