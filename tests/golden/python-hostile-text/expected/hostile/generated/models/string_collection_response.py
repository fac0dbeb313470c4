"""At the official client's place."""

from hostile.runtime.references import StringCollectionResponse

__all__ = ["StringCollectionResponse"]
