"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from zoo.runtime.operations import (
    content,
    Deletes,
    iteration,
    M,
    nothing,
    number,
    operation,
    Page,
    reference,
    Request,
    RequestBuilder,
)

if TYPE_CHECKING:
    from zoo.generated.builders._options import CountFilterOrderbySearchSkipTopOptions
    from zoo.generated.models.reference_create import ReferenceCreate
    from zoo.generated.models.reference_update import ReferenceUpdate
    from zoo.generated.models.string_collection_response import StringCollectionResponse
    from zoo.runtime.configuration import (
        ChangeOptions,
        Configuration,
        CountOptions,
        Options,
        RemoveReferenceOptions,
    )
    from zoo.runtime.paging import Pages
    from zoo.runtime.uploads import Content


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


class ReferenceBuilder(RequestBuilder[M]):
    """A reference."""

    @operation
    def get(
        self, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[str | None]:
        """Get the reference."""
        return self._request("GET", reference, request_configuration, options)

    @operation
    def put(
        self,
        body: ReferenceUpdate,
        request_configuration: Configuration = None,
        **options: Unpack[Options],
    ) -> Request[None]:
        """Set the reference to an object that exists."""
        return self._request("PUT", nothing, request_configuration, options, body)

    @operation
    def delete(
        self, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Remove the reference; the object itself stays."""
        return self._request("DELETE", nothing, request_configuration, options)


class ReferencesBuilder(RequestBuilder[M]):
    """A reference collection."""

    @operation
    def get(
        self,
        request_configuration: Configuration = None,
        **options: Unpack[CountFilterOrderbySearchSkipTopOptions],
    ) -> Request[StringCollectionResponse | None]:
        """Get references to the items of this collection."""
        return self._request(
            "GET",
            Page("string_collection_response:StringCollectionResponse"),
            request_configuration,
            options,
        )

    @iteration
    def iterate(
        self,
        request_configuration: Configuration = None,
        **options: Unpack[CountFilterOrderbySearchSkipTopOptions],
    ) -> Pages[str]:
        """All items, page by page; see `get` for permissions and options."""
        return self._pages(request_configuration, options)

    @operation
    def post(
        self,
        body: ReferenceCreate,
        request_configuration: Configuration = None,
        **options: Unpack[Options],
    ) -> Request[None]:
        """Add a reference to an object that exists."""
        return self._request("POST", nothing, request_configuration, options, body)

    @operation
    def delete(
        self, request_configuration: Configuration = None, **options: Unpack[RemoveReferenceOptions]
    ) -> Request[None]:
        """Remove the reference; the object itself stays."""
        return self._request("DELETE", nothing, request_configuration, options)


class ReferenceBuilder_2(RequestBuilder[M]):
    """A reference."""

    @operation
    def delete(
        self, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Remove the reference; the object itself stays."""
        return self._request("DELETE", nothing, request_configuration, options)
