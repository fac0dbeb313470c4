"""The calls of a service as a page of Markdown: a target of a package of its own, as small as one can be.

A target is a function from the surface to files, each of a template and a view of finished text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from edmund.render.files import GeneratedFile
from edmund.surface.elements import Resource, Surface
from edmund.surface.lookup import spelled_edge
from edmund.targets.contract import Lowered, Target, TargetOptions

__all__ = ["CALL_LIST"]

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>()#+-.!|~&"} | {"\n": " ", "\r": " "})


@dataclass(frozen=True, slots=True)
class CallView:
    """One line of the page, escaped."""

    method: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class PageView:
    title: str
    calls: tuple[CallView, ...]


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    calls = tuple(
        CallView(call.method.value, _code(path or "/"), _text(call.description or call.kind.value))
        for path, resource in _places(surface)
        for call in resource.calls
    )
    view = PageView(_text(str(options.settings.get("title") or options.package)), calls)
    return Lowered((GeneratedFile("calls.md", "calls.md.jinja", view),))


def _places(surface: Surface) -> Iterator[tuple[str, Resource]]:
    """Each resource once, by the path that a breadth-first walk finds first."""
    seen = {surface.root}
    waiting = [("", surface.by_id[surface.root])]
    for path, resource in waiting:
        yield path, resource
        for edge in resource.edges:
            if edge.target not in seen:
                seen.add(edge.target)
                waiting.append((path + spelled_edge(edge), surface.by_id[edge.target]))


def _text(words: str) -> str:
    """Text of a description in Markdown: nothing of it is markup."""
    return words.translate(_SPECIAL)


def _code(path: str) -> str:
    """A path in a code span (CommonMark, section 6.1), which a backtick would end."""
    return path.replace("`", "%60")


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """Nobody writes a name of this output in source."""
    return {}


CALL_LIST = Target(
    "call-list",
    _lower,
    _symbols,
    {"title": "the heading of the page; the package's name when not given"},
    folder=Path(__file__).parent,
)
