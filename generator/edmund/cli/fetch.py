"""`edmund fetch`."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import click

from edmund.cli.console import Console, console_options
from edmund.cli.selection import config_option, configuration_of
from edmund.config import Source
from edmund.config.check import suggestion
from edmund.config.inputs import read_file, shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.fetch import Fetched, fetch_source
from edmund.lock import Lock, LockedSource, lock_path, read_lock, write_lock
from edmund.output.manifest import digest
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
    configuration = configuration_of(config)
    by_name = {source.name: source for source in configuration.sources}
    if not by_name:
        message = "the configuration has no [sources.NAME] table: there is nothing to fetch"
        raise EdmundError((Diagnostic("EDM605", Severity.ERROR, message),))
    for name in names:
        if name not in by_name:
            hint = suggestion(name, by_name) or f"there are: {', '.join(by_name)}"
            raise click.UsageError(f"the configuration has no source '{name}': {hint}")
    path = lock_path(configuration)
    lock = read_lock(path) or Lock(version("edmund"))
    locked = dict(lock.sources)
    records: list[dict[str, object]] = []
    console.record({"command": "fetch", "sources": records})
    for name in names or by_name:
        fetched = _fetch_one(console, by_name[name], None if always else locked.get(name))
        locked[name] = LockedSource(
            fetched.source.url, fetched.final_url, fetched.sha256, fetched.etag
        )
        records.append({"name": name, "changed": fetched.changed, "sha256": fetched.sha256})
        what = "changed" if fetched.changed else "has not changed"
        place = printable(shown_path(fetched.source.path))
        console.say(f"{printable(name)}: {place} {what} ({fetched.size:,} bytes)")
        # Pinned one by one: a later source may fail.
        lock = replace(lock, sources=dict(locked))
        write_lock(path, lock)
    return 0


def _fetch_one(console: Console, source: Source, locked: LockedSource | None) -> Fetched:
    def progress(done: int, total: int | None) -> None:
        console.progress(f"{source.name}: {done:,} bytes", done / total if total else 0.5)

    etag = final_url = None
    if (
        locked is not None
        and locked.url == source.url
        and source.path.is_file()
        and digest(read_file(source.path).data) == locked.sha256
    ):
        etag, final_url = locked.etag, locked.final_url
    return fetch_source(
        source,
        etag=etag,
        final_url=final_url,
        accept=lambda path: _accept(source, path),
        progress=progress,
    )


def _accept(source: Source, path: Path) -> None:
    """Keep out what is no metadata: a login page would otherwise replace a good file."""
    if source.path.suffix == ".json":
        return
    from edmund.csdl.reader import parse_document  # noqa: PLC0415 - only when something came

    parse_document(path.read_bytes(), shown_path(source.path))
