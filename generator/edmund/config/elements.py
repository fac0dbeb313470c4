"""The configuration as values: all defaults applied, all paths absolute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from edmund.diagnostics import Span, Tolerance

__all__ = ["Client", "Configuration", "ReviewSettings", "Source"]


@dataclass(frozen=True, slots=True)
class Client:
    """One output to make. `origins` says for each key that was given where it was given, `names Shop.Product` for a name.

    `renames` are names that were chosen, by element; `lock` is the file that keeps those of before, if it is there.
    """

    name: str
    metadata: tuple[Path, ...]
    target: str
    package: str
    output: Path
    permissions: Path | None = None
    client: str | None = None
    base_url: str | None = None
    names: str | None = None
    shape: str | None = None
    calls: Path | None = None
    include_paths: tuple[str, ...] = ()
    include_types: tuple[str, ...] = ()
    templates: Path | None = None
    settings: Mapping[str, str | bool] = field(default_factory=dict)
    follow_versions: bool = False
    strict: bool = False
    ignore: tuple[str, ...] = ()
    renames: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Span] = field(default_factory=dict, compare=False)
    lock: Path | None = field(default=None, compare=False)

    @property
    def tolerance(self) -> Tolerance:
        """What becomes of warnings about this client's metadata."""
        return Tolerance(self.strict, frozenset(self.ignore))


@dataclass(frozen=True, slots=True)
class Source:
    """Metadata that `edmund fetch` brings: `url` (short names are resolved) to `path`."""

    name: str
    url: str
    path: Path
    max_bytes: int = 64 * 1024 * 1024
    timeout: int = 60
    authorization_env: str | None = None
    origins: Mapping[str, Span] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    waivers: Path | None = None
    fail_on: str | None = None
    on: str | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Span] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Configuration:
    """All of one file. `file` is None for a client given on the command line alone."""

    file: Path | None
    root: Path
    clients: tuple[Client, ...] = ()
    sources: tuple[Source, ...] = ()
    review: ReviewSettings = field(default_factory=ReviewSettings)
