"""All that the rest of a client asks of OData 1 to 3; clients of services of OData 4 have another file in its place."""

from __future__ import annotations

from .older import SecurityToken, arguments_of, older_headers, older_request
from .older_query import called, kind_of, literal_of_kind, one_of, refuse
from .older_values import literal_of

__all__ = [
    "SecurityToken",
    "arguments_of",
    "called",
    "kind_of",
    "literal_of",
    "literal_of_kind",
    "older_headers",
    "older_request",
    "one_of",
    "refuse",
]
