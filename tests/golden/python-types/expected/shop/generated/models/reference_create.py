"""At the official client's place."""

from shop.runtime.references import ReferenceCreate

__all__ = ["ReferenceCreate"]
