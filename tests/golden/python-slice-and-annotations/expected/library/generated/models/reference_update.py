"""At the official client's place."""

from library.runtime.references import ReferenceUpdate

__all__ = ["ReferenceUpdate"]
