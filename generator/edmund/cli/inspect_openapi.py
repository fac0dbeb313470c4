"""What `edmund inspect` prints of an OpenAPI description."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from edmund.api import (
    Description,
    describe_openapi,
    describe_openapi_path,
    describe_openapi_type,
)
from edmund.cli.console import Console
from edmund.reporting import printable

__all__ = ["inspect_openapi"]

Lines = Callable[[Mapping[str, Any]], Iterator[str]]


def inspect_openapi(console: Console, description: Description, name: str | None) -> None:
    """Show the description, or the type or path called `name`. Raises EdmundError."""
    if name is None:
        _show(console, "model", describe_openapi(description), _lines)
    elif name.startswith("/"):
        _show(console, "path", describe_openapi_path(description, name), _path_lines)
    else:
        _show(console, "type", describe_openapi_type(description, name), _type_lines)


def _show(console: Console, what: str, record: Mapping[str, Any], lines: Lines) -> None:
    console.record({"command": "inspect", what: record})
    for line in lines(record):
        console.result(printable(line))


def _lines(record: Mapping[str, Any]) -> Iterator[str]:
    yield f"{record['title']} {record['version']}, {record['format']}".strip()
    if record["servers"]:
        yield f"servers: {', '.join(record['servers'])}"
    yield "types: " + (", ".join(f"{n} {kind}" for kind, n in record["types"].items()) or "none")
    yield record["coverage"]
    yield "paths:"
    for path in record["paths"]:
        yield f"  {path}"
    if record["webhooks"]:
        yield "webhooks:"
        for name in record["webhooks"]:
            yield f"  {name}"


def _type_lines(record: Mapping[str, Any]) -> Iterator[str]:
    base = f" : {record['base']}" if record.get("base") else ""
    abstract = "abstract " if record.get("abstract") else ""
    yield f"{abstract}{record['kind']} {record['name']}{base}"
    if record["description"]:
        yield f"  {record['description']}"
    for variant in record.get("variants", ()):
        yield f"  {variant}"
    if "told by" in record:
        yield f"  told apart by: {record['told by']}"
    if record.get("discriminator"):
        yield f"  discriminator: {record['discriminator']}"
    for value, meant in (record.get("mapping") or {}).items():
        yield f"    {value}: {meant}"
    if record.get("derived"):
        yield f"  derived: {', '.join(record['derived'])}"
    for member in record.get("members", ()):
        yield from _member_lines(record, member)
    if record.get("additional"):
        yield f"  other members: {record['additional']}"


def _member_lines(record: Mapping[str, Any], member: Mapping[str, Any]) -> Iterator[str]:
    if "value" in member:
        yield f"  {member['name']}"
        return
    marks = [word for word in ("required", "read only", "secret") if member[word]]
    if member["from"] != record["name"]:
        marks.append(f"from {member['from']}")
    yield f"  {member['name']}: {member['type']}" + (f"  ({', '.join(marks)})" if marks else "")
    if member["description"]:
        yield f"      {member['description']}"


def _path_lines(record: Mapping[str, Any]) -> Iterator[str]:
    yield str(record["path"])
    if record["description"]:
        yield f"  {record['description']}"
    for call in record["calls"]:
        yield ""
        yield from _call_lines(call)
    if record["below"]:
        yield ""
        yield "below:"
        for step in record["below"]:
            yield f"  {step}"


def _call_lines(call: Mapping[str, Any]) -> Iterator[str]:
    yield f"{call['method']}" + (f"  {call['id']}" if call["id"] else "")
    if call["description"]:
        yield f"  {call['description']}"
    if call["deprecated"]:
        yield "  deprecated"
    for parameter in call["parameters"]:
        needed = ", required" if parameter["required"] else ""
        yield f"  {parameter['in']} {parameter['name']}: {parameter['type']}{needed}"
    for content in call["contents"]:
        yield f"  body {content['media type']}: {content['type'] or 'bytes'}"
    for answer in call["answers"]:
        contents = ", ".join(
            f"{content['media type']}: {content['type'] or 'bytes'}"
            for content in answer["contents"]
        )
        yield f"  {answer['status']}" + (f" -> {contents}" if contents else "")
    for callback in call["callbacks"]:
        yield f"  calls back {callback['method']} {callback['at']}"
        for content in callback["contents"]:
            yield f"    body {content['media type']}: {content['type'] or 'bytes'}"
    for alternative in call["security"] or ():
        names = [
            name + (f" ({', '.join(scopes)})" if scopes else "")
            for name, scopes in alternative.items()
        ]
        yield f"  needs {' and '.join(names)}" if names else "  needs nothing"
