"""At the official client's place."""

from ops.runtime.references import ReferenceUpdate

__all__ = ["ReferenceUpdate"]
