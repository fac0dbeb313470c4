"""At the official client's place."""

from library.runtime.references import ReferenceCreate

__all__ = ["ReferenceCreate"]
