"""The support code: which files a client has, and what each is a copy of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from edmund.plan.runtime_parts import Part, Replacements, runtime_sources
from edmund.plan.service import speaks_odata
from edmund.render.files import VerbatimFile
from edmund.surface.elements import Surface

__all__ = [
    "OF_ANY_SERVICE",
    "OF_HTTP",
    "OF_ODATA",
    "OF_OLDER_ODATA",
    "WITHOUT_OLDER",
    "WITHOUT_PATTERNS",
    "runtime_files",
]

OF_ANY_SERVICE = (
    "ecma/match.go",
    *(
        f"odata/{name}.go"
        for name in (
            "accessors",
            "agent",
            "body",
            "changes",
            "credential",
            "decimal",
            "enums",
            "errors",
            "facets_check",
            "headers",
            "idle",
            "json_read",
            "json_write",
            "literals_check",
            "object",
            "order",
            "primitives",
            "record",
            "retry",
            "rules",
            "shown",
            "spatial_check",
            "temporal",
            "transport",
            "types",
            "url",
            "validation",
            "walk",
        )
    ),
)
"""What clients of all services are made of: models, validators, transport."""

OF_ODATA = tuple(
    f"odata/{name}.go"
    for name in (
        "adapter",
        "answers",
        "batch",
        "batch_json",
        "batch_multipart",
        "batch_parts",
        "binding",
        "builder",
        "configuration",
        "control",
        "doc",
        "literal",
        "paging",
        "query_expressions",
        "query_options",
        "query_text",
        "query_values",
        "references",
        "request",
        "response",
        "service_error",
        "spatial_literal",
        "streams",
        "traits",
    )
)
"""What clients of OData of all versions have beside that."""

OF_OLDER_ODATA = tuple(
    f"older/{name}.go"
    for name in (
        "json_answered",
        "json_sent",
        "protocol",
        "query_forms",
        "query_times",
        "security_token",
        "url_forms",
        "values",
        "version",
    )
)
"""What depends on the version of OData, as 1.0 to 3.0 have it."""

OF_HTTP = tuple(
    f"openapi/{name}.go"
    for name in (
        "adapter",
        "answers",
        "builder",
        "call",
        "codecs",
        "configuration",
        "control",
        "credentials",
        "doc",
        "forms",
        "paging",
        "request",
        "service_error",
        "shapes",
        "streams",
        "styles",
        "unions",
    )
)
"""What clients have in the place of OData's files."""

# What stands in the place of a file where no value is restricted by a pattern.
WITHOUT_PATTERNS = {"ecma/match.go": "nopatterns/match.go"}

# What stands in the place of files for OData 1 to 3 where the service speaks 4.0 or 4.01.
WITHOUT_OLDER: Final[Replacements] = {
    **dict.fromkeys(OF_OLDER_ODATA),
    **{f"older/{name}.go": f"odata/{name}.go" for name in ("protocol", "query_forms", "url_forms")},
}


def runtime_files(surface: Surface, module: str) -> Iterator[VerbatimFile]:
    """The support code of a client, whose module is called `module`."""
    own = (*OF_ODATA, *OF_OLDER_ODATA) if speaks_odata(surface) else OF_HTTP
    without = {Part.PATTERNS: WITHOUT_PATTERNS, Part.OLDER: WITHOUT_OLDER}
    for name, source in runtime_sources((*OF_ANY_SERVICE, *own), without, surface):
        folder, _, file = name.partition("/")
        place = f"{_FOLDERS.get(folder, folder)}/{file}"
        yield VerbatimFile(f"runtime/{place}", source, "edmundruntime", f"{module}/runtime")


# The packages of files that lie in folders of their own here.
_FOLDERS = {"openapi": "odata", "older": "odata"}
