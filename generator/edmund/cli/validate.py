"""`edmund validate`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from edmund.api import Operation, Violation, validate_text, violation_places
from edmund.cli.console import Console, console_options
from edmund.cli.sources import load_given, metadata_options
from edmund.config.inputs import read_file
from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.reporting import printable

__all__ = ["validate"]

_EPILOG = """\b
Examples:
  edmund validate -m metadata.csdl --type identityApiConnector --operation create body.json
  edmund validate --type microsoft.graph.user answer.json     with the metadata of edmund.toml
  curl ... | edmund validate --type 'Collection(graph.user)' -

Prints one line for each violation: its place, its severity, the JSON pointer, the rule and what is
wrong. Values are never
shown, so that no secret reaches a log. Exit codes: 0 valid (perhaps with warnings), 1 violations, 2 could not check."""


@click.command(epilog=_EPILOG)
@click.argument("payload", nargs=-1, required=True, metavar="PAYLOAD.json")
@metadata_options
@click.option("--type", "type_name", required=True, help="The type, e.g. microsoft.graph.user.")
@click.option(
    "--operation",
    type=click.Choice(["create", "update"]),
    help="Check as the body of such a request; otherwise as an answer.",
)
@console_options
def validate(
    console: Console,
    *,
    payload: tuple[str, ...],
    metadata: tuple[Path | str, ...],
    type_name: str,
    operation: str | None,
    **given: Any,
) -> int:
    """Check a JSON payload (a file, or - for standard input) against a type of the metadata."""
    *more, last = payload
    if more and not metadata:
        raise click.UsageError("one payload at a time, please")
    files = (*metadata, *(Path(name) for name in more))
    loaded, _ = load_given(console, metadata=files, **given)
    if last == "-":
        name, data = "<stdin>", sys.stdin.buffer.read()
    else:
        file = read_file(Path(last))
        name, data = file.name, file.data
    use = None if operation is None else Operation(operation)
    found = validate_text(loaded, type_name, data, use, source=name)
    placed = tuple(zip(found, violation_places(data, found), strict=True))
    errors = [violation for violation in found if violation.severity is Severity.ERROR]
    _show(console, placed, name)
    console.record(
        {
            "command": "validate",
            "type": type_name,
            "operation": operation,
            "valid": not errors,
            "violations": [
                {
                    "pointer": violation.pointer,
                    "code": violation.code,
                    "message": violation.message,
                    "severity": violation.severity.value,
                    "line": line,
                    "column": column,
                }
                for violation, (line, column) in placed
            ],
        }
    )
    return 1 if errors else 0


def _show(
    console: Console, placed: tuple[tuple[Violation, tuple[int, int]], ...], name: str
) -> None:
    if not console.for_people or console.style == "github":
        if console.style != "json":
            console.report(
                Diagnostic(
                    v.code, v.severity, f"{v.pointer or '/'}: {v.message}", Span(name, *place)
                )
                for v, place in placed
            )
        return
    colour = console.colour(sys.stdout)
    for violation, (line, column) in placed:
        pointer = printable(violation.pointer) or "(the whole value)"
        code = f"\x1b[31m{violation.code}\x1b[0m" if colour else violation.code
        place = f"{printable(name)}:{line}:{column}: {violation.severity.value}"
        console.result(f"{place}: {pointer}: {code}: {printable(violation.message)}")
    if not placed:
        console.say(f"{printable(name)} is valid")
