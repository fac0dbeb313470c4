"""What Python does not take for the name of a package or of a client."""

from __future__ import annotations

import keyword
import sys
from collections.abc import Iterator

from edmund.targets.contract import TargetOptions, WrongOption

__all__ = ["check_options"]

# What the client's module and the package itself bind (client/client.py.jinja, client/init.py.jinja).
_BOUND = frozenset(
    {
        "Async",
        "Any",
        "AsyncCredential",
        "BatchAnswers",
        "BatchFormat",
        "BatchTraits",
        "ChangeSet",
        "Credential",
        "Mapping",
        "ODataError",
        "Request",
        "RequestConfiguration",
        "Response",
        "RootBuilder",
        "Self",
        "ServiceTraits",
        "Sequence",
        "Sync",
        "T",
        "TYPE_CHECKING",
        "TracebackType",
        "TypeVar",
        "_TRAITS",
        "core_of",
        "httpx",
        "super",
    }
)


def check_options(options: TargetOptions) -> Iterator[WrongOption]:
    """The options that would give modules nobody can import."""
    parts = options.package.split(".")
    for part in parts:
        if not _is_name(part):
            yield WrongOption("package", f"'{options.package}' is no name of a Python package")
            break
    else:
        if parts[0] in sys.stdlib_module_names or parts[0] == "__init__":
            message = f"a package '{parts[0]}' would hide the module that Python itself has"
            yield WrongOption("package", message)
    client = options.client
    if client is not None and not _is_name(client):
        yield WrongOption("client", f"'{client}' is no name of a Python class")
    elif client in _BOUND:
        yield WrongOption("client", f"'{client}' is a name that the generated package has already")


def _is_name(text: str) -> bool:
    return text.isascii() and text.isidentifier() and not keyword.iskeyword(text)
