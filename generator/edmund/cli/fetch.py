"""`edmund fetch`."""

from __future__ import annotations

from pathlib import Path

import click

from edmund import api
from edmund.cli.console import Console, console_options
from edmund.cli.selection import config_option, configuration_of
from edmund.config import Source
from edmund.config.inputs import shown_path
from edmund.reporting import printable

__all__ = ["fetch"]

_EPILOG = """\b
Examples:
  edmund fetch            all [sources.NAME] of the configuration
  edmund fetch graph      one of them

\b
  [sources.graph]
  url = "graph-v1.0"      # or graph-beta, or https://service.example/odata/$metadata
  path = "metadata/graph.csdl"

Nothing else in Edmund uses a network. What was fetched is pinned in edmund.lock."""


@click.command(epilog=_EPILOG)
@click.argument("names", nargs=-1, metavar="[SOURCE]...")
@config_option
@click.option("--always", is_flag=True, help="Fetch even what the service says has not changed.")
@console_options
def fetch(console: Console, *, names: tuple[str, ...], config: Path | None, always: bool) -> int:
    """Bring metadata from its service to the path in the configuration, and pin it."""
    records: list[dict[str, object]] = []
    console.record({"command": "fetch", "sources": records})

    def fetched(one: api.Fetched) -> None:
        name = one.source.name
        records.append({"name": name, "changed": one.changed, "sha256": one.sha256})
        what = "is new" if one.is_new else "changed" if one.changed else "has not changed"
        place = printable(shown_path(one.source.path))
        console.say(f"{printable(name)}: {place} {what} ({one.size:,} bytes)")

    def progress(source: Source, done: int, total: int | None) -> None:
        console.progress(f"{source.name}: {done:,} bytes", done / total if total else 0.5)

    configuration = configuration_of(config)
    api.fetch(configuration, names, always=always, fetched=fetched, progress=progress)
    return 0
