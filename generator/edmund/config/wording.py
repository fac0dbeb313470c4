"""Reading the wording of documentation: a TOML file, or the `[docs]` table of one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from edmund.config.check import Findings
from edmund.config.positions import KeyPath, key_positions
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.pages.wording import ExamplePart, ExampleWording, PageWording, Section, Wording
from edmund.suggestions import suggestion

__all__ = ["parse_wording"]

E = TypeVar("E", bound=Enum)
_TABLE = ("title", "permissions", "role", "pages")
_PAGE = ("title", "introduction", "permissions", "role", "sections", "examples")
_EXAMPLE = ("name", "heading", "introduction", "note", "parts")


def parse_wording(data: bytes, file: str) -> Wording:
    """The wording of a file whose only table is `[docs]`. Raises EdmundError (EDM954) at the key's place."""
    try:
        text = data.decode("utf-8")
        content = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"the file is no TOML: {error}"
        raise EdmundError([Diagnostic("EDM954", Severity.ERROR, message, Span(file))]) from None
    reader = _Reader(Findings(file, key_positions(text)))
    reader.check(content, ("docs",), ())
    docs = reader.table(content.get("docs", {}), ("docs",), _TABLE)
    pages = docs.get("pages", {})
    wording = Wording(
        reader.text(docs, "title", ("docs",)),
        reader.text(docs, "permissions", ("docs",)),
        reader.text(docs, "role", ("docs",)),
        {
            call.lower(): reader.page(call, table, ("docs", "pages", call))
            for call, table in (pages.items() if isinstance(pages, Mapping) else ())
        },
    )
    reader.findings.stop_on_errors()
    return wording


class _Reader:
    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def check(self, table: Mapping[str, Any], known: tuple[str, ...], path: KeyPath) -> None:
        """Tell of keys that there are not."""
        for key in table:
            if key not in known:
                hint = suggestion(key, known) or f"there are: {', '.join(known)}"
                self.findings.error("EDM954", (*path, key), f"unknown key '{key}'", hint)

    def table(self, value: object, path: KeyPath, known: tuple[str, ...]) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            self.findings.error("EDM954", path, f"'{path[-1]}' must be a table")
            return {}
        self.check(value, known, path)
        return value

    def text(self, table: Mapping[str, Any], key: str, path: KeyPath) -> str | None:
        value = table.get(key)
        if value is None or isinstance(value, str):
            return value
        self.findings.error("EDM954", (*path, key), f"'{key}' must be text")
        return None

    def choices(
        self, table: Mapping[str, Any], key: str, kind: type[E], path: KeyPath
    ) -> tuple[E, ...]:
        """The members of an enumeration that a list names, in the enumeration's order; all without one."""
        given = table.get(key)
        if given is None:
            return tuple(kind)
        known = {member.value: member for member in kind}
        if not isinstance(given, list):
            self.findings.error("EDM954", (*path, key), f"'{key}' must be a list of texts")
            return ()
        for at, name in enumerate(given):
            if name not in known:
                hint = suggestion(str(name), known) or f"there are: {', '.join(known)}"
                message = f"'{key}' has no part '{name}'"
                self.findings.error("EDM954", (*path, key, at), message, hint)
        return tuple(member for name, member in known.items() if name in given)

    def page(self, call: str, value: object, path: KeyPath) -> PageWording:
        table = self.table(value, path, _PAGE)
        examples = table.get("examples", [])
        if not isinstance(examples, list):
            self.findings.error("EDM954", (*path, "examples"), "'examples' must be tables")
            examples = []
        return PageWording(
            call,
            self.text(table, "title", path),
            self.text(table, "introduction", path),
            self.text(table, "permissions", path),
            self.text(table, "role", path),
            self.choices(table, "sections", Section, path),
            tuple(self.example(each, (*path, "examples", at)) for at, each in enumerate(examples)),
        )

    def example(self, value: object, path: KeyPath) -> ExampleWording:
        table = self.table(value, path, _EXAMPLE)
        name = self.text(table, "name", path)
        if name is None:
            self.findings.error("EDM954", path, "an example needs its 'name'")
        return ExampleWording(
            name or "",
            self.text(table, "heading", path),
            self.text(table, "introduction", path),
            self.text(table, "note", path),
            self.choices(table, "parts", ExamplePart, path),
        )
