"""At the official client's place."""

from hostile.runtime.references import ReferenceCreate

__all__ = ["ReferenceCreate"]
