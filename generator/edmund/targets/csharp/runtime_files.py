"""Which support code goes into an output: `templates/csharp/runtime`, apart by what the service talks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.plan.runtime_parts import Part, Replacements

__all__ = ["HTTP_RUNTIME_FILES", "RUNTIME_FILES", "WITHOUT_PARTS", "WRITTEN", "sections_of"]

WRITTEN: Final = "EdmundRuntime"
"""What the sources call the package that they become part of."""

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
    "ValidationFacets.cs",
    "ValidationFailed.cs",
    "ValidationLiterals.cs",
    "ValidationRules.cs",
    "ValidationSpatial.cs",
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
    "ODataQuery.cs",
    "PageIterator.cs",
    "Paging.cs",
    "Polling.cs",
    "Protocol.cs",
    "QueryExtensions.cs",
    "QueryFunctions.cs",
    "QueryLimits.cs",
    "QueryLiterals.cs",
    "QueryOptions.cs",
    "QueryParameters.cs",
    "QueryTerm.cs",
    "QueryTranslator.cs",
    "QueryValues.cs",
    "References.cs",
    "RelativeLinks.cs",
    "Removal.cs",
    "RequestBuilder.cs",
    "RequestConfiguration.cs",
    "TypeMember.cs",
    "Validation.cs",
    "ValidationWalk.cs",
)
_OF_HTTP = (
    "ApiException.cs",
    "Bodies.cs",
    "CallShape.cs",
    "Codec.cs",
    "Contents.cs",
    "FilePart.cs",
    "HeldShape.cs",
    "ItemStream.cs",
    "ModelTyped.cs",
    "Paging.cs",
    "ParameterText.cs",
    "Protocol.cs",
    "QueryParameters.cs",
    "RequestBuilder.cs",
    "RequestCall.cs",
    "RequestConfiguration.cs",
    "ResponseContent.cs",
    "SameJson.cs",
    "ScalarEnum.cs",
    "SchemaRules.cs",
    "SchemaUnions.cs",
    "SchemeAccess.cs",
    "SchemeCredentials.cs",
    "TypeMember.cs",
    "TypedMembers.cs",
    "Union.cs",
    "Validation.cs",
    "ValidationWalk.cs",
)
_OF_PARTS: Final[Mapping[Part, Mapping[str, str]]] = {
    Part.OLDER: {
        f"Older{name}.cs": f"older/Older{name}.cs"
        for name in ("Answers", "Bodies", "Queries", "Requests", "Session", "Values", "Version")
    },
    Part.MULTIPART: {"MultipartBatch.cs": "multipart/MultipartBatch.cs"},
}
RUNTIME_FILES: Final[Mapping[str, str]] = dict(
    sorted(
        {
            **{name: name for name in (*_SHARED, *_OF_ODATA)},
            **{name: source for files in _OF_PARTS.values() for name, source in files.items()},
        }.items()
    )
)
"""That of clients of OData services, with the source of each file."""
HTTP_RUNTIME_FILES: Final[Mapping[str, str]] = dict(
    sorted(
        {**{name: name for name in _SHARED}, **{name: f"http/{name}" for name in _OF_HTTP}}.items()
    )
)
"""That of clients of all other services, with the source of each file."""
WITHOUT_PARTS: Final[Mapping[Part, Replacements]] = {
    Part.PATTERNS: {"PatternMatcher.cs": "NoPatterns.cs"},
    **{part: dict.fromkeys(files) for part, files in _OF_PARTS.items()},
}
"""What clients have in the place of files of parts that they do not use."""


def sections_of(parts: frozenset[Part]) -> frozenset[str]:
    """The sections of support files that clients have, which are called as the parts are."""
    return frozenset(part.name for part in parts)
