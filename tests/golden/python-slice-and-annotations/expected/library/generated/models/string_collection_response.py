"""At the official client's place."""

from library.runtime.references import StringCollectionResponse

__all__ = ["StringCollectionResponse"]
