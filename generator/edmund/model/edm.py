"""The built-in types of the Edm namespace and the syntax of their literals (section 3.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from edmund.model.elements import TypeKind

__all__ = [
    "EDM_TYPES",
    "INTEGER_RANGES",
    "PRIMITIVE_TYPES",
    "RETIRED_TYPES",
    "VOCABULARY_STAND_INS",
    "is_literal",
]

PRIMITIVE_TYPES = frozenset(
    "Edm." + name
    for name in ["Binary", "Boolean", "Byte", "Date", "DateTimeOffset", "Decimal", "Double", "Duration", "Guid", "Int16", "Int32", "Int64", "SByte", "Single", "Stream", "String", "TimeOfDay", "Geography", "GeographyPoint", "GeographyLineString", "GeographyPolygon", "GeographyMultiPoint", "GeographyMultiLineString", "GeographyMultiPolygon", "GeographyCollection", "Geometry", "GeometryPoint", "GeometryLineString", "GeometryPolygon", "GeometryMultiPoint", "GeometryMultiLineString", "GeometryMultiPolygon", "GeometryCollection"]
)

# The abstract types and the path types (sections 3.4 to 3.6) may be used, but not derived from.
EDM_TYPES = PRIMITIVE_TYPES | frozenset(
    "Edm." + name
    for name in ["ComplexType", "EntityType", "PrimitiveType", "Untyped", "AnnotationPath", "AnyPropertyPath", "ModelElementPath", "NavigationPropertyPath", "PropertyPath"]
)

# Types of CSDL 3 and earlier, with what has taken their place.
RETIRED_TYPES: Mapping[str, str] = {
    "Edm.DateTime": "Edm.DateTimeOffset",
    "Edm.Time": "Edm.TimeOfDay or Edm.Duration",
    "Edm.Float": "Edm.Double",
}

INTEGER_RANGES: Mapping[str, tuple[int, int]] = {
    "Edm.Byte": (0, 2**8 - 1),
    "Edm.SByte": (-(2**7), 2**7 - 1),
    "Edm.Int16": (-(2**15), 2**15 - 1),
    "Edm.Int32": (-(2**31), 2**31 - 1),
    "Edm.Int64": (-(2**63), 2**63 - 1),
}

# Types of the OASIS vocabularies that stand for a primitive type: with these, a document may use a
# vocabulary without its file being given. Kind and underlying type, from the vocabularies themselves.
VOCABULARY_STAND_INS: Mapping[str, str] = {
    "Org.OData.Core.V1.Tag": "Edm.Boolean",
    "Org.OData.Core.V1.SimpleIdentifier": "Edm.String",
    "Org.OData.Core.V1.QualifiedTermName": "Edm.String",
    "Org.OData.Core.V1.QualifiedTypeName": "Edm.String",
    "Org.OData.Core.V1.QualifiedActionName": "Edm.String",
    "Org.OData.Core.V1.QualifiedBoundOperationName": "Edm.String",
    "Org.OData.Core.V1.MediaType": "Edm.String",
    "Org.OData.Core.V1.LocalDateTime": "Edm.String",
    "Org.OData.Authorization.V1.SchemeName": "Edm.String",
}

_DATE = r"-?(?:0\d{3}|[1-9]\d{3,})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,12})?)?"
_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
_INTEGER = re.compile(r"[-+]?\d{1,20}", re.ASCII)

_SYNTAX: Mapping[str, re.Pattern[str]] = {
    "Edm.Boolean": re.compile(r"true|false|1|0", re.IGNORECASE),
    "Edm.Date": re.compile(_DATE, re.ASCII),
    "Edm.DateTimeOffset": re.compile(
        rf"{_DATE}T{_TIME}(?:Z|[-+](?:[01]\d|2[0-3]):[0-5]\d)?", re.ASCII | re.IGNORECASE
    ),
    "Edm.TimeOfDay": re.compile(_TIME, re.ASCII),
    "Edm.Duration": re.compile(
        r"[-+]?P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?", re.ASCII
    ),
    "Edm.Guid": re.compile(r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}", re.ASCII),
    "Edm.Decimal": re.compile(rf"{_NUMBER}|-?INF|NaN", re.ASCII),
    "Edm.Double": re.compile(rf"{_NUMBER}|-?INF|NaN", re.ASCII),
    "Edm.Single": re.compile(rf"{_NUMBER}|-?INF|NaN", re.ASCII),
    "Edm.Binary": re.compile(r"[A-Za-z0-9+/_-]*={0,2}", re.ASCII),
}


def is_literal(text: str, type_name: str) -> bool:
    """Whether `text` is a value of the primitive type; true for types without a syntax of their own."""
    bounds = INTEGER_RANGES.get(type_name)
    if bounds is not None:
        return _INTEGER.fullmatch(text) is not None and bounds[0] <= int(text) <= bounds[1]
    syntax = _SYNTAX.get(type_name)
    return syntax is None or syntax.fullmatch(text) is not None


def kind_of_abstract(type_name: str) -> TypeKind | None:
    """The kind of value that an abstract Edm type stands for, where it is one of the schema's kinds."""
    return {"Edm.EntityType": TypeKind.ENTITY, "Edm.ComplexType": TypeKind.COMPLEX}.get(type_name)
