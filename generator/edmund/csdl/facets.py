"""Facets as a document spells them (CSDL XML 4.01, section 7.2); shared by properties and expressions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["NO_FACETS", "FacetAttributes", "MaxLength", "ScaleKeyword"]


class MaxLength(Enum):
    """The symbolic value of MaxLength (section 7.2.2)."""

    MAX = "max"


class ScaleKeyword(Enum):
    """The symbolic values of Scale (section 7.2.4) and SRID (7.2.6)."""

    VARIABLE = "variable"
    FLOATING = "floating"


@dataclass(frozen=True, slots=True)
class FacetAttributes:
    """Facets as attributes (section 7.2); None where the attribute is absent."""

    max_length: int | MaxLength | None = None
    precision: int | None = None
    scale: int | ScaleKeyword | None = None
    unicode: bool | None = None
    srid: int | ScaleKeyword | None = None


NO_FACETS = FacetAttributes()
