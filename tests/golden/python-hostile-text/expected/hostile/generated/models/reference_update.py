"""At the official client's place."""

from hostile.runtime.references import ReferenceUpdate

__all__ = ["ReferenceUpdate"]
