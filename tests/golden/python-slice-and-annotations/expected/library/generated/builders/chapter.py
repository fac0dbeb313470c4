"""Request builders around Library.Chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library.runtime.operations import Creates, Deletes, Lists, M, Reads, Updates

if TYPE_CHECKING:
    from library.generated.builders._shared import CountBuilder_2
    from library.generated.models.chapter import Chapter
    from library.generated.models.chapter_collection_response import ChapterCollectionResponse


class ChapterCollectionBuilder(
    Lists[M, "ChapterCollectionResponse", "Chapter"], Creates[M, "Chapter"]
):
    _page = "chapter_collection_response:ChapterCollectionResponse"
    _type = "Library.Chapter"

    def by_id(self, id: str) -> ChapterItemBuilder[M]:
        return self._keyed(ChapterItemBuilder, ("", id, "Edm.String"))

    @property
    def count(self) -> CountBuilder_2[M]:
        return self._at("_shared:CountBuilder_2", "/$count")


class ChapterItemBuilder(Reads[M, "Chapter"], Updates[M, "Chapter"], Deletes[M]):
    _type = "Library.Chapter"
