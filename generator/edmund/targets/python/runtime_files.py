"""The support code of Python's clients: which files are for which services."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.plan.runtime_parts import Part, Replacements

__all__ = ["HTTP_FILES", "ODATA_FILES", "RUNTIME_FILES", "WITHOUT"]

_SHARED: Final = (
    "__init__.py",
    "auth.py",
    "bare.py",
    "body.py",
    "calling.py",
    "declaration.py",
    "enums.py",
    "errors.py",
    "exchange.py",
    "framing.py",
    "guids.py",
    "headers.py",
    "json_model.py",
    "json_text.py",
    "paging.py",
    "primitives.py",
    "registry.py",
    "request.py",
    "response.py",
    "retry.py",
    "shown.py",
    "streams.py",
    "tracking.py",
    "transport.py",
    "uploads.py",
    "url.py",
    "validation_facets.py",
    "validation_failed.py",
    "validation_matcher.py",
    "validation_primitives.py",
    "validation_rules.py",
    "validation_severity.py",
    "validation_shapes.py",
    "validation_spatial.py",
    "validation_text.py",
    "value_accessors.py",
    "wire.py",
)
"""What clients of every service stand on."""

_ODATA: Final = (
    "accessors.py",
    "answers.py",
    "batch.py",
    "batch_multipart.py",
    "batch_plan.py",
    "builder.py",
    "changes.py",
    "codec.py",
    "configuration.py",
    "core.py",
    "drop_in.py",
    "fields.py",
    "model.py",
    "older.py",
    "older_json.py",
    "older_query.py",
    "older_values.py",
    "older_wire.py",
    "operations.py",
    "page_walk.py",
    "properties.py",
    "query.py",
    "query_limits.py",
    "query_literals.py",
    "references.py",
    "traits.py",
    "url_literals.py",
    "validation.py",
    "validation_walk.py",
)
"""What OData adds."""

_HTTP: Final = (
    "credentials.py",
    "forms.py",
    "http_answer.py",
    "http_builder.py",
    "http_call.py",
    "http_core.py",
    "http_errors.py",
    "http_paging.py",
    "http_request.py",
    "members.py",
    "property.py",
    "scalars.py",
    "schema_model.py",
    "schema_rules.py",
    "schema_validation.py",
    "styles.py",
    "value_codecs.py",
    "value_types.py",
)
"""What clients of services add that are described path by path."""

ODATA_FILES: Final = tuple(sorted((*_SHARED, *_ODATA)))
HTTP_FILES: Final = tuple(sorted((*_SHARED, *_HTTP)))
RUNTIME_FILES: Final = tuple(sorted((*_SHARED, *_ODATA, *_HTTP)))
"""All of it; a test compares this with the folder."""

WITHOUT: Final[Mapping[Part, Replacements]] = {
    Part.PATTERNS: {"validation_matcher.py": "validation_no_patterns.py"},
    Part.OLDER: {
        "older.py": None,
        "older_json.py": None,
        "older_query.py": None,
        "older_values.py": None,
        "older_wire.py": "no_older_wire.py",
    },
}
"""What stands in the place of files of parts that a client does not use."""
