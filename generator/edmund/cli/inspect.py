"""`edmund inspect`."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from edmund.api import (
    describe_model,
    describe_path,
    describe_plan,
    describe_plan_of_model,
    describe_type,
    reasons,
)
from edmund.cli.console import Console, console_options
from edmund.cli.inspect_openapi import inspect_openapi
from edmund.cli.sources import load_given, metadata_options, openapi_given
from edmund.config import Client
from edmund.reporting import printable

__all__ = ["inspect"]

_EPILOG = """\b
Examples:
  edmund inspect                                        what does the metadata of edmund.toml hold?
  edmund inspect -m metadata.csdl microsoft.graph.user  a type
  edmund inspect -m openapi.yaml                        calls and types of OpenAPI; all are covered
  edmund inspect '/users/{id}/messages'                 a path: its calls, query options, permissions
  edmund inspect --why microsoft.graph.entity           why is this type in the client's slice?
  edmund inspect --plan -m openapi.yaml                 what is decided about its clients, as JSON"""

_SCHEMES = {
    "DelegatedWork": "delegated (work or school)",
    "DelegatedPersonal": "delegated (personal)",
    "Application": "application",
}


@click.command(epilog=_EPILOG)
@click.argument("subject", nargs=-1, metavar="[NAME | /URL/PATH]")
@metadata_options
@click.option("--include-path", multiple=True, metavar="GLOB", help="With --why: a selection.")
@click.option("--include-type", multiple=True, metavar="NAME", help="With --why: a selection.")
@click.option(
    "--why", is_flag=True, help="Say why the type is in the slice (without NAME: all types)."
)
@click.option(
    "--plan", is_flag=True, help="Print as JSON what is decided about clients in every language."
)
@console_options
def inspect(
    console: Console,
    *,
    subject: tuple[str, ...],
    metadata: tuple[Path | str, ...],
    include_path: tuple[str, ...],
    include_type: tuple[str, ...],
    why: bool,
    plan: bool,
    **given: Any,
) -> int:
    """Show a type, or a URL path with its operations, query options and permissions."""
    more = [
        name for name in subject if metadata and not name.startswith("/") and Path(name).is_file()
    ]
    names = [name for name in subject if name not in more]
    if len(names) > 1:
        raise click.UsageError("one name or path at a time, please")
    files = (*metadata, *(Path(name) for name in more))
    name = names[0] if names else None
    if plan and (name is not None or why):
        raise click.UsageError("--plan is of the whole service: it goes with no name and no --why")
    description = openapi_given(console, metadata=files, **given)
    if description is not None:
        if why or include_path or include_type:
            raise click.UsageError("--why and selections do not go with OpenAPI yet")
        if plan:
            _show_plan(console, describe_plan(description.surface))
        else:
            inspect_openapi(console, description, name)
        return 0
    loaded, client = load_given(console, metadata=files, **given)
    if plan:
        _show_plan(console, describe_plan_of_model(loaded))
    elif why:
        types, paths = _selected(client, include_type, include_path)
        _show_why(console, reasons(loaded, types=types, paths=paths, only=name))
    elif name is None:
        console.progress("tracing calls", 0.8)
        _show(console, "model", describe_model(loaded), _model_lines)
    elif name.startswith("/"):
        console.progress("tracing calls", 0.8)
        _show(console, "path", describe_path(loaded, name), _path_lines)
    else:
        _show(console, "type", describe_type(loaded, name), _type_lines)
    return 0


def _show_plan(console: Console, record: Mapping[str, Any]) -> None:
    console.record({"command": "inspect", "plan": record})
    # Only ASCII, so that no text of the description is more than text to a terminal; DEL is of ASCII and no better.
    text = json.dumps(record, indent=2).replace("\x7f", "\\u007f")
    for line in text.splitlines():
        console.result(printable(line))


def _selected(
    client: Client | None, types: tuple[str, ...], paths: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if types or paths or client is None:
        return types, paths
    return client.include_types, client.include_paths


def _show_why(console: Console, chains: Mapping[str, tuple[str, ...]]) -> None:
    console.record({"command": "inspect", "reasons": {k: list(v) for k, v in chains.items()}})
    for type_name, chain in chains.items():
        console.result(printable(type_name))
        for depth, step in enumerate(chain):
            console.result("  " * (depth + 1) + printable(step))


def _show(
    console: Console,
    what: str,
    record: Mapping[str, Any],
    lines: Callable[[Mapping[str, Any]], Iterator[str]],
) -> None:
    console.record({"command": "inspect", what: record})
    _print(console, lines(record))


def _print(console: Console, lines: Iterator[str]) -> None:
    for line in lines:
        console.result(printable(line))


def _model_lines(record: Mapping[str, Any]) -> Iterator[str]:
    yield f"namespaces: {', '.join(record['namespaces'])}"
    yield f"containers: {', '.join(record['containers']) or 'none'}"
    yield "types: " + ", ".join(f"{count} {kind}" for kind, count in record["types"].items())
    yield f"operations: {record['operations']}, resources: {record['resources']}"
    yield "paths begin with:"
    for path in record["paths"]:
        yield f"  {path}"


def _type_lines(record: Mapping[str, Any]) -> Iterator[str]:
    words = [word for word in ("abstract", "open", "flags") if record.get(word)]
    base = f" : {record['base']}" if record.get("base") else ""
    yield f"{' '.join([*words, record['kind']])} {record['name']}{base}"
    if record["description"]:
        yield f"  {record['description']}"
    if record.get("underlying"):
        yield f"  underlying type: {record['underlying']}"
    if record.get("key"):
        yield f"  key: {', '.join(record['key'])}"
    if record.get("derived"):
        yield f"  derived: {', '.join(record['derived'])}"
    for member in record.get("members", ()):
        yield from _member_lines(record, member)
    for operation in record.get("operations", ()):
        given = ", ".join(f"{name}: {kind}" for name, kind in operation["parameters"].items())
        returns = f" -> {operation['returns']}" if operation["returns"] else ""
        yield f"  {operation['kind']} {operation['name']}({given}){returns}"


def _member_lines(record: Mapping[str, Any], member: Mapping[str, Any]) -> Iterator[str]:
    if "value" in member:
        line = f"  {member['name']} = {member['value']}"
    else:
        marks = [
            word for word in ("navigation", "contained", "secret", "computed") if member.get(word)
        ]
        if member["from"] != record["name"]:
            marks.append(f"from {member['from']}")
        line = f"  {member['name']}: {member['type']}" + (
            f"  ({', '.join(marks)})" if marks else ""
        )
    yield line
    if member["description"]:
        yield f"      {member['description']}"


def _path_lines(record: Mapping[str, Any]) -> Iterator[str]:
    yield f"{record['path']}  ({record['kind']}{', ' + record['type'] if record['type'] else ''})"
    if record["description"]:
        yield f"  {record['description']}"
    for name, kind in record["parameters"].items():
        yield f"  in the URL: {name}: {kind}"
    for call in record["calls"]:
        yield ""
        yield from _call_lines(call)
    yield from _query_lines(record["queries"])
    if record["below"]:
        yield ""
        yield "below:"
        for step in record["below"]:
            yield f"  /{step['segment']}  ({step['kind']})"


def _query_lines(queries: Mapping[str, Any]) -> Iterator[str]:
    """What can be filtered and sorted; nothing for what takes no such options."""
    functions = queries["filter_functions"]
    lines = {
        "can be filtered": queries["filterable"],
        "has to be filtered": queries["required_in_filter"],
        "functions of $filter": functions if functions is not None else (),
        "can be sorted by": queries["sortable"],
        "can be expanded": queries["expandable"],
    }
    if any(lines.values()):
        yield ""
    for words, names in lines.items():
        if names:
            yield from textwrap.wrap(
                f"{words}: {', '.join(names)}", 100, subsequent_indent="  ", break_on_hyphens=False
            )


def _call_lines(call: Mapping[str, Any]) -> Iterator[str]:
    given = call["body"] or ", ".join(
        f"{name}: {kind}" for name, kind in call["parameters"].items()
    )
    yield (
        f"{call['method']} {call['kind']}"
        + (f" ({given})" if given else "")
        + (f" -> {call['returns']}" if call["returns"] else "")
    )
    if call["description"]:
        yield f"  {call['description']}"
    if call["deprecated"]:
        yield f"  deprecated: {call['deprecated']}"
    if call["query"]:
        yield f"  query options: {' '.join(call['query'])}" + (
            "  (paged)" if call["pageable"] else ""
        )
    for permissions in call["permissions"]:
        yield f"  permissions for {permissions['path']}:"
        for scheme, grant in permissions["schemes"].items():
            if not grant["supported"]:
                names = "not supported"
            else:
                higher = f" (higher: {', '.join(grant['higher'])})" if grant["higher"] else ""
                names = ", ".join(grant["least"]) + higher
            yield f"    {_SCHEMES.get(scheme, scheme)}: {names}"
