"""Request builders around Hostile.Thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hostile.runtime.operations import Creates, Deletes, Lists, M, Reads, Updates

if TYPE_CHECKING:
    from hostile.generated.builders._shared import CountBuilder
    from hostile.generated.models.thing import Thing
    from hostile.generated.models.thing_collection_response import ThingCollectionResponse


class ThingCollectionBuilder(Lists[M, "ThingCollectionResponse", "Thing"], Creates[M, "Thing"]):
    """# -*- coding: utf-7 -*-"""

    _page = "thing_collection_response:ThingCollectionResponse"
    _type = "Hostile.Thing"

    def by_id(self, id: str) -> ThingItemBuilder[M]:
        return self._keyed(ThingItemBuilder, ("", id, "Edm.String"))

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")


class ThingItemBuilder(Reads[M, "Thing"], Updates[M, "Thing"], Deletes[M]):
    """# -*- coding: utf-7 -*-"""

    _type = "Hostile.Thing"
