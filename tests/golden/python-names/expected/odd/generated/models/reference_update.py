"""At the official client's place."""

from odd.runtime.references import ReferenceUpdate

__all__ = ["ReferenceUpdate"]
