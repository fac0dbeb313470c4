"""Request builders around Zoo.Animal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoo.runtime.operations import Creates, Deletes, Lists, M, Reads, RequestBuilder, Updates

if TYPE_CHECKING:
    from zoo.generated.builders._shared import (
        CountBuilder,
        ReferenceBuilder,
        ReferenceBuilder_2,
        ReferencesBuilder,
    )
    from zoo.generated.builders.lion import LionCastBuilder, LionCastCollectionBuilder
    from zoo.generated.models.animal import Animal
    from zoo.generated.models.animal_collection_response import AnimalCollectionResponse


class AnimalCollectionLinks(RequestBuilder[M]):
    """Links of a collection of Zoo.Animal."""

    @property
    def as_lion(self) -> LionCastCollectionBuilder[M]:
        return self._at("lion:LionCastCollectionBuilder", "/Zoo.Lion")

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")


class AnimalLinks(RequestBuilder[M]):
    """Links of Zoo.Animal."""

    @property
    def as_lion(self) -> LionCastBuilder[M]:
        return self._at("lion:LionCastBuilder", "/Zoo.Lion")

    @property
    def children(self) -> AnimalReferencedCollectionBuilder[M]:
        return self._child(AnimalReferencedCollectionBuilder, "/children")

    @property
    def parent(self) -> AnimalReferencedItemBuilder[M]:
        return self._child(AnimalReferencedItemBuilder, "/parent")


class AnimalCollectionBuilder(
    AnimalCollectionLinks[M], Lists[M, "AnimalCollectionResponse", "Animal"], Creates[M, "Animal"]
):
    _page = "animal_collection_response:AnimalCollectionResponse"
    _type = "Zoo.Animal"

    def by_id(self, id: str) -> AnimalItemBuilder[M]:
        return self._keyed(AnimalItemBuilder, ("", id, "Edm.String"))


class AnimalItemBuilder(AnimalLinks[M], Reads[M, "Animal"], Updates[M, "Animal"], Deletes[M]):
    _type = "Zoo.Animal"


class AnimalReferencedItemBuilder(AnimalLinks[M], Reads[M, "Animal"], Updates[M, "Animal"]):
    _type = "Zoo.Animal"

    @property
    def ref(self) -> ReferenceBuilder[M]:
        return self._at("_shared:ReferenceBuilder", "/$ref")


class AnimalReferencedCollectionBuilder(
    AnimalCollectionLinks[M], Lists[M, "AnimalCollectionResponse", "Animal"], Creates[M, "Animal"]
):
    _page = "animal_collection_response:AnimalCollectionResponse"
    _type = "Zoo.Animal"

    def by_id(self, id: str) -> AnimalReferencedItemBuilder_2[M]:
        return self._keyed(AnimalReferencedItemBuilder_2, ("", id, "Edm.String"))

    @property
    def ref(self) -> ReferencesBuilder[M]:
        return self._at("_shared:ReferencesBuilder", "/$ref")


class AnimalReferencedItemBuilder_2(AnimalLinks[M], Reads[M, "Animal"], Updates[M, "Animal"]):
    _type = "Zoo.Animal"

    @property
    def ref(self) -> ReferenceBuilder_2[M]:
        return self._at("_shared:ReferenceBuilder_2", "/$ref")
