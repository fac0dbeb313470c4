"""What Java does not take for the name of a package or of a client."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.targets.contract import TargetOptions, WrongOption
from edmund.targets.java.names import JAVA_LANG, is_identifier

__all__ = ["check_options"]

_LONGEST_PACKAGE = 40
_BOUND = frozenset({"RequestAdapter", "RootRequestBuilder", "TokenCredential"}) | JAVA_LANG


def check_options(options: TargetOptions) -> Iterator[WrongOption]:
    """The options that would give classes nobody can compile."""
    package = options.package
    if not all(map(is_identifier, package.split("."))):
        yield WrongOption("package", f"'{package}' is no name of a Java package")
    elif package.split(".")[0] in {"java", "javax"}:
        yield WrongOption("package", f"packages below '{package.split('.')[0]}' are Java's own")
    elif len(package) > _LONGEST_PACKAGE:
        message = (
            f"'{package}' is longer than {_LONGEST_PACKAGE} characters: paths would get too long"
        )
        yield WrongOption("package", message)
    client = options.client
    if client is not None and not is_identifier(client):
        yield WrongOption("client", f"'{client}' is no name of a Java class")
    elif client in _BOUND:
        yield WrongOption("client", f"'{client}' is a name that the generated client has already")
