"""JSON Schema: documents read, schemas compiled to programs, values held against them.

    documents = Documents([Document("file:///pets.json", contents)])
    compiled = compile_schema(documents, Location("file:///pets.json", "/$defs/pet"))
    violations = check_value(compiled.program, value)

`contents` and `value` are JSON values as `json.loads` gives them; numbers are exact where they are int or Decimal.
"""

from edmund.frontends.json_schema.compile import Compiled, compile_schema
from edmund.frontends.json_schema.dialects import (
    DRAFT_4,
    DRAFT_6,
    DRAFT_7,
    DRAFT_2019_09,
    DRAFT_2020_12,
    OPENAPI_3_0,
    SWAGGER_2_0,
    Dialect,
)
from edmund.frontends.json_schema.documents import Document, Documents
from edmund.frontends.json_schema.locations import Location
from edmund.frontends.json_schema.rules import SCHEMA_RULES, SchemaRule, SchemaViolation
from edmund.frontends.json_schema.validate import check_value

__all__ = [
    "DRAFT_4",
    "DRAFT_6",
    "DRAFT_7",
    "DRAFT_2019_09",
    "DRAFT_2020_12",
    "OPENAPI_3_0",
    "SCHEMA_RULES",
    "SWAGGER_2_0",
    "Compiled",
    "Dialect",
    "Document",
    "Documents",
    "Location",
    "SchemaRule",
    "SchemaViolation",
    "check_value",
    "compile_schema",
]
