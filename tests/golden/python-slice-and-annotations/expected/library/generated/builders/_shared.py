"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from library.runtime.operations import M, number, operation, Request, RequestBuilder

if TYPE_CHECKING:
    from library.generated.builders._options import SearchOptions
    from library.runtime.configuration import Configuration, CountOptions


class CountBuilder(RequestBuilder[M]):
    """A count."""

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[SearchOptions]
    ) -> Request[int]:
        """Get the number of items."""
        return self._request("GET", number, request_configuration, options)


class CountBuilder_2(RequestBuilder[M]):
    """A count."""

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[CountOptions]
    ) -> Request[int]:
        """Get the number of items."""
        return self._request("GET", number, request_configuration, options)
