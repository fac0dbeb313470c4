"""Pages as text: plain Markdown, Markdown of Material for MkDocs, of Microsoft Learn, and the bare words."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from html import unescape
from typing import Final

from edmund.pages.blocks import Block, Code, Heading, Note, Page, Paragraph, Table, Tabs

__all__ = ["PageFormat", "written"]

_LINK: Final = re.compile(r"(?<!\\)\[((?:[^\]\\]|\\.)*)\]\([^)]*\)")
_EMPHASIS: Final = re.compile(r"(?<!\\)(\*{1,2})(?=\S)(.+?)(?<=\S)\1")
_CODE: Final = re.compile(r"(?<!\\)`")
_ESCAPED: Final = re.compile(r"\\([\\`*_\[\]|#])")
_BACKTICKS: Final = re.compile(r"`+")


class PageFormat(Enum):
    """`text` is what a reader sees of a page, without any markup."""

    MARKDOWN = "markdown"
    MKDOCS = "mkdocs"
    LEARN = "learn"
    TEXT = "text"


def written(page: Page, format_: PageFormat) -> str:
    """The text of a page, with a line end at its end."""
    write = _WRITERS[format_]
    parts = ["\n".join(write(block)) for block in page.blocks]
    gap = "\n" if format_ is PageFormat.TEXT else "\n\n"
    front = f"---\ntitle: {_quoted(page.title)}\n---\n\n" if format_ is PageFormat.LEARN else ""
    return front + gap.join(parts).rstrip("\n") + "\n"


def _quoted(text: str) -> str:
    """A YAML string in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _fenced(code: Code) -> Iterator[str]:
    """The code between fences that are longer than any run of backticks in it."""
    longest = max((len(run) for run in _BACKTICKS.findall(code.text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}{code.fence}"
    yield code.text.rstrip("\n")
    yield fence


def _table(block: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(_cell, block.head))} |"
    yield f"|{'---|' * len(block.head)}"
    for row in block.rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", text).replace("\n", " ")


def _markdown(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {text}"
        case Paragraph(text):
            yield text
        case Note(title, text):
            yield f"> **{title}:** {text}" if title else f"> {text}"
        case Table():
            yield from _table(block)
        case Code():
            yield from _fenced(block)
        case Tabs(tabs):
            for at, tab in enumerate(tabs):
                if at:
                    yield ""
                yield f"**{tab.title}**"
                yield ""
                yield from _fenced(tab.code)


def _mkdocs(block: Block) -> Iterator[str]:
    match block:
        case Note(title, text):
            yield f'!!! note "{title}"' if title else "!!! note"
            yield ""
            yield textwrap.indent(text, "    ")
        case Tabs(tabs):
            for at, tab in enumerate(tabs):
                if at:
                    yield ""
                yield f'=== "{tab.title}"'
                yield ""
                yield textwrap.indent("\n".join(_fenced(tab.code)), "    ", lambda line: True)
        case _:
            yield from _markdown(block)


def _learn(block: Block) -> Iterator[str]:
    match block:
        case Note(title, text):
            kind = title.upper() if title.upper() in ("IMPORTANT", "TIP", "WARNING") else "NOTE"
            yield f"> [!{kind}]"
            yield f"> {text}"
        case Tabs(tabs):
            for tab in tabs:
                yield f"# [{tab.title}](#tab/{tab.name})"
                yield ""
                yield from _fenced(tab.code)
                yield ""
            yield "---"
        case _:
            yield from _markdown(block)


def _text(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text) | Paragraph(text):
            yield _plain(text)
        case Note(title, text):
            if title:
                yield title
            yield _plain(text)
        case Table(head, rows):
            for row in (head, *rows):
                yield from map(_plain, row)
        case Code(_, text):
            yield text.rstrip("\n")
        case Tabs(tabs):
            for tab in tabs:
                yield tab.code.text.rstrip("\n")


def _plain(text: str) -> str:
    """The words of a text: links by what they are called, no marks of emphasis or code."""
    bare = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))
    return unescape(_ESCAPED.sub(r"\1", _CODE.sub("", bare)))


_WRITERS: Final[Mapping[PageFormat, Callable[[Block], Iterator[str]]]] = {
    PageFormat.MARKDOWN: _markdown,
    PageFormat.MKDOCS: _mkdocs,
    PageFormat.LEARN: _learn,
    PageFormat.TEXT: _text,
}
