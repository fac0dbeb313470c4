"""Metadata named on the command line: a file, or a URL, which is fetched into `metadata/` first."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import click

from edmund.api import Fetched, fetch_url
from edmund.config.inputs import shown_path
from edmund.reporting import printable

__all__ = ["METADATA", "is_url", "local_file"]


def is_url(text: object) -> bool:
    """Whether a word names a service, not a file."""
    return isinstance(text, str) and text.lower().startswith(("https://", "http://"))


class _Metadata(click.ParamType):  # type: ignore[type-arg]
    """A Path, or the text of a URL, whose slashes a Path would lose."""

    name = "file or URL"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | str:
        return value if isinstance(value, Path) or is_url(value) else Path(value)


METADATA = _Metadata()


def local_file(given: Path | str, others: Collection[Path] = ()) -> tuple[Path, Fetched | None]:
    """The file that is meant; a URL is fetched, pinned in edmund.lock, and that is said.

    `others` are files that it may not replace. Raises EdmundError.
    """
    if not is_url(given):
        return Path(given), None
    one = fetch_url(str(given), others)
    place = printable(shown_path(one.source.path))
    click.echo(f"fetched {place} ({one.size:,} bytes), pinned in edmund.lock", err=True)
    return one.source.path, one
