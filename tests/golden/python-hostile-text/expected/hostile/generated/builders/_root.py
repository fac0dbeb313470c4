"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hostile.runtime.core import ServiceBuilder
from hostile.runtime.operations import M

if TYPE_CHECKING:
    from hostile.generated.builders.thing import ThingCollectionBuilder


class RootBuilder(ServiceBuilder[M]):
    """The service root."""

    @property
    def things(self) -> ThingCollectionBuilder[M]:
        return self._at("thing:ThingCollectionBuilder", "/things")
