"""At the official client's place."""

from odd.runtime.references import StringCollectionResponse

__all__ = ["StringCollectionResponse"]
