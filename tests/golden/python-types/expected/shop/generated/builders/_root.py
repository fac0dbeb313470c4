"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shop.runtime.core import ServiceBuilder
from shop.runtime.operations import M

if TYPE_CHECKING:
    from shop.generated.builders.product import ProductCollectionBuilder


class RootBuilder(ServiceBuilder[M]):
    """The service root."""

    @property
    def products(self) -> ProductCollectionBuilder[M]:
        return self._at("product:ProductCollectionBuilder", "/Products")
