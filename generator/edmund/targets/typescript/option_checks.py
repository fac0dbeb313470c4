"""What TypeScript and npm do not take for the name of a package or of a client."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edmund.targets.contract import TargetOptions, WrongOption
from edmund.targets.typescript.names import interface_name

__all__ = ["check_options", "package_name"]

# What npm takes for new packages, a scope before it or not.
_PACKAGE = re.compile(r"(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*\Z")
_TAKEN = frozenset({"node_modules", "favicon.ico"})
_CLIENT = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")

# What the client's module and the package itself bind.
_NAMES = """
    AccessToken ApiError ApiResponse AuthenticationFailed BaseCollectionPaginationCountResponse BatchAnswers Batches ClientError
    ClientSettings ConfigurationError ConnectionFailed CountQueryParameters DateOnly DateTimeOffset Decimal
    Duration GeoJson Int64 InvalidArgument JsonError ListQueryParameters Model ODataError OpenEnum Operation
    Pages PagingStopped QueryParameters ReadQueryParameters RedirectRefused ReferenceCreate ReferenceUpdate
    RequestConfiguration RequestInformation ResponseTooLarge RootRequestBuilder Severity
    StringCollectionResponse TimeOnly TimedOut TokenCredential UnexpectedAnswer UnsafeUrl ValidationFailed
    Violation BasicCredential BodyContent CallOptions Credential FileContent FilePart HttpPages RawJson Secret Sends
"""
_BOUND = frozenset(_NAMES.split())


def check_options(options: TargetOptions) -> Iterator[WrongOption]:
    """The options that would give a package nobody can install or import."""
    package, client = options.package, options.client
    if len(package) > 214 or not _PACKAGE.match(package) or package in _TAKEN:
        yield WrongOption("package", f"'{package}' is no name of an npm package")
    if client is not None:
        if not _CLIENT.match(client) or interface_name(client) != client:
            message = f"'{client}' is no name of a TypeScript interface with a capital first"
            yield WrongOption("client", message)
        elif client in _BOUND:
            message = f"'{client}' is a name that the generated package has already"
            yield WrongOption("client", message)


def package_name(words: str) -> str:
    """The name of a package out of words in lower case with underscores: `trip-pin`."""
    return words.replace("_", "-")
