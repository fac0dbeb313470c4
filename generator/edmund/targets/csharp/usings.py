"""Type names in generated files: short with a `using` where a name is one type's alone, else in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["RUNTIME", "RUNTIME_TYPES", "FileNames", "TypeNames", "Usings"]

RUNTIME = "Runtime"
"""The namespace, below the package, of what does not depend on the schema."""

# What generated code names beside its own classes. Generics are apart from plain names in C#, hence `List`1`.
_LIBRARY = {
    "Action`1": "System",
    "CancellationToken": "System.Threading",
    "DateOnly": "System",
    "DateTimeOffset": "System",
    "Guid": "System",
    "IEquatable`1": "System",
    "IEnumerable`1": "System.Collections.Generic",
    "JsonNode": "System.Text.Json.Nodes",
    "List`1": "System.Collections.Generic",
    "Stream": "System.IO",
    "Task": "System.Threading.Tasks",
    "Task`1": "System.Threading.Tasks",
    "TimeOnly": "System",
    "TimeSpan": "System",
}
# All types of the runtime, by the namespace that they lie in; a test compares them with the sources.
_OF_RUNTIME = [
    "AdditionalData",
    "Answers",
    "AnyModel",
    "AuthenticationFailedException",
    "Base64",
    "BatchStep",
    "BatchSteps",
    "BodyReader",
    "BodyUse",
    "Bound",
    "Changes",
    "ClientException",
    "ConnectionFailedException",
    "CountQueryParameters",
    "DecodeException",
    "DefaultQueryParameters",
    "EnumType",
    "ExactNumber",
    "ExpandedItems",
    "Finding",
    "Flags",
    "IOpenEnum",
    "IOpenEnum`1",
    "IPage`1",
    "ITypedList",
    "IntegerRanges",
    "JsonList",
    "JsonMap",
    "JsonNumber",
    "JsonText",
    "JsonTextException",
    "JsonValues",
    "ListQueryParameters",
    "Literals",
    "Masked",
    "MemberOf`1",
    "Model",
    "ModelList",
    "ModelType",
    "PageOf`1",
    "PageWalk`2",
    "PagedItems`2",
    "PagingStoppedException",
    "PatternMatcher",
    "Polling",
    "Primitive`1",
    "Primitives",
    "PropertyShape",
    "QueryParameters",
    "ReadQueryParameters",
    "RedirectRefusedException",
    "RelativeLinks",
    "Removal",
    "RemoveReferenceQueryParameters",
    "Reply",
    "RequestBuilder",
    "RequestConfiguration`1",
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
    "TypeOf`1",
    "UnexpectedAnswerException",
    "UnsafeUrlException",
    "UrlPart",
    "UrlPlace",
    "UrlReference",
    "Validation",
    "ValidationFacets",
    "ValidationFailedException",
    "ValidationLiterals",
    "ValidationSpatial",
    "ValidationWalk",
    "ValueList`1",
    "ValueShape",
    "Violation",
    "WriteOperation",
]
_OF_PACKAGE = [
    "BatchRequestBuilder",
    "BatchRequestContentCollection",
    "BatchResponseContentCollection",
    "BearerToken",
    "ClientOptions",
    "ICredential",
    "PageIterator`2",
    "PagingState",
    "TokenCache",
]
_OF_MODELS = (
    "BaseCollectionPaginationCountResponse",
    "ReferenceCreate",
    "ReferenceUpdate",
    "StringCollectionResponse",
)


@dataclass(frozen=True, slots=True)
class Usings:
    """Those of the library stand before the namespace, those of the package behind: there a name of the schema
    (`FileSystemInfo`) hides the library's."""

    library: tuple[str, ...]
    own: tuple[str, ...]

    @property
    def has_library(self) -> bool:
        return bool(self.library)

    @property
    def has_own(self) -> bool:
        return bool(self.own)


RUNTIME_TYPES = frozenset((*_OF_RUNTIME, *_OF_PACKAGE, *_OF_MODELS))
"""What the runtime declares outside the namespace of errors."""


class TypeNames:
    """All types that generated code can name. `own` are pairs of namespace and name of generated classes,
    `namespaces` those that there are below the package."""

    def __init__(
        self, package: str, own: Iterable[tuple[str, str]], namespaces: Iterable[str]
    ) -> None:
        self.package = package
        self._known = dict(_LIBRARY)
        self._known.update((name, f"{package}.{RUNTIME}") for name in _OF_RUNTIME)
        self._known.update((name, package) for name in _OF_PACKAGE)
        self._known.update((name, f"{package}.Models") for name in _OF_MODELS)
        claims = Counter(list(self._known))
        claims.update(name for _, name in own)
        claims.update({part for namespace in namespaces for part in namespace.split(".")})
        claims.update({RUNTIME, "Models", "Builders"})
        self._ambiguous = frozenset(name for name, count in claims.items() if count > 1)

    def known(self, name: str) -> str:
        """The namespace of a type of the library or the runtime."""
        return self._known[name]

    def is_ambiguous(self, name: str) -> bool:
        return name in self._ambiguous

    def file(self, namespace: str) -> FileNames:
        """The names that one file, all in `namespace`, writes."""
        return FileNames(self, namespace)


class FileNames:
    """Gives names and collects the `using`s that they need."""

    def __init__(self, types: TypeNames, namespace: str) -> None:
        self._types = types
        self._namespace = namespace
        self._used: set[str] = set()

    def own(self, namespace: str, name: str) -> str:
        """A generated class."""
        if namespace == self._namespace:
            return name
        return self._written(namespace, name, name)

    def known(self, name: str, *arguments: str) -> str:
        """A type of the library or the runtime, with its type arguments."""
        key = f"{name}`{len(arguments)}" if arguments else name
        written = self._written(self._types.known(key), name, key)
        return f"{written}<{', '.join(arguments)}>" if arguments else written

    def full(self, name: str) -> str:
        """A type of the runtime in an expression, where a member may be called like it."""
        return f"global::{self._types.known(name)}.{name}"

    def _written(self, namespace: str, name: str, key: str) -> str:
        if self._types.is_ambiguous(key):
            return f"global::{namespace}.{name}"
        if namespace != self._namespace and not self._namespace.startswith(f"{namespace}."):
            self._used.add(namespace)
        return name

    def usings(self) -> Usings:
        """The namespaces to import."""
        ordered = sorted(self._used)
        return Usings(
            tuple(used for used in ordered if _is_system(used)),
            tuple(used for used in ordered if not _is_system(used)),
        )


def _is_system(namespace: str) -> bool:
    return namespace == "System" or namespace.startswith("System.")
