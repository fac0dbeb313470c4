"""At the official client's place."""

from msgraph.runtime.references import ReferenceUpdate

__all__ = ["ReferenceUpdate"]
