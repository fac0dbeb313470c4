"""Request builders around Library.Book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from library.runtime.operations import (
    Deletes,
    iteration,
    M,
    operation,
    Reads,
    Request,
    RequestBuilder,
    Updates,
)

if TYPE_CHECKING:
    from library.generated.builders._options import CountExpandOrderbySearchSelectSkipTopOptions
    from library.generated.builders._shared import CountBuilder
    from library.generated.builders.chapter import ChapterCollectionBuilder
    from library.generated.models.book import Book
    from library.generated.models.book_collection_response import BookCollectionResponse
    from library.runtime.configuration import Configuration, Options
    from library.runtime.paging import Pages


class BooksCollectionBuilder(RequestBuilder[M]):
    """A book of the library"""

    def by_id(self, id: str) -> BookItemBuilder[M]:
        return self._keyed(BookItemBuilder, ("", id, "Edm.String"))

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")

    @operation
    def get(
        self,
        request_configuration: Configuration = None,
        **options: Unpack[CountExpandOrderbySearchSelectSkipTopOptions],
    ) -> Request[BookCollectionResponse | None]:
        """Get the items of this collection, one page of them."""
        return self._list(
            "book_collection_response:BookCollectionResponse", request_configuration, options
        )

    @iteration
    def iterate(
        self,
        request_configuration: Configuration = None,
        **options: Unpack[CountExpandOrderbySearchSelectSkipTopOptions],
    ) -> Pages[Book]:
        """All items, page by page; see `get` for permissions and options."""
        return self._pages(request_configuration, options)

    @operation
    def post(
        self, body: Book, request_configuration: Configuration = None, **options: Unpack[Options]
    ) -> Request[Book | None]:
        """Add a book"""
        return self._create("Library.Book", request_configuration, options, body)


class BookItemBuilder(Reads[M, "Book"], Updates[M, "Book"], Deletes[M]):
    """A book of the library"""

    _type = "Library.Book"

    @property
    def chapters(self) -> ChapterCollectionBuilder[M]:
        return self._at("chapter:ChapterCollectionBuilder", "/chapters")
