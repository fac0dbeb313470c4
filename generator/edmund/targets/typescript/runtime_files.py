"""The support code, by what needs it; a test compares this with the folder."""

from __future__ import annotations

__all__ = ["HTTP_FILES", "ODATA_FILES", "SHARED_FILES", "WITHOUT_PATTERNS"]

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
    "links.ts",
    "model.ts",
    "odataError.ts",
    "odataResponse.ts",
    "operations.ts",
    "paging.ts",
    "polling.ts",
    "queryExpressions.ts",
    "queryOptions.ts",
    "queryPaths.ts",
    "queryTypes.ts",
    "schema.ts",
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

WITHOUT_PATTERNS = {"validationMatcher.ts": "validationNoPatterns.ts"}
"""What stands in the place of a file where no value is restricted by a pattern."""
