"""The types that the support code declares, by the namespace below the package that they lie in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.plan.runtime_parts import Part

__all__ = ["OF_HTTP", "OF_ODATA", "OF_PARTS", "RUNTIME", "Declared"]

RUNTIME: Final = "Runtime"
"""The namespace, below the package, of what does not depend on the schema."""

Declared = Mapping[str, str]
"""The namespace of each type by its name, generics with the number of their parameters (`Codec`1`)."""

_ByNamespace = Mapping[str, tuple[str, ...]]

_SHARED: Final[_ByNamespace] = {
    "": (
        "BearerToken",
        "ClientOptions",
        "ICredential",
        "TokenCache",
    ),
    "Runtime": (
        "AdditionalData",
        "Admission",
        "AnyModel",
        "AuthenticationFailedException",
        "Base64",
        "BodyMade",
        "BodyReader",
        "Bound",
        "ClientException",
        "ConnectionFailedException",
        "DecodeException",
        "Discriminator",
        "EnumType",
        "ExactNumber",
        "Finding",
        "IAccess",
        "IOpenEnum",
        "IOpenEnum`1",
        "ITypedList",
        "IWireValue",
        "IntegerRanges",
        "JsonList",
        "JsonMap",
        "JsonNumber",
        "JsonText",
        "JsonTextException",
        "JsonValues",
        "Masked",
        "MemberOf`1",
        "Model",
        "ModelList",
        "ModelType",
        "OpenBody",
        "PagingStoppedException",
        "PatternMatcher",
        "Primitive`1",
        "Primitives",
        "PropertyShape",
        "RedirectRefusedException",
        "Reply",
        "RequestHeaders",
        "RequestInformation",
        "RequestInformation`1",
        "RequestTimedOutException",
        "ResponseTooLargeException",
        "Response`1",
        "Retry",
        "Rule",
        "SchemaTable",
        "ServiceCore",
        "ServiceTraits",
        "ServiceUrl",
        "Severity",
        "Shown",
        "StreamedBody",
        "StreamedContent",
        "TypeOf`1",
        "UnexpectedAnswerException",
        "UnsafeUrlException",
        "UrlReference",
        "Validation",
        "ValidationFacets",
        "ValidationFailedException",
        "ValidationLiterals",
        "ValidationSpatial",
        "ValueList`1",
        "ValueShape",
        "Violation",
        "WriteOperation",
    ),
}
_ODATA: Final[_ByNamespace] = {
    "": (
        "BatchRequestBuilder",
        "BatchRequestContentCollection",
        "BatchResponseContentCollection",
        "ODataQuery",
        "PageIterator`2",
        "PagingState",
        "QueryExtensions",
    ),
    "Models": (
        "BaseCollectionPaginationCountResponse",
        "ReferenceCreate",
        "ReferenceUpdate",
        "StringCollectionResponse",
    ),
    "Runtime": (
        "Answers",
        "BatchStep",
        "BatchSteps",
        "Binding",
        "BodyUse",
        "Changes",
        "CountQueryParameters",
        "DefaultQueryParameters",
        "ExpandedItems",
        "Expansion`1",
        "Flags",
        "IListQueryOf`1",
        "IPage`1",
        "IQueryOf`1",
        "ListQueryParameters",
        "ListQueryParameters`1",
        "Literals",
        "PageOf`1",
        "PageWalk`2",
        "PagedItems`2",
        "Polling",
        "Protocol",
        "QueryFunctions",
        "QueryLimits",
        "QueryLiterals",
        "QueryParameters",
        "QueryTerm",
        "QueryTranslator",
        "QueryUse",
        "QueryValues",
        "ReadQueryParameters",
        "ReadQueryParameters`1",
        "RelativeLinks",
        "Removal",
        "RemoveReferenceQueryParameters",
        "RequestBuilder",
        "RequestConfiguration`1",
        "TypeMember",
        "UnsupportedQueryException",
        "UrlPart",
        "UrlPlace",
        "ValidationWalk",
    ),
}
_HTTP: Final[_ByNamespace] = {
    "": (
        "ApiKeyCredential",
        "AuthorizationCredential",
        "BasicCredential",
        "BearerCredential",
        "SchemeCredential",
        "SchemeCredentials",
    ),
    "Runtime": (
        "AnswerShape",
        "ApiException",
        "Bodies",
        "BodyForm",
        "BodyShape",
        "CallShape",
        "Codec`1",
        "Codecs",
        "ContentShape",
        "Contents",
        "DefaultQueryParameters",
        "EventPayload",
        "FileCodec",
        "FilePart",
        "HeldShape",
        "IScalarEnum`1",
        "IUnion`1",
        "ItemReader",
        "ItemStream`1",
        "JsonKinds",
        "LinkHeader",
        "NeededScheme",
        "PageLinks",
        "PagedItems`2",
        "PagingKind",
        "PagingShape",
        "ParameterPlace",
        "ParameterShape",
        "ParameterStyle",
        "ParameterText",
        "PartForm",
        "PartShape",
        "Protocol",
        "QueryParameters",
        "RequestBuilder",
        "RequestConfiguration`1",
        "SameJson",
        "Scalars",
        "SchemeAccess",
        "SchemeKind",
        "SchemeShape",
        "TypeMember",
        "TypedMembers`1",
        "TypedValue`1",
        "Union",
        "UnionShape",
        "UrlPlace",
        "ValidationWalk",
        "VariantShape",
    ),
}


def _declared(*groups: _ByNamespace) -> Declared:
    return {
        name: namespace for group in groups for namespace, names in group.items() for name in names
    }


OF_ODATA: Final = _declared(_SHARED, _ODATA)
"""What clients of OData services have, outside of the namespace of errors."""

OF_PARTS: Final[Mapping[Part, Declared]] = {
    Part.MULTIPART: _declared(
        {"": ("BatchFormat",), "Runtime": ("MultipartBatch", "MultipartRequest")}
    ),
    Part.OLDER: _declared(
        {
            "Runtime": (
                "OlderAnswers",
                "OlderBodies",
                "OlderLiteral",
                "OlderQueries",
                "OlderRequests",
                "OlderSession",
                "OlderValues",
                "OlderVersion",
            )
        }
    ),
}
"""What those have in addition that use a part of the support code."""

OF_HTTP: Final = _declared(_SHARED, _HTTP)
"""What clients of all other services have."""
