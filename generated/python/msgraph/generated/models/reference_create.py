"""At the official client's place."""

from msgraph.runtime.references import ReferenceCreate

__all__ = ["ReferenceCreate"]
