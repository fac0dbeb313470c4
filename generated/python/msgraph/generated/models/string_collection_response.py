"""At the official client's place."""

from msgraph.runtime.references import StringCollectionResponse

__all__ = ["StringCollectionResponse"]
