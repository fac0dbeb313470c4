"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from hostile.runtime.operations import M, number, operation, Request, RequestBuilder

if TYPE_CHECKING:
    from hostile.runtime.configuration import Configuration, CountOptions


class CountBuilder(RequestBuilder[M]):
    """A count."""

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[CountOptions]
    ) -> Request[int]:
        """Get the number of items."""
        return self._request("GET", number, request_configuration, options)
