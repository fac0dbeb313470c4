"""At the official client's place."""

from shop.runtime.references import ReferenceUpdate

__all__ = ["ReferenceUpdate"]
