"""Showing drift: what `edmund generate --check` prints."""

from __future__ import annotations

import os
import secrets
import sys

import click

from edmund.api import Checked, Difference, unified_diff
from edmund.cli.console import Console
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.reporting import github_annotation, printable
from edmund.reporting.escape import printable_lines

__all__ = ["show_drift"]

_MOST_ANNOTATIONS = 10  # as many of a kind as GitHub shows for one step
_COLOURS = {"+": "32", "-": "31", "@": "36"}


def show_drift(console: Console, checked: Checked, *, stat: bool, max_lines: int) -> bool:
    """Show how the output differs from what it should be; say whether it does."""
    folder = shown_path(checked.client.output)
    name = printable(checked.client.name)
    if not checked.differences:
        console.say(f"{name}: {printable(folder)} is up to date")
        return False
    if console.for_people and not console.quiet:
        if stat:
            _show_stat(console, checked.differences, folder)
        else:
            _show_diff(console, checked.differences, folder, max_lines)
    _annotate(console, checked.differences, folder)
    count = len(checked.differences)
    files, them = ("file differs", "it") if count == 1 else ("files differ", "them")
    console.result(
        f"{name}: {count} {files} in {printable(folder)}; `edmund generate` brings {them} up to date"
    )
    return True


def _show_stat(console: Console, found: tuple[Difference, ...], folder: str) -> None:
    for difference in found:
        lines = [
            line[:1] for line in unified_diff(difference, folder) if line[:3] not in ("+++", "---")
        ]
        added, removed = lines.count("+"), lines.count("-")
        what = (
            "missing"
            if difference.before is None
            else "stale" if difference.after is None else "changed"
        )
        path = printable(f"{folder}/{difference.path}")
        console.result(f" {what:8} +{added} -{removed}  {path}")


def _show_diff(
    console: Console, found: tuple[Difference, ...], folder: str, max_lines: int
) -> None:
    colour = console.colour(sys.stdout)
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    token = secrets.token_hex(16)
    if in_actions:  # a line of generated code may look like a command to the runner
        click.echo(f"::stop-commands::{token}")
    room = max_lines
    for number, difference in enumerate(found):
        for line in unified_diff(difference, folder):
            if room == 0:
                rest = len(found) - number
                console.result(
                    f"... the diff goes on; {rest} files are not shown in full (--max-lines)"
                )
                break
            console.result(_coloured(printable_lines(line), colour))
            room -= 1
        else:
            continue
        break
    if in_actions:
        click.echo(f"::{token}::")


def _coloured(line: str, colour: bool) -> str:
    code = _COLOURS.get(line[:1])
    return f"\x1b[{code}m{line}\x1b[0m" if colour and code else line


def _annotate(console: Console, found: tuple[Difference, ...], folder: str) -> None:
    diagnostics = [
        Diagnostic(
            "EDM510",
            Severity.ERROR,
            f"the generated file '{difference.path}' is not what the metadata gives",
            Span(f"{folder}/{difference.path}"),
            "run `edmund generate` and commit what it changes",
        )
        for difference in found
    ]
    if not console.for_people:
        console.report(diagnostics)
    elif console.style == "github" or os.environ.get("GITHUB_ACTIONS") == "true":
        for diagnostic in diagnostics[:_MOST_ANNOTATIONS]:
            click.echo(github_annotation(diagnostic))
