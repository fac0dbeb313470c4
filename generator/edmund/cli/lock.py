"""`edmund lock`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from edmund.cli.console import Console, console_options
from edmund.cli.lock_review import keep_inputs, review_inputs
from edmund.cli.selection import config_option, configuration_of
from edmund.lock import Lock, current_lock, lock_path, read_lock, write_lock
from edmund.reporting import printable

__all__ = ["lock"]

_EPILOG = """\b
Examples:
  edmund lock                    accept what is there now, and say what changed
  edmund lock --check            only say; exit 1 when the lock is out of date
  edmund generate --locked       insist on the lock"""


@click.command(epilog=_EPILOG)
@config_option
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when the lock is out of date.")
@console_options
def lock(console: Console, *, config: Path | None, check: bool) -> int:
    """Pin inputs, compiler, templates and options in edmund.lock, and say what changed."""
    configuration = configuration_of(config)
    path = lock_path(configuration)
    before = read_lock(path)
    now = current_lock(configuration, before)
    changes = list(_changes(before, now)) if before is not None else ["new lock"]
    console.record({"command": "lock", "changes": changes})
    for change in changes:
        console.result(printable(change))
    if before is not None:
        changed = [n for n, sha in now.inputs.items() if before.inputs.get(n, sha) != sha]
        for line in review_inputs(configuration, before, changed):
            console.result(line)
    if not changes:
        console.say("the lock is up to date")
    if check:
        return 1 if changes else 0
    keep_inputs(configuration, now)
    write_lock(path, now)
    return 0


def _changes(before: Lock, now: Lock) -> Iterator[str]:
    if before.compiler != now.compiler:
        yield f"compiler: {before.compiler} -> {now.compiler}"
    yield from _difference("input", before.inputs, now.inputs)
    for name in sorted(before.clients.keys() | now.clients.keys()):
        old, new = before.clients.get(name), now.clients.get(name)
        if old is None or new is None:
            yield f"client {name}: {'new' if old is None else 'gone'}"
            continue
        if old.inputs != new.inputs:
            yield f"client {name}: inputs are now {', '.join(new.inputs)}"
        if old.templates != new.templates:
            yield f"client {name}: templates changed"
        for key in sorted(old.options.keys() | new.options.keys()):
            if old.options.get(key) != new.options.get(key):
                yield f"client {name}: {key}: {old.options.get(key)!r} -> {new.options.get(key)!r}"


def _difference(what: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            yield f"{what} {name}: new"
        elif name not in new:
            yield f"{what} {name}: gone"
        elif old[name] != new[name]:
            yield f"{what} {name}: {old[name][:12]} -> {new[name][:12]}"
