"""The support code, by what needs it; a test compares this with the folder."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.plan.runtime_parts import Part, Replacements, runtime_sources
from edmund.surface.elements import Surface

__all__ = [
    "HTTP_FILES",
    "ODATA_FILES",
    "OF_VERSION_3",
    "SHARED_FILES",
    "WITHOUT_OLDER",
    "WITHOUT_PATTERNS",
    "http_sources",
    "odata_sources",
]

SHARED_FILES = (
    "auth.ts",
    "authorizer.ts",
    "base64.ts",
    "body.ts",
    "codec.ts",
    "dates.ts",
    "decimals.ts",
    "durations.ts",
    "errors.ts",
    "headers.ts",
    "json.ts",
    "masking.ts",
    "origins.ts",
    "printing.ts",
    "request.ts",
    "response.ts",
    "retry.ts",
    "routes.ts",
    "serviceRoot.ts",
    "tables.ts",
    "transport.ts",
    "validationFacets.ts",
    "validationFailed.ts",
    "validationMatcher.ts",
    "validationPrimitives.ts",
    "validationRules.ts",
    "validationSpatial.ts",
    "validationText.ts",
    "watch.ts",
)
"""What every client has."""

ODATA_FILES = (
    "answers.ts",
    "batch.ts",
    "batchJson.ts",
    "batchMultipart.ts",
    "batchPlan.ts",
    "builder.ts",
    "client.ts",
    "configuration.ts",
    "dialect.ts",
    "links.ts",
    "model.ts",
    "odataError.ts",
    "odataResponse.ts",
    "olderJson.ts",
    "olderTraits.ts",
    "olderValues.ts",
    "olderVersion.ts",
    "operations.ts",
    "paging.ts",
    "polling.ts",
    "queryDialect.ts",
    "queryExpressions.ts",
    "queryOptions.ts",
    "queryPaths.ts",
    "queryTypes.ts",
    "schema.ts",
    "securityToken.ts",
    "url.ts",
    "urlSpatial.ts",
    "validation.ts",
    "validationWalk.ts",
)
"""What clients of OData services have beside."""

HTTP_FILES = (
    "apiError.ts",
    "contents.ts",
    "credentials.ts",
    "events.ts",
    "httpAnswers.ts",
    "httpBuilder.ts",
    "httpClient.ts",
    "httpConfiguration.ts",
    "httpPages.ts",
    "httpTables.ts",
    "httpValidation.ts",
    "httpValidationWalk.ts",
    "parameters.ts",
    "typeTables.ts",
    "types.ts",
    "values.ts",
)
"""What clients of all other services have beside."""

WITHOUT_PATTERNS: Replacements = {"validationMatcher.ts": "validationNoPatterns.ts"}
"""What stands in the place of a file where no value is restricted by a pattern."""

WITHOUT_OLDER: Replacements = {
    "dialect.ts": "dialectSince4.ts",
    "queryDialect.ts": "queryDialectSince4.ts",
    "olderJson.ts": None,
    "olderTraits.ts": None,
    "olderValues.ts": None,
    "olderVersion.ts": None,
    "securityToken.ts": None,
}
"""What stands in the place of a file, if anything, where the service speaks 4.0 or 4.01."""

OF_VERSION_3 = {"olderVersion.ts": "olderVersion3.ts"}
"""What stands in the place of a file where the service speaks 3.0."""


def odata_sources(surface: Surface) -> Iterator[tuple[str, str]]:
    """The support code of a client of an OData service, each file with its source."""
    without = {Part.PATTERNS: WITHOUT_PATTERNS, Part.OLDER: WITHOUT_OLDER}
    of_version = OF_VERSION_3 if surface.version == "3.0" else {}
    for name, source in runtime_sources(sorted((*SHARED_FILES, *ODATA_FILES)), without, surface):
        yield name, of_version.get(name, source)


def http_sources(surface: Surface) -> Iterator[tuple[str, str]]:
    """The same for a client of any other service."""
    files = sorted((*SHARED_FILES, *HTTP_FILES))
    return runtime_sources(files, {Part.PATTERNS: WITHOUT_PATTERNS}, surface)
