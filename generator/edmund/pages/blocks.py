"""What pages are made of, whatever format they are written in.

Texts are lines of Markdown with emphasis, code and links alone; each format writes them as it can.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Code", "Heading", "Note", "Page", "Paragraph", "Tab", "Table", "Tabs"]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph that stands out; `title` is a word such as `Important`, or empty."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """`fence` is the word for the language behind a fence."""

    fence: str
    text: str


@dataclass(frozen=True, slots=True)
class Tab:
    """`name` is the tab's for programs (`csharp`), `title` for people (`C#`)."""

    name: str
    title: str
    code: Code


@dataclass(frozen=True, slots=True)
class Tabs:
    tabs: tuple[Tab, ...]


Block = Heading | Paragraph | Note | Table | Code | Tabs


@dataclass(frozen=True, slots=True)
class Page:
    """`path` is the page's place below the others, without an ending: `calls/post-users`."""

    path: str
    title: str
    blocks: tuple[Block, ...]
