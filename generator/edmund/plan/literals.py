"""By which rule a value is written into a URL: what targets hand to the runtime beside the value."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from edmund.plan.service import traits_of
from edmund.surface.elements import Surface
from edmund.surface.type_parts import is_list, name_of, wire_of
from edmund.surface.types import Type

__all__ = [
    "BARE_ENUMERATION",
    "BY_ALIAS",
    "LITERALS_BY_VALUE",
    "OLDER",
    "older_literal",
    "url_literal",
]

OLDER: Final = "older:"
"""Before the name of a built-in type: its literal is that of OData 1 to 3 ([MS-ODATA], section 2.2.2)."""

BY_ALIAS: Final = "json"
"""A collection or structured value: JSON behind a parameter alias (URL Conventions 4.01, section 5.1.1.13)."""

BARE_ENUMERATION: Final = "enum"
"""A member's name in quotes, without its type: `'Red'`."""

LITERALS_BY_VALUE: Final = frozenset(
    {"Edm.PrimitiveType"}
    | {
        f"Edm.{system}{shape}"
        for system in ("Geography", "Geometry")
        for shape in (
            *("", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString"),
            *("MultiPolygon", "Collection"),
        )
    }
)
"""Types whose literal the value decides: shapes as GeoJSON, and any primitive value."""


def older_literal(type_: Type) -> str:
    """The kind for a service of OData 1 to 3: the mark, then the built-in type that the value has there.

    Texts and enumerations are written as ever.
    """
    name = wire_of(type_) or name_of(type_)
    return OLDER + name if name.startswith("Edm.") and name != "Edm.String" else "Edm.String"


def url_literal(type_: Type, surface: Surface, literals: Container[str]) -> str:
    """The name of the primitive type whose literal is written, one of the two above, or an enumeration's name.

    Under its name an enumeration is written with it, `Shop.Color'Red'`. `literals` are the primitive types for
    which the language's runtime has literals.
    """
    name = name_of(type_)
    if is_list(type_):
        return BY_ALIAS
    if surface.types.enumeration(name) is not None:
        return name if traits_of(surface).qualified_enumerations else BARE_ENUMERATION
    return name if name in literals else BY_ALIAS
