"""Checking a configuration's tables against the keys that there are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from edmund.config.keys import REVIEW, TABLES, Key, Kind
from edmund.config.positions import KeyPath
from edmund.diagnostics import Diagnostic, Severity, Span, raise_on_errors
from edmund.suggestions import suggestion

__all__ = ["Findings", "check_tables"]

_TEXT_KINDS = {Kind.TEXT, Kind.PATH, Kind.URL}
_SEVERITIES = ("breaking", "warning", "info", "none")
_NAME = re.compile(r"[^\W\d_]\w{0,99}")
_CALL = re.compile(r"[A-Za-z]+ /[^?]*")
_REQUIRED_OF_SOURCES = ("url", "path")


class Findings:
    """Collects what is wrong, each at the place of its key."""

    def __init__(self, file: str, positions: Mapping[KeyPath, tuple[int, int]]) -> None:
        self._file = file
        self._positions = positions
        self._found: list[Diagnostic] = []

    def span(self, path: KeyPath) -> Span:
        """The place of the key, or of the nearest table around it."""
        while path and path not in self._positions:
            path = path[:-1]
        line, column = self._positions.get(path, (0, 0))
        return Span(self._file, line, column)

    def error(self, code: str, path: KeyPath, message: str, hint: str | None = None) -> None:
        self._found.append(Diagnostic(code, Severity.ERROR, message, self.span(path), hint))

    def stop_on_errors(self) -> None:
        """Raise EdmundError when there are any, in the order of their places."""
        self._found.sort(key=lambda d: (d.span.line, d.span.column) if d.span else (0, 0))
        raise_on_errors(self._found)


def check_tables(data: Mapping[str, Any], findings: Findings) -> None:
    """Check every key and the type of every value, and that names used are names given."""
    known = (*TABLES, "names")
    for name, value in data.items():
        if name not in known:
            hint = suggestion(name, known) or f"there are: {', '.join(known)}"
            findings.error("EDM603", (name,), f"unknown key '{name}'", hint)
            continue
        if not isinstance(value, dict):
            findings.error("EDM604", (name,), f"'{name}' must be a table, [{name}]")
        elif name == "names":
            _check_chosen(value, (name,), findings)
        elif name == "review":
            _check_table(value, REVIEW, (name,), findings)
        else:
            keys, _ = TABLES[name]
            for entry, table in value.items():
                _check_entry(entry, table, keys, (name, entry), findings)
    findings.stop_on_errors()
    _check_names(data, findings)


def _check_chosen(table: Mapping[str, Any], path: KeyPath, findings: Findings) -> None:
    """The table of chosen names, or that of one client in it."""
    for element, word in table.items():
        if isinstance(word, dict) and len(path) == 1:
            _check_chosen(word, (*path, element), findings)
        elif not isinstance(word, str) or not _is_name(element, word):
            expected = "a name: a letter, then letters, digits and underscores"
            findings.error("EDM604", (*path, element), f"'{element}' must be called by {expected}")


def _is_name(element: str, word: str) -> bool:
    """A call may have the names of resources before its own: `pets.list`."""
    parts = word.split(".") if _CALL.fullmatch(element) else (word,)
    return all(_NAME.fullmatch(part) for part in parts)


def _check_entry(
    entry: str, table: object, keys: Mapping[str, Key], path: KeyPath, findings: Findings
) -> None:
    if not isinstance(table, dict):
        hint = suggestion(entry, keys)
        what = f"'{path[0]}' holds tables by a name of your choice, [{path[0]}.NAME]"
        findings.error("EDM604", path, f"'{entry}' must be a table: {what}", hint)
        return
    _check_table(table, keys, path, findings)
    if path[0] == "sources":
        for key in _REQUIRED_OF_SOURCES:
            if key not in table:
                findings.error("EDM605", path, f"source '{entry}' has no '{key}'")


def _check_table(
    table: Mapping[str, Any], keys: Mapping[str, Key], path: KeyPath, findings: Findings
) -> None:
    for name, value in table.items():
        key = keys.get(name)
        if key is None:
            hint = suggestion(name, keys) or f"there are: {', '.join(keys)}"
            findings.error("EDM603", (*path, name), f"unknown key '{name}'", hint)
        else:
            _check_value(value, key, (*path, name), findings)


def _check_value(value: object, key: Key, path: KeyPath, findings: Findings) -> None:
    name = path[-1]

    def wrong(expected: str, where: KeyPath = path) -> None:
        findings.error("EDM604", where, f"'{name}' must be {expected}")

    if key.kind in _TEXT_KINDS:
        if not isinstance(value, str):
            wrong("a text")
        elif not value or "\0" in value:
            wrong("a text that is not empty")
        elif key.choices and value not in key.choices:
            wrong(f"one of {', '.join(key.choices)}")
    elif key.kind in (Kind.TEXTS, Kind.PATHS):
        if isinstance(value, str) and value and key.kind is Kind.PATHS:
            return
        if not isinstance(value, list) or not value:
            wrong("a list of texts that is not empty")
            return
        for index, item in enumerate(value):
            if not isinstance(item, str) or not item or "\0" in item:
                wrong("a list of texts that are not empty", (*path, index))
    elif key.kind is Kind.FLAG:
        if not isinstance(value, bool):
            wrong("true or false")
    elif key.kind is Kind.INTEGER:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            wrong("a whole number above 0")
    elif not isinstance(value, dict):
        wrong("a table")
    else:
        for inner, item in value.items():
            if key.kind is Kind.SEVERITIES and item not in _SEVERITIES:
                expected = f"one of {', '.join(_SEVERITIES)}"
                findings.error("EDM604", (*path, inner), f"'{inner}' must be {expected}")
            elif not isinstance(item, str | bool):
                findings.error("EDM604", (*path, inner), f"'{inner}' must be a text or true, false")


def _check_names(data: Mapping[str, Any], findings: Findings) -> None:
    for group in ("clients", "profiles"):
        for entry, table in data.get(group, {}).items():
            for key, there in (("profile", "profiles"), ("slice", "slices")):
                used = table.get(key)
                known = data.get(there, {})
                if used is not None and used not in known:
                    hint = suggestion(used, known) or f"add [{there}.{used}]"
                    path = (group, entry, key)
                    findings.error("EDM606", path, f"there is no [{there}.{used}]", hint)
    clients = data.get("clients", {})
    for entry, table in data.get("names", {}).items():
        if isinstance(table, dict) and entry not in clients:
            hint = suggestion(entry, clients) or f"there are: {', '.join(clients) or 'none'}"
            findings.error("EDM606", ("names", entry), f"there is no [clients.{entry}]", hint)
    findings.stop_on_errors()
