"""At the official client's place."""

from zoo.runtime.references import StringCollectionResponse

__all__ = ["StringCollectionResponse"]
