"""Request builders around Ops.Line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ops.runtime.operations import Creates, Deletes, Lists, M, Reads, Updates

if TYPE_CHECKING:
    from ops.generated.builders._shared import CountBuilder
    from ops.generated.models.line import Line
    from ops.generated.models.line_collection_response import LineCollectionResponse


class LineCollectionBuilder(Lists[M, "LineCollectionResponse", "Line"], Creates[M, "Line"]):
    _page = "line_collection_response:LineCollectionResponse"
    _type = "Ops.Line"

    def by_order_number(self, order: int, number: int) -> LineItemBuilder[M]:
        return self._keyed(
            LineItemBuilder, ("order", order, "Edm.Int32"), ("number", number, "Edm.Int32")
        )

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")


class LineItemBuilder(Reads[M, "Line"], Updates[M, "Line"], Deletes[M]):
    _type = "Ops.Line"
