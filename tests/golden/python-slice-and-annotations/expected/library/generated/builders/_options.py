"""Query options that the calls of this service take."""

from __future__ import annotations

from collections.abc import Sequence

from library.runtime.configuration import Options

__all__ = [
    "CountExpandOrderbySearchSelectSkipTopOptions",
    "SearchOptions",
]


class CountExpandOrderbySearchSelectSkipTopOptions(Options, total=False):
    """Options of calls: see `Options` for those of every call."""

    select: Sequence[str]
    expand: Sequence[str]
    orderby: Sequence[str]
    top: int
    skip: int
    search: str
    count: bool


class SearchOptions(Options, total=False):
    """Options of calls: see `Options` for those of every call."""

    search: str
