"""The file that a client's key `calls` names: names of methods, and how the pages of lists follow each other.

[resources.pets]
list = "GET /pets"

[resources.pets.toys]                 # a resource in a resource
get = "GET /pets/{petId}/toys/{toyId}"

[pages."GET /**"]                     # every call that has the parameter
kind = "cursor"
items = "data"
next = "meta.next_cursor"
parameter = "cursor"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from edmund.config.check import Findings
from edmund.config.inputs import InputFile, read_file
from edmund.config.positions import KeyPath, key_positions
from edmund.config.toml_text import toml_key, toml_text
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.suggestions import suggestion
from edmund.surface.call_notes import CallNotes, MethodNote, PagesNote
from edmund.surface.exchange import Pages, Paging

__all__ = ["call_file_text", "parse_call_file", "read_call_file"]

_TABLES = ("resources", "pages")
_KINDS = {kind.value.replace(" ", "-"): kind for kind in Paging}
_NEEDED: Mapping[Paging, tuple[str, ...]] = {
    Paging.LINK_HEADER: (),
    Paging.NEXT_LINK: ("next",),
    Paging.CURSOR: ("next", "parameter"),
    Paging.OFFSET: ("parameter",),
    Paging.PAGE: ("parameter",),
}
_KEYS = ("kind", "items", "next", "parameter", "first")
_DEEPEST = 20


def read_call_file(path: Path, place: Span | None = None) -> CallNotes:
    """What the file says. Raises EdmundError (EDM602 to EDM605, EDM608) with all that is wrong."""
    return parse_call_file(read_file(path, place))


def parse_call_file(file: InputFile) -> CallNotes:
    """As `read_call_file`, of a file in memory."""
    try:
        text = file.data.decode("utf-8").replace("\r\n", "\n")
        data: dict[str, Any] = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"not TOML: {error}"
        place = Span(file.name)
        raise EdmundError((Diagnostic("EDM602", Severity.ERROR, message, place),)) from error
    findings = Findings(file.name, key_positions(text))
    for name, value in data.items():
        if name not in _TABLES:
            hint = suggestion(name, _TABLES) or f"there are: {', '.join(_TABLES)}"
            findings.error("EDM603", (name,), f"unknown key '{name}'", hint)
        elif not isinstance(value, dict):
            findings.error("EDM604", (name,), f"'{name}' must be a table")
    findings.stop_on_errors()
    methods = tuple(_methods(data.get("resources", {}), ("resources",), findings))
    pages = tuple(_pages(data.get("pages", {}), findings))
    findings.stop_on_errors()
    return CallNotes(methods, pages)


def call_file_text(methods: Mapping[str, tuple[str, ...]]) -> str:
    """The file for names by call, `GET /pets` to `pets`, `list`."""
    tables: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for call, name in methods.items():
        tables.setdefault(name[:-1], []).append((name[-1], call))
    lines = ['# What the calls are called as methods of resources: METHOD = "GET /path".']
    for resource in sorted(tables):
        header = ".".join(map(toml_key, ("resources", *resource)))
        lines += ["", f"[{header}]"]
        lines += [
            f"{toml_key(name)} = {toml_text(call)}" for name, call in sorted(tables[resource])
        ]
    return "\n".join(lines) + "\n"


def _methods(
    table: Mapping[str, Any], path: tuple[str, ...], findings: Findings
) -> Iterator[MethodNote]:
    for name, value in table.items():
        here = (*path, name)
        if isinstance(value, str) and value:
            yield MethodNote(here[1:], value, findings.span(here))
        elif isinstance(value, dict) and len(here) < _DEEPEST:
            yield from _methods(value, here, findings)
        else:
            message = f"'{name}' must be a call, \"GET /path\", or a resource's table"
            findings.error("EDM604", here, message)


def _pages(table: Mapping[str, Any], findings: Findings) -> Iterator[PagesNote]:
    for calls, said in table.items():
        here: KeyPath = ("pages", calls)
        if not isinstance(said, dict):
            findings.error("EDM604", here, f"'{calls}' must be a table")
            continue
        for key in said:
            if key not in _KEYS:
                hint = suggestion(key, _KEYS) or f"there are: {', '.join(_KEYS)}"
                findings.error("EDM603", (*here, key), f"unknown key '{key}'", hint)
        kind = _KINDS.get(str(said.get("kind")))
        if kind is None:
            message = f"'kind' must be one of {', '.join(_KINDS)}"
            findings.error("EDM604", (*here, "kind"), message)
            continue
        for key in _NEEDED[kind]:
            if key not in said:
                findings.error("EDM605", here, f"pages by {kind.value} have to have '{key}'")
        for key in ("items", "next", "parameter"):
            if not isinstance(said.get(key, "."), str) or not said.get(key, "."):
                findings.error("EDM604", (*here, key), f"'{key}' must be a text")
        first = said.get("first", 1)
        if not isinstance(first, int) or isinstance(first, bool) or first < 0:
            findings.error("EDM604", (*here, "first"), "'first' must be a whole number, 0 or more")
            continue
        yield PagesNote(
            calls,
            Pages(
                kind,
                _members(said.get("items")),
                _members(said.get("next")),
                said.get("parameter"),
                first,
            ),
            findings.span(here),
        )


def _members(text: object) -> tuple[str, ...]:
    """The members that a path leads through; a name with a dot in it cannot be written."""
    return tuple(text.split(".")) if isinstance(text, str) else ()
