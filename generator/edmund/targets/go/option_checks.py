"""Options that Go cannot take: names that are none of a module or a type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edmund.targets.contract import TargetOptions, WrongOption

__all__ = ["check_options"]

# Go modules reference, "Module paths and versions".
_ELEMENT = re.compile(r"[A-Za-z0-9_~](?:[A-Za-z0-9._~-]*[A-Za-z0-9_~-])?\Z")
_TYPE = re.compile(r"[A-Z][A-Za-z0-9_]*\Z")
_BOUND = frozenset({"RootRequestBuilder", "NewRequestAdapter"})
_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z", re.IGNORECASE)


def check_options(options: TargetOptions) -> Iterator[WrongOption]:
    """The options that would give a module nobody can import."""
    parts = options.package.split("/")
    if not all(_ELEMENT.match(part) and not _WINDOWS.match(part) for part in parts):
        yield WrongOption("package", f"'{options.package}' is no path of a Go module")
    elif "." not in parts[0] and len(parts) == 1 and parts[0] in _STANDARD:
        yield WrongOption("package", f"a module '{parts[0]}' would hide one of Go's own packages")
    client = options.client
    if client is not None and not _TYPE.match(client):
        yield WrongOption("client", f"'{client}' is no name of an exported Go type")
    elif client in _BOUND:
        yield WrongOption("client", f"'{client}' is a name that the generated package has already")


_STANDARD = frozenset(
    [
        "archive",
        "bufio",
        "builtin",
        "bytes",
        "cmp",
        "compress",
        "container",
        "context",
        "crypto",
        "database",
        "debug",
        "embed",
        "encoding",
        "errors",
        "expvar",
        "flag",
        "fmt",
        "go",
        "hash",
        "html",
        "image",
        "index",
        "internal",
        "io",
        "iter",
        "log",
        "maps",
        "math",
        "mime",
        "net",
        "os",
        "path",
        "plugin",
        "reflect",
        "regexp",
        "runtime",
        "slices",
        "sort",
        "strconv",
        "strings",
        "structs",
        "sync",
        "syscall",
        "testing",
        "text",
        "time",
        "unicode",
        "unique",
        "unsafe",
        "weak",
        "cmd",
        "main",
    ]
)
