"""`edmund inspect`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from edmund.cli.console import Console, console_options
from edmund.cli.describe import describe_model, describe_path, describe_type
from edmund.cli.sources import load_given, metadata_options
from edmund.config import Client
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model.elements import Model
from edmund.model.slice import Selection, slice_model
from edmund.pipeline import Loaded
from edmund.reporting import printable
from edmund.surface.build import build_surface
from edmund.surface.elements import Surface
from edmund.surface.lookup import PathFinder
from edmund.validation.check import find_type

__all__ = ["inspect"]

_EPILOG = """\b
Examples:
  edmund inspect                                        what does the metadata of edmund.toml hold?
  edmund inspect -m metadata.csdl microsoft.graph.user  a type
  edmund inspect '/users/{id}/messages'                 a path: its calls, query options, permissions
  edmund inspect --why microsoft.graph.entity           why is this type in the client's slice?"""

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
@console_options
def inspect(
    console: Console,
    *,
    subject: tuple[str, ...],
    metadata: tuple[Path, ...],
    include_path: tuple[str, ...],
    include_type: tuple[str, ...],
    why: bool,
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
    loaded, client = load_given(console, metadata=files, **given)
    name = names[0] if names else None
    if why:
        selection = _selection(client, include_type, include_path)
        _show_why(console, loaded.model, selection, name)
    elif name is not None and not name.startswith("/"):
        record = describe_type(loaded.model, _type_name(loaded.model, name))
        console.record({"command": "inspect", "type": record})
        _print(console, _type_lines(record))
    else:
        console.progress("tracing calls", 0.8)
        surface, _ = build_surface(loaded.model, loaded.permissions)
        _show_surface(console, loaded, surface, name)
    return 0


def _selection(client: Client | None, types: tuple[str, ...], paths: tuple[str, ...]) -> Selection:
    if types or paths or client is None:
        return Selection(types, paths)
    return Selection(client.include_types, client.include_paths)


def _type_name(model: Model, text: str) -> str:
    name = find_type(model, text)
    if name not in model.types_by_name:
        message = f"'{text}' is not a type of the model"
        hint = "actions and functions are shown with the type they are bound to, or by their path"
        raise EdmundError((Diagnostic("EDM611", Severity.ERROR, message, None, hint),))
    return name


def _show_why(console: Console, model: Model, selection: Selection, name: str | None) -> None:
    reasons = slice_model(model, selection).reasons
    if name is not None:
        wanted = _type_name(model, name)
        if wanted not in reasons:
            message = f"the type '{wanted}' is not in the slice"
            raise EdmundError((Diagnostic("EDM611", Severity.ERROR, message),))
        reasons = {wanted: reasons[wanted]}
    console.record({"command": "inspect", "reasons": {k: list(v) for k, v in reasons.items()}})
    for type_name, chain in reasons.items():
        console.result(printable(type_name))
        for depth, step in enumerate(chain):
            console.result("  " * (depth + 1) + printable(step))


def _show_surface(console: Console, loaded: Loaded, surface: Surface, path: str | None) -> None:
    if path is None:
        record = describe_model(loaded.model, surface)
        console.record({"command": "inspect", "model": record})
        _print(console, _model_lines(record))
        return
    finder = PathFinder(surface)
    found = finder.find(path)
    if found is None:
        raise EdmundError((_no_path(finder, path),))
    record = describe_path(found)
    console.record({"command": "inspect", "path": record})
    _print(console, _path_lines(record))


def _no_path(finder: PathFinder, path: str) -> Diagnostic:
    segments = path.strip("/").split("/")
    while segments:
        last = segments.pop()
        above = finder.find("/" + "/".join(segments))
        if above is not None:
            break
    hint = None
    if above is not None:
        names = [edge.name for edge in above.resource.edges if edge.name]
        close = difflib.get_close_matches(last, names, n=3, cutoff=0.5)
        there = ", ".join(close or names[:8])
        hint = f"below '{above.path}' there are: {there}" if there else f"'{above.path}' ends there"
    message = f"nothing is addressed by '{path}'"
    return Diagnostic("EDM611", Severity.ERROR, message, None, hint)


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
    if record["below"]:
        yield ""
        yield "below:"
        for step in record["below"]:
            yield f"  /{step['segment']}  ({step['kind']})"


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
