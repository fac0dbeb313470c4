"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from shop.runtime.operations import content, Deletes, M, number, operation, Request, RequestBuilder

if TYPE_CHECKING:
    from shop.runtime.configuration import ChangeOptions, Configuration, CountOptions, Options
    from shop.runtime.uploads import Content


class CountBuilder(RequestBuilder[M]):
    """A count."""

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[CountOptions]
    ) -> Request[int]:
        """Get the number of items."""
        return self._request("GET", number, request_configuration, options)


class ContentBuilder(Deletes[M]):
    """A stream."""

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[bytes | None]:
        """Get the content."""
        return self._request("GET", content, request_configuration, options)

    @operation
    def put(
        self,
        body: Content,
        request_configuration: Configuration = None,
        **options: Unpack[ChangeOptions],
    ) -> Request[bytes | None]:
        """Replace the content."""
        return self._request("PUT", content, request_configuration, options, body)
