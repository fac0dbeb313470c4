"""The built-in types of the Edm namespace, and what stands in for them (section 3)."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.edm import EDM_TYPES, PRIMITIVE_TYPES

__all__ = [
    "EDM_TYPES",
    "PRIMITIVE_TYPES",
    "RETIRED_TYPES",
    "VOCABULARY_STAND_INS",
]

# Types of CSDL 3 and earlier, with what has taken their place.
RETIRED_TYPES: Mapping[str, str] = {
    "Edm.DateTime": "Edm.DateTimeOffset",
    "Edm.Time": "Edm.TimeOfDay or Edm.Duration",
    "Edm.Float": "Edm.Double",
}

# Types of the OASIS vocabularies that stand for a primitive type: with these, a document may use a
# vocabulary without its file being given. Underlying types as the vocabularies define them.
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
