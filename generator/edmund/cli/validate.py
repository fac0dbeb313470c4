"""`edmund validate`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from edmund.api import (
    JsonSchemas,
    Operation,
    SchemaViolation,
    Violation,
    check_query,
    is_json_schema,
    is_openapi,
    load_json_schema,
    load_openapi,
    validate_json,
    validate_openapi,
    validate_text,
    violation_places,
)
from edmund.cli.console import Console, console_options
from edmund.cli.given import local_file
from edmund.cli.sources import load_given, metadata_options
from edmund.config.inputs import read_file
from edmund.diagnostics import Diagnostic, Severity, Span, Tolerance, raise_on_errors
from edmund.reporting import printable

__all__ = ["validate"]

_EPILOG = """\b
Examples:
  edmund validate -m metadata.csdl --type identityApiConnector --operation create body.json
  edmund validate --type microsoft.graph.user answer.json     with the metadata of edmund.toml
  curl ... | edmund validate --type 'Collection(graph.user)' -
  edmund validate -m metadata.csdl --query '/users?$filter=startswith(displayName,%27A%27)'
  edmund validate -m openapi.yaml --type Pet pet.json             a schema of OpenAPI
  edmund validate -m schema.json --type '#/$defs/pet' pet.json    a JSON Schema; '#' is its root

Prints one line for each violation: its place, its severity, the JSON pointer, the rule and what is
wrong. Values are never shown, so that no secret reaches a log. Exit codes: 0 valid (perhaps with warnings), 1 violations, 2 could not check."""


@click.command(epilog=_EPILOG)
@click.argument("payload", nargs=-1, metavar="[PAYLOAD.json]")
@metadata_options
@click.option(
    "--type",
    "type_name",
    help="The type, e.g. microsoft.graph.user; a schema of OpenAPI; of a JSON Schema '#', '#/$defs/NAME', an anchor or a URI.",
)
@click.option(
    "--operation",
    type=click.Choice(["create", "update"]),
    help="Check as the body of such a request; otherwise as an answer.",
)
@click.option(
    "--formats", is_flag=True, help="Of a JSON Schema or OpenAPI: check what 'format' says too."
)
@click.option(
    "--query",
    metavar="URL",
    help="Check a URL and its query options in place of a payload: '/users?$filter=...'.",
)
@console_options
def validate(
    console: Console,
    *,
    payload: tuple[str, ...],
    metadata: tuple[Path | str, ...],
    type_name: str | None,
    operation: str | None,
    formats: bool,
    query: str | None,
    **given: Any,
) -> int:
    """Check a JSON payload (a file, or - for standard input) against a type of the metadata, or a query."""
    if query is not None:
        if type_name is not None or operation is not None or formats:
            raise click.UsageError("--query goes with none of --type, --operation and --formats")
        files = (*metadata, *(Path(name) for name in payload))
        return _query(console, query, files, **given)
    if not payload:
        raise click.UsageError("Missing argument 'PAYLOAD.json'.")
    if type_name is None:
        raise click.UsageError("Missing option '--type'.")
    *more, last = payload
    if more and not metadata:
        raise click.UsageError("one payload at a time, please")
    files = (*metadata, *(Path(name) for name in more))
    local = tuple(local_file(file)[0] for file in files)
    if local and is_openapi(local[0]):
        if operation is not None or given["permissions"] is not None or len(local) > 1:
            raise click.UsageError(
                "--operation, --permissions and a second file do not go with OpenAPI"
            )
        description = load_openapi(local[0])
        name, data = _read(last)
        found: tuple[Violation, ...]
        found, told = validate_openapi(description, type_name, data, formats=formats, source=name)
        _judge(console, told, **given)
    elif local and is_json_schema(local[0]):
        if operation is not None or given["permissions"] is not None:
            raise click.UsageError("--operation and --permissions do not go with a JSON Schema")
        schemas = load_json_schema(*local)
        name, data = _read(last)
        found = _by_schema(console, schemas, type_name, data, name, formats, **given)
    elif formats:
        raise click.UsageError("--formats goes with a JSON Schema or OpenAPI")
    else:
        loaded, _ = load_given(console, metadata=local, **given)
        name, data = _read(last)
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
            "violations": [_record(violation, place) for violation, place in placed],
        }
    )
    return 1 if errors else 0


def _query(console: Console, url: str, metadata: tuple[Path | str, ...], **given: Any) -> int:
    """Check a URL of the service; `-` is one on standard input."""
    loaded, _ = load_given(console, metadata=metadata, **given)
    if url == "-":
        url = sys.stdin.read().strip()
    found = check_query(loaded, url)
    for finding in found:
        console.report((finding,))
        if finding.span is not None:
            console.point_at(url, finding.span.column)
    if not found:
        console.say(f"{printable(url)} is valid")
    wrong = any(finding.severity is Severity.ERROR for finding in found)
    console.record({"command": "validate", "query": url, "valid": not wrong})
    return 1 if wrong else 0


def _read(payload: str) -> tuple[str, bytes]:
    """What messages call the payload, and its bytes."""
    if payload == "-":
        return "<stdin>", sys.stdin.buffer.read()
    file = read_file(Path(payload))
    return file.name, file.data


def _judge(
    console: Console,
    warnings: tuple[Diagnostic, ...],
    *,
    strict: bool,
    ignore: tuple[str, ...],
    **_: Any,
) -> None:
    """Report what is not checked of a schema. Raises EdmundError where that is refused."""
    judged = Tolerance(strict, frozenset(ignore)).judge(warnings)
    raise_on_errors(judged)
    console.report(judged)


def _by_schema(
    console: Console,
    schemas: JsonSchemas,
    type_name: str,
    data: bytes,
    name: str,
    formats: bool,
    **given: Any,
) -> tuple[Violation, ...]:
    """What is wrong by a JSON Schema; what of the schema is not checked is reported."""
    found, warnings = validate_json(schemas, type_name, data, formats=formats, source=name)
    _judge(console, warnings, **given)
    return found


def _record(violation: Violation, place: tuple[int, int]) -> dict[str, object]:
    line, column = place
    record: dict[str, object] = {
        "pointer": violation.pointer,
        "code": violation.code,
        "message": violation.message,
        "severity": violation.severity.value,
        "line": line,
        "column": column,
    }
    if isinstance(violation, SchemaViolation):
        record["keyword"] = violation.keyword
    return record


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
