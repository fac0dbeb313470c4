"""At the official client's place."""

from shop.runtime.references import StringCollectionResponse

__all__ = ["StringCollectionResponse"]
