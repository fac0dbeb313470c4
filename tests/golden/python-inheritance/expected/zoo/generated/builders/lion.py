"""Request builders around Zoo.Lion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoo.runtime.operations import Lists, M, Reads, RequestBuilder, Updates

if TYPE_CHECKING:
    from zoo.generated.builders._shared import ContentBuilder, CountBuilder
    from zoo.generated.builders.animal import (
        AnimalReferencedCollectionBuilder,
        AnimalReferencedItemBuilder,
    )
    from zoo.generated.models.lion import Lion
    from zoo.generated.models.lion_collection_response import LionCollectionResponse


class LionLinks(RequestBuilder[M]):
    """Links of Zoo.Lion."""

    @property
    def children(self) -> AnimalReferencedCollectionBuilder[M]:
        return self._at("animal:AnimalReferencedCollectionBuilder", "/children")

    @property
    def content(self) -> ContentBuilder[M]:
        return self._at("_shared:ContentBuilder", "/$value")

    @property
    def parent(self) -> AnimalReferencedItemBuilder[M]:
        return self._at("animal:AnimalReferencedItemBuilder", "/parent")


class LionBuilder(LionLinks[M], Reads[M, "Lion"], Updates[M, "Lion"]):
    _type = "Zoo.Lion"


class LionCastCollectionBuilder(Lists[M, "LionCollectionResponse", "Lion"]):
    _page = "lion_collection_response:LionCollectionResponse"

    def by_id(self, id: str) -> LionCastBuilder[M]:
        return self._keyed(LionCastBuilder, ("", id, "Edm.String"))

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")


class LionCastBuilder(LionLinks[M], Reads[M, "Lion"]):
    _type = "Zoo.Lion"
