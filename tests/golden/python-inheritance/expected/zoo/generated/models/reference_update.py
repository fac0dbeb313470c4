"""At the official client's place."""

from zoo.runtime.references import ReferenceUpdate

__all__ = ["ReferenceUpdate"]
