"""The contract between targets and render: a file to make, from a template and a view, or verbatim."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["GeneratedFile", "RenderedFile", "VerbatimFile"]


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """Rendered from `template` (path below `templates/<target>/`) with `view` as its only variable.

    `path` is relative, with `/`. `view` is a frozen dataclass of final strings, ints, bools, tuples and
    nested views: identifiers, type expressions, literals and comments are finished, escaped text.
    """

    path: str
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class VerbatimFile:
    """Support code: `source` is a path below `templates/<target>/runtime/`, copied as it is.

    But for its own name: in languages whose files say in which package or namespace they are, the source
    says `written` (a name that compiles there, `edmundruntime` in the language's casing, and occurs for
    nothing else) and the output `wanted`. `sections` are those of its sections that the output has, where a source
    may have any (`render/sections.py`); None where it has none.
    """

    path: str
    source: str
    written: str = ""
    wanted: str = ""
    sections: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """Final text with `\\n` line ends, to be written as UTF-8."""

    path: str
    text: str
