"""The dialects of JSON Schema: which keywords each has, and where schemas lie below them.

Sources: JSON Schema 2020-12, 2019-09, Draft 7, 6 and 4 (Core and Validation of each); OpenAPI 3.0.4,
section "Schema Object"; Swagger 2.0, section "Schema Object".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

__all__ = [
    "DIALECTS_BY_URI",
    "DRAFT_4",
    "DRAFT_6",
    "DRAFT_7",
    "DRAFT_2019_09",
    "DRAFT_2020_12",
    "OPENAPI_3_0",
    "SWAGGER_2_0",
    "Dialect",
    "Holds",
    "restricted",
]


class Holds(Enum):
    """What a keyword's value is made of, where it is made of schemas."""

    SCHEMA = "a schema"
    SCHEMAS = "an array of schemas"
    MAP = "an object of schemas"
    SCHEMA_OR_SCHEMAS = "a schema or an array of schemas"


_LOGIC = {
    "allOf": Holds.SCHEMAS,
    "anyOf": Holds.SCHEMAS,
    "oneOf": Holds.SCHEMAS,
    "not": Holds.SCHEMA,
}
_CONDITIONS = {"if": Holds.SCHEMA, "then": Holds.SCHEMA, "else": Holds.SCHEMA}
_MEMBERS = {"properties": Holds.MAP, "additionalProperties": Holds.SCHEMA}
_PATTERNS = {"patternProperties": Holds.MAP}
_FACETS = frozenset(
    [
        "type",
        "enum",
        "multipleOf",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "pattern",
        "maxItems",
        "minItems",
        "uniqueItems",
        "maxProperties",
        "minProperties",
        "required",
        "format",
    ]
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """One dialect.

    `subschemas` says where schemas lie. `keywords` are all keywords that assert something. `id_keyword` sets a
    schema's URI. With `reference_alone` a `$ref` puts all beside it out of force. With `exclusive_flags`
    exclusiveMinimum and exclusiveMaximum are booleans. `nullable` are keywords that admit null when true.
    """

    name: str
    subschemas: Mapping[str, Holds]
    keywords: frozenset[str]
    id_keyword: str | None = "$id"
    anchors: frozenset[str] = frozenset()
    reference_alone: bool = False
    exclusive_flags: bool = False
    nullable: frozenset[str] = frozenset()
    types: frozenset[str] = field(
        default=frozenset({"null", "boolean", "object", "array", "number", "string", "integer"})
    )


def _dialect(
    name: str, subschemas: Mapping[str, Holds], others: Iterable[str] = (), **traits: object
) -> Dialect:
    keywords = _FACETS | set(subschemas) | set(others) | {"$ref"}
    made = Dialect(name, subschemas, frozenset(keywords))
    return replace(made, **traits)  # type: ignore[arg-type]


_ARRAYS_BEFORE_2020 = {"items": Holds.SCHEMA_OR_SCHEMAS, "additionalItems": Holds.SCHEMA}
_DRAFT_4 = {
    **_LOGIC,
    **_MEMBERS,
    **_PATTERNS,
    **_ARRAYS_BEFORE_2020,
    "definitions": Holds.MAP,
    "dependencies": Holds.MAP,
}
_DRAFT_6 = {**_DRAFT_4, "propertyNames": Holds.SCHEMA, "contains": Holds.SCHEMA}
_DRAFT_7 = {**_DRAFT_6, **_CONDITIONS}
_DRAFT_2019 = {
    **_DRAFT_7,
    "$defs": Holds.MAP,
    "dependentSchemas": Holds.MAP,
    "unevaluatedItems": Holds.SCHEMA,
    "unevaluatedProperties": Holds.SCHEMA,
    "contentSchema": Holds.SCHEMA,
}
_COUNTS = ("minContains", "maxContains", "dependentRequired", "const")
_DRAFT_2020 = {
    **{name: holds for name, holds in _DRAFT_2019.items() if name != "additionalItems"},
    "prefixItems": Holds.SCHEMAS,
    "items": Holds.SCHEMA,
}

DRAFT_4 = _dialect(
    "Draft 4",
    _DRAFT_4,
    id_keyword="id",
    reference_alone=True,
    exclusive_flags=True,
)
DRAFT_6 = _dialect("Draft 6", _DRAFT_6, ("const",), reference_alone=True)
DRAFT_7 = _dialect("Draft 7", _DRAFT_7, ("const",), reference_alone=True)
DRAFT_2019_09 = _dialect(
    "2019-09", _DRAFT_2019, (*_COUNTS, "$recursiveRef"), anchors=frozenset({"$anchor"})
)
DRAFT_2020_12 = _dialect(
    "2020-12",
    _DRAFT_2020,
    (*_COUNTS, "$dynamicRef"),
    anchors=frozenset({"$anchor", "$dynamicAnchor"}),
)
OPENAPI_3_0 = _dialect(
    "OpenAPI 3.0",
    {**_LOGIC, **_MEMBERS, "items": Holds.SCHEMA},
    id_keyword=None,
    reference_alone=True,
    exclusive_flags=True,
    nullable=frozenset({"nullable"}),
)
SWAGGER_2_0 = _dialect(
    "Swagger 2.0",
    {"allOf": Holds.SCHEMAS, **_MEMBERS, "items": Holds.SCHEMA},
    id_keyword=None,
    reference_alone=True,
    exclusive_flags=True,
    nullable=frozenset({"x-nullable"}),
    types=OPENAPI_3_0.types | {"file"},
)

DIALECTS_BY_URI: Mapping[str, Dialect] = {
    "https://json-schema.org/draft/2020-12/schema": DRAFT_2020_12,
    "https://json-schema.org/draft/2019-09/schema": DRAFT_2019_09,
    "http://json-schema.org/draft-07/schema": DRAFT_7,
    "http://json-schema.org/draft-06/schema": DRAFT_6,
    "http://json-schema.org/draft-04/schema": DRAFT_4,
    "https://spec.openapis.org/oas/3.1/dialect/base": DRAFT_2020_12,
    "https://spec.openapis.org/oas/3.1/dialect/2024-11-10": DRAFT_2020_12,
    "https://spec.openapis.org/oas/3.2/dialect/2025-09-17": DRAFT_2020_12,
}

_CORE = frozenset({"$ref", "$dynamicRef", "$recursiveRef", "$defs"})
_UNEVALUATED = frozenset({"unevaluatedItems", "unevaluatedProperties"})
_APPLICATORS = frozenset(
    (set(_DRAFT_2020) | set(_DRAFT_2019)) - {"$defs", "contentSchema"} - _UNEVALUATED
)
_VALIDATION = (_FACETS - {"format"}) | set(_COUNTS)
# The last part of a vocabulary's URI, and the keywords that it brings.
_VOCABULARIES: Mapping[str, frozenset[str]] = {
    "core": _CORE,
    "applicator": _APPLICATORS,
    "unevaluated": _UNEVALUATED,
    "validation": _VALIDATION,
    "meta-data": frozenset(),
    "format": frozenset({"format"}),
    "format-annotation": frozenset({"format"}),
    "format-assertion": frozenset({"format"}),
    "content": frozenset(),
    "base": frozenset(),
}
_VOCABULARY_ROOTS = (
    "https://json-schema.org/draft/2020-12/vocab/",
    "https://json-schema.org/draft/2019-09/vocab/",
    "https://spec.openapis.org/oas/3.1/vocab/",
)


def restricted(
    dialect: Dialect, vocabularies: Mapping[str, object]
) -> tuple[Dialect, tuple[str, ...]]:
    """`dialect` with the keywords of the vocabularies alone, and what is required and not known.

    The Core vocabulary is always in force (JSON Schema 2020-12 Core, section 8.1.2).
    """
    keywords = set(_CORE)
    unknown: list[str] = []
    for uri, required in vocabularies.items():
        root, _, name = uri.rpartition("/")
        if f"{root}/" in _VOCABULARY_ROOTS and name in _VOCABULARIES:
            keywords |= _VOCABULARIES[name]
            # Draft 2019-09 had the keywords of `unevaluated` among the applicators.
            if name == "applicator" and "2019-09" in root:
                keywords |= _UNEVALUATED
        elif required is True:
            unknown.append(uri)
    kept = dialect.keywords & keywords
    return replace(dialect, keywords=kept), tuple(unknown)
