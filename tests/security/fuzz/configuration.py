"""The configuration: any bytes are one, or are refused with the places of all that is wrong."""

from __future__ import annotations

from pathlib import Path

from security.fuzz.judging import ROOT, check_refusal

from edmund.build.recipe import target_options
from edmund.config import parse_configuration
from edmund.config.effective import effective_settings
from edmund.diagnostics import EdmundError

__all__ = ["DICTIONARY", "seeds", "try_one"]

DICTIONARY = "toml.dict"
_EVERYTHING = b"""\
[sources.graph]
url = "graph-v1.0"
path = "metadata/graph.csdl"
max_bytes = 1000
timeout = 3
[slices.users]
include_paths = ["/users/**"]
[profiles.base]
metadata = ["a.csdl", "b.csdl"]
target = "python"
slice = "users"
[clients.one]
profile = "base"
package = "one"
output = "out/one"
base_url = "https://service.example/v1"
[clients."two.three"]
metadata = "a.csdl"
target = "go"
package = "example.com/two"
output = 'out\\two'
settings = { }
[review]
fail_on = "warning"
on = "wire"
severities = { property-added = "none" }
"""


def seeds() -> list[bytes]:
    """The configurations of this repository, and one with a bit of everything."""
    files = [ROOT / "edmund.toml", *sorted((ROOT / "tests/packaging").rglob("*.toml"))]
    return [_EVERYTHING, *(path.read_bytes() for path in files)]


def try_one(data: bytes) -> None:
    """Read `data` as either file; what is accepted is shown, and each client's options are checked."""
    for name in ("edmund.toml", "pyproject.toml"):
        try:
            configuration = parse_configuration(data, Path("/nowhere") / name, shown=name)
        except EdmundError as failure:
            check_refusal(failure)
            continue
        effective_settings(configuration)
        for client in configuration.clients:
            try:
                target_options(client)
            except EdmundError as failure:
                check_refusal(failure)
