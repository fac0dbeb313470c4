"""Which support code goes into an output: `templates/csharp/runtime`, apart by what the service talks."""

from __future__ import annotations

__all__ = ["RUNTIME_FILES", "WITHOUT_PATTERNS"]

_SHARED = (
    "Access.cs",
    "AdditionalData.cs",
    "Base64.cs",
    "BodyReader.cs",
    "ClientOptions.cs",
    "Credentials.cs",
    "Errors.cs",
    "ExactNumber.cs",
    "IntegerRanges.cs",
    "JsonMap.cs",
    "JsonText.cs",
    "Model.cs",
    "ModelMembers.cs",
    "ModelType.cs",
    "OpenBody.cs",
    "OpenEnum.cs",
    "PatternMatcher.cs",
    "Primitives.cs",
    "PropertyShape.cs",
    "RequestHeaders.cs",
    "RequestInformation.cs",
    "Response.cs",
    "Retry.cs",
    "SchemaTable.cs",
    "ServiceCore.cs",
    "ServiceTraits.cs",
    "ServiceUrl.cs",
    "Shown.cs",
    "StreamedContent.cs",
    "TypedList.cs",
    "UrlReference.cs",
    "Validation.cs",
    "ValidationFacets.cs",
    "ValidationLiterals.cs",
    "ValidationRules.cs",
    "ValidationSpatial.cs",
    "ValidationWalk.cs",
)
_OF_ODATA = (
    "Answers.cs",
    "Batch.cs",
    "BatchSteps.cs",
    "Changes.cs",
    "ExpandedItems.cs",
    "Flags.cs",
    "Literals.cs",
    "ModelOData.cs",
    "ODataError.cs",
    "ODataOptions.cs",
    "PageIterator.cs",
    "Paging.cs",
    "Polling.cs",
    "Protocol.cs",
    "QueryParameters.cs",
    "References.cs",
    "RelativeLinks.cs",
    "Removal.cs",
    "RequestBuilder.cs",
    "RequestConfiguration.cs",
    "TypeMember.cs",
)
RUNTIME_FILES = tuple(sorted((*_SHARED, *_OF_ODATA)))
"""That of clients of OData services."""
# What stands in the place of a file where no value is restricted by a pattern.
WITHOUT_PATTERNS = {"PatternMatcher.cs": "NoPatterns.cs"}
