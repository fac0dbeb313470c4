"""Request builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odd.runtime.core import ServiceBuilder
from odd.runtime.operations import M

if TYPE_CHECKING:
    from odd.generated.builders.class_ import ClassCollectionBuilder


class RootBuilder(ServiceBuilder[M]):
    """The service root."""

    @property
    def from_(self) -> ClassCollectionBuilder[M]:
        return self._at("class_:ClassCollectionBuilder", "/from")
