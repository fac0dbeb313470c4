"""At the official client's place."""

from odd.runtime.references import ReferenceCreate

__all__ = ["ReferenceCreate"]
