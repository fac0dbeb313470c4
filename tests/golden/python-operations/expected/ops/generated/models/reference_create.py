"""At the official client's place."""

from ops.runtime.references import ReferenceCreate

__all__ = ["ReferenceCreate"]
