"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library.runtime.core import ServiceBuilder
from library.runtime.operations import M

if TYPE_CHECKING:
    from library.generated.builders.book import BooksCollectionBuilder


class RootBuilder(ServiceBuilder[M]):
    """The service root."""

    @property
    def books(self) -> BooksCollectionBuilder[M]:
        return self._at("book:BooksCollectionBuilder", "/books")
