"""Request builders around Shop.Catalog.Product."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from shop.runtime.operations import (
    Creates,
    Deletes,
    Lists,
    M,
    operation,
    Page,
    Reads,
    Request,
    Updates,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from shop.generated.builders._shared import ContentBuilder, CountBuilder
    from shop.generated.models.collection_responses import SizeCollectionResponse
    from shop.generated.models.product import Product
    from shop.generated.models.product_collection_response import ProductCollectionResponse
    from shop.generated.models.size import Size
    from shop.runtime.configuration import ChangeOptions, Configuration
    from shop.runtime.operations import ValueBuilder


class ProductCollectionBuilder(
    Lists[M, "ProductCollectionResponse", "Product"], Creates[M, "Product"]
):
    _page = "product_collection_response:ProductCollectionResponse"
    _type = "Shop.Catalog.Product"

    def by_id(self, id: UUID | str) -> ProductItemBuilder[M]:
        return self._keyed(ProductItemBuilder, ("", id, "Edm.Guid"))

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")


class ProductItemBuilder(Reads[M, "Product"], Updates[M, "Product"], Deletes[M]):
    _type = "Shop.Catalog.Product"

    @property
    def picture(self) -> ContentBuilder[M]:
        return self._at("_shared:ContentBuilder", "/Picture")

    @property
    def size(self) -> ValueBuilder[M, Size]:
        return self._value("Shop.Catalog.Size", "/Size")

    @property
    def sizes(self) -> SizeListValueBuilder[M]:
        return self._child(SizeListValueBuilder, "/Sizes")


class SizeListValueBuilder(Lists[M, "SizeCollectionResponse", "Size"]):
    _page = "collection_responses:SizeCollectionResponse"

    @property
    def count(self) -> CountBuilder[M]:
        return self._at("_shared:CountBuilder", "/$count")

    @operation
    def put(
        self,
        body: Sequence[Size],
        request_configuration: Configuration = None,
        **options: Unpack[ChangeOptions],
    ) -> Request[SizeCollectionResponse | None]:
        """Replace the object by the body."""
        return self._request(
            "PUT",
            Page("collection_responses:SizeCollectionResponse"),
            request_configuration,
            options,
            body,
            "Shop.Catalog.Size",
            "create",
        )
