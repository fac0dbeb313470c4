"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoo.runtime.core import ServiceBuilder
from zoo.runtime.operations import M

if TYPE_CHECKING:
    from zoo.generated.builders.animal import AnimalCollectionBuilder
    from zoo.generated.builders.lion import LionBuilder


class RootBuilder(ServiceBuilder[M]):
    """The service root."""

    @property
    def animals(self) -> AnimalCollectionBuilder[M]:
        return self._at("animal:AnimalCollectionBuilder", "/animals")

    @property
    def king(self) -> LionBuilder[M]:
        return self._at("lion:LionBuilder", "/king")
