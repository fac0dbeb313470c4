"""`edmund lock`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from edmund import api
from edmund.cli.console import Console, console_options
from edmund.cli.selection import config_option, configuration_of
from edmund.reporting import printable

__all__ = ["lock"]

_MOST_FINDINGS = 30
_EPILOG = """\b
Examples:
  edmund lock                    accept what is there now, and say what changed
  edmund lock --new-names        let go of names that are kept from before
  edmund lock --check            only say; exit 1 when the lock is out of date
  edmund generate --locked       insist on the lock"""


@click.command(epilog=_EPILOG)
@config_option
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when the lock is out of date.")
@click.option("--new-names", is_flag=True, help="Take the names that are made without the lock.")
@console_options
def lock(console: Console, *, config: Path | None, check: bool, new_names: bool) -> int:
    """Pin inputs, compiler, templates and options in edmund.lock, and say what changed."""
    update = api.lock(configuration_of(config), write=not check, new_names=new_names)
    console.record({"command": "lock", "changes": list(update.changes)})
    for change in update.changes:
        console.result(printable(change))
    for review in update.reviews:
        for line in _review_lines(review):
            console.result(printable(line))
    if not update.changes:
        console.say("the lock is up to date")
    return 1 if check and update.changes else 0


def _review_lines(review: api.InputReview) -> Iterator[str]:
    begin = f"  review of {review.client.name}:"
    if review.failure is not None:
        yield f"{begin} {review.failure}"
        return
    breaking = sum(finding.level is api.Level.BREAKING for finding in review.findings)
    count = len(review.findings)
    yield f"{begin} {count} changes, {breaking} breaking (`edmund review` says more)"
    for finding in review.findings[:_MOST_FINDINGS]:
        yield f"    {finding.level.word} {finding.id} {finding.element}: {finding.message}"
    if count > _MOST_FINDINGS:
        yield f"    and {count - _MOST_FINDINGS} more"
