"""At the official client's place."""

from ops.runtime.references import StringCollectionResponse

__all__ = ["StringCollectionResponse"]
