"""The versions of OData differ in how queries are written: what a query is written for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

__all__ = ["OLD", "V2", "V3", "V4", "V401", "Dialect", "Version"]


class Version(Enum):
    """An OData version that has a way of writing queries of its own."""

    V2 = "2.0"
    V3 = "3.0"
    V4 = "4.0"
    V401 = "4.01"


OLD: Final = frozenset({Version.V2, Version.V3})
"""The versions before the standard: their literals say their type (`12L`, `datetime'...'`)."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """`bare_enumerations`: a member stands as `'Red'`, not as `Shop.Color'Red'`; 4.01 takes both, 4.0 the second."""

    version: Version = Version.V401
    bare_enumerations: bool = False

    @property
    def is_old(self) -> bool:
        return self.version in OLD


V2: Final = Dialect(Version.V2)
V3: Final = Dialect(Version.V3)
V4: Final = Dialect(Version.V4)
V401: Final = Dialect(Version.V401)
