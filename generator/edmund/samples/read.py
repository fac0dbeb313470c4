"""Examples out of a file's text, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.samples.exchange import Example
from edmund.samples.http_files import read_http
from edmund.samples.markdown import read_markdown

__all__ = ["read_text"]

_MARKDOWN = (".md", ".markdown")
_WORD = re.compile(r"[^A-Za-z0-9]+")


def read_text(data: bytes, file: str) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """The examples of a file, each with a name of its own, and what could not be read (EDM940 to EDM942)."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = "the file is not UTF-8"
        return (), (Diagnostic("EDM940", Severity.ERROR, message, Span(file)),)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    read = read_markdown if file.lower().endswith(_MARKDOWN) else read_http
    examples, found = read(lines, file)
    return _named(examples), found


def _named(examples: Iterable[Example]) -> tuple[Example, ...]:
    """Each with a name that no other has: its own, else one made of its title or of its method."""
    taken: set[str] = set()
    named: list[Example] = []
    for example in examples:
        wanted = example.name or example.title or example.request.method
        stem = _WORD.sub("-", wanted).strip("-").lower()[:60] or "example"
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        named.append(replace(example, name=name))
    return tuple(named)
