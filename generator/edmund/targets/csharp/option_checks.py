"""What C# does not take for the name of a namespace or of a client."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.targets.contract import TargetOptions, WrongOption
from edmund.targets.csharp.names import file_stem, is_identifier

__all__ = ["TAKEN_NAMES", "check_options"]

# What the namespace of the client has already (templates/csharp/runtime, files of the package's own namespace).
TAKEN_NAMES = frozenset(
    {
        "BatchRequestBuilder",
        "BatchRequestContentCollection",
        "BatchResponseContentCollection",
        "BearerToken",
        "Builders",
        "ClientOptions",
        "ICredential",
        "Models",
        "PageIterator",
        "PagingState",
        "Runtime",
        "TokenCache",
    }
)
_LONGEST_PACKAGE = 60
"""Paths of the output stay below 120 characters."""


def check_options(options: TargetOptions) -> Iterator[WrongOption]:
    """The options that would give code nobody can compile."""
    parts = options.package.split(".")
    wrong = next((part for part in parts if not is_identifier(part)), None)
    if wrong is not None:
        yield WrongOption("package", f"'{options.package}' is no name of a C# namespace")
    elif parts[0] in ("System", "global"):
        yield WrongOption("package", f"a namespace '{parts[0]}' would hide the library's own")
    elif len(options.package) > _LONGEST_PACKAGE:
        message = f"'{options.package}' is longer than {_LONGEST_PACKAGE} characters"
        yield WrongOption("package", message)
    client = options.client
    if client is not None and (not is_identifier(client) or file_stem(client) != client):
        yield WrongOption("client", f"'{client}' is no name of a C# class")
    elif client in TAKEN_NAMES or (client is not None and client == parts[-1]):
        yield WrongOption("client", f"'{client}' is a name that the generated package has already")
