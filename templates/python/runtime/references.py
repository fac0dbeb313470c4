"""Bodies and answers of `$ref` (OData JSON Format 4.01, section 14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .model import Model
from .properties import primitive

if TYPE_CHECKING:
    from .properties import Property

__all__ = ["ReferenceCreate", "ReferenceUpdate", "StringCollectionResponse"]


class ReferenceCreate(Model):
    """A reference to add: the URL of an object that exists."""

    __slots__ = ()

    odata_id: Property[str] = primitive("@odata.id", "Edm.String", is_url=True)


class ReferenceUpdate(Model):
    """A reference to set: the URL of an object that exists."""

    __slots__ = ()

    odata_id: Property[str] = primitive("@odata.id", "Edm.String", is_url=True)


class StringCollectionResponse(Model):
    """A page of references."""

    __slots__ = ()

    odata_next_link: Property[str] = primitive("@odata.nextLink", "Edm.String")
    odata_count: Property[int] = primitive("@odata.count", "Edm.Int64")

    @property
    def value(self) -> list[str] | None:
        """The URLs of the objects referred to."""
        found: Any = self._data.get("value")
        if not isinstance(found, list):
            return None
        urls = [item.get("@odata.id") if isinstance(item, dict) else item for item in found]
        return [url for url in urls if isinstance(url, str)]
