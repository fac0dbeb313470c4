"""The names of the Entity Data Model's own types (CSDL XML 4.01, section 3), by which primitives are called everywhere."""

from __future__ import annotations

from typing import Final

__all__ = ["ABSTRACT_TYPES", "ANY_JSON", "EDM_TYPES", "PRIMITIVE_TYPES"]

_PRIMITIVE = """
    Binary Boolean Byte Date DateTimeOffset Decimal Double Duration Guid Int16 Int32 Int64 SByte Single
    Stream String TimeOfDay
    Geography GeographyPoint GeographyLineString GeographyPolygon GeographyMultiPoint
    GeographyMultiLineString GeographyMultiPolygon GeographyCollection
    Geometry GeometryPoint GeometryLineString GeometryPolygon GeometryMultiPoint
    GeometryMultiLineString GeometryMultiPolygon GeometryCollection
"""

# The abstract types and the path types (sections 3.4 to 3.6) may be used, but not derived from.
_ABSTRACT = """
    ComplexType EntityType PrimitiveType
    AnnotationPath AnyPropertyPath ModelElementPath NavigationPropertyPath PropertyPath
"""

ANY_JSON: Final = "Edm.Untyped"
PRIMITIVE_TYPES: Final = frozenset("Edm." + name for name in _PRIMITIVE.split())
ABSTRACT_TYPES: Final = frozenset("Edm." + name for name in _ABSTRACT.split())
EDM_TYPES: Final = PRIMITIVE_TYPES | ABSTRACT_TYPES | {ANY_JSON}
