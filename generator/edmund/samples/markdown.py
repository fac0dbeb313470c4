"""Reads examples from Markdown with fenced `http` blocks, as the documentation of Microsoft Graph has them.

A block with a status line is the answer to the request before it. The comment before a block
(`<!-- { "blockType": "request", "name": "create_user" } -->`, ApiDoctor's) names it; blocks that such a comment
calls `ignored` are shapes of URLs, no examples. The nearest heading of its own is the title.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.samples.exchange import Example
from edmund.samples.http_files import Line, read_exchange

__all__ = ["read_markdown"]

_FENCE: Final = re.compile(r"\s*(`{3,}|~{3,})\s*([\w-]*)")
_HEADING: Final = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*\Z")
_COMMENT: Final = re.compile(r"<!--\s*(\{.*?\})\s*-->", re.S)
# Headings that say which part of an example follows, not which example.
_PARTS: Final = frozenset(
    {
        "example",
        "examples",
        "http request",
        "request",
        "request body",
        "request headers",
        "response",
    }
)


@dataclass(frozen=True, slots=True)
class _Block:
    lines: tuple[Line, ...]
    title: str | None
    said: str


def read_markdown(text: str, file: str) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """The examples of a document, and what is wrong with blocks that could not be read (EDM940 to EDM942)."""
    examples: list[Example] = []
    found: list[Diagnostic] = []
    for block in _blocks(text):
        facts = _facts(block.said)
        if facts.get("blockType") == "ignored":
            continue
        request, answer, wrong = read_exchange(block.lines, file, {})
        found.extend(wrong)
        if request is not None:
            name = facts.get("name")
            examples.append(Example(request, answer, name or None, block.title, (), file))
        elif answer is not None and examples and examples[-1].answer is None:
            examples[-1] = replace(examples[-1], answer=answer)
    if not examples and not found:
        message = "the document holds no fenced `http` block with a request"
        found.append(Diagnostic("EDM940", Severity.ERROR, message, Span(file)))
    return tuple(examples), tuple(found)


def _blocks(text: str) -> Iterator[_Block]:
    """The fenced blocks in HTTP, each with its heading and what stands between it and the block before."""
    title: str | None = None
    before: list[str] = []
    inside: list[Line] = []
    fence: str | None = None
    is_http = False
    for number, line in enumerate(text.split("\n"), 1):
        mark = _FENCE.match(line)
        if fence is not None:
            if mark is not None and mark[1].startswith(fence) and not mark[2]:
                if is_http:
                    yield _Block(tuple(inside), title, "\n".join(before))
                fence, inside, before = None, [], []
            else:
                inside.append(Line(number, line))
            continue
        if mark is not None:
            fence, is_http = mark[1], mark[2].lower() == "http"
            continue
        heading = _HEADING.match(line)
        if heading is not None and heading[1].lower() not in _PARTS:
            title = heading[1]
        before.append(line)


def _facts(said: str) -> dict[str, str]:
    """The texts of the last comment in JSON; none where it is none."""
    comments = _COMMENT.findall(said)
    if not comments:
        return {}
    try:
        value = json.loads(comments[-1])
    except ValueError:
        return {}
    return {name: text for name, text in value.items() if isinstance(text, str)}
