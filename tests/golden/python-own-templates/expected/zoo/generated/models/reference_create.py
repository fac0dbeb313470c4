"""At the official client's place."""

from zoo.runtime.references import ReferenceCreate

__all__ = ["ReferenceCreate"]
