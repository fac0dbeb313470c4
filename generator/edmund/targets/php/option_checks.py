"""What PHP does not take for the namespace of a package or the class of a client."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edmund.targets.contract import TargetOptions, WrongOption
from edmund.targets.php.composer import check_settings
from edmund.targets.php.names import is_reserved

__all__ = ["check_options"]

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_DISTRIBUTION = re.compile(r"[a-z0-9]([_.-]?[a-z0-9]+)*/[a-z0-9](([_.]|-{1,2})?[a-z0-9]+)*\Z")
# Folders and classes that the output has beside the client's own class.
_TAKEN = frozenset({"generated", "runtime"})
_LONGEST = 60


def check_options(options: TargetOptions) -> Iterator[WrongOption]:
    """The options that would give classes nobody can load."""
    parts = options.package.split("\\")
    if not all(_is_name(part) for part in parts) or len(options.package) > _LONGEST:
        yield WrongOption("package", f"'{options.package}' is no name of a PHP namespace")
    client = options.client
    if client is not None and not _is_name(client):
        yield WrongOption("client", f"'{client}' is no name of a PHP class")
    elif client is not None and client.lower() in _TAKEN:
        yield WrongOption("client", f"'{client}' is a name that the generated package has already")
    name = options.settings.get("distribution")
    if name is not None and not (isinstance(name, str) and _DISTRIBUTION.match(name)):
        yield WrongOption("distribution", f"'{name}' is no name of a Composer package")
    yield from check_settings(options)


def _is_name(text: str) -> bool:
    return _NAME.match(text) is not None and not is_reserved(text)
