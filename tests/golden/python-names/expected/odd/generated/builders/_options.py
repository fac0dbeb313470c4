"""Query options that the calls of this service take."""

from __future__ import annotations

from collections.abc import Sequence

from odd.runtime.configuration import Options

__all__ = [
    "CountFilterOrderbySearchSkipTopOptions",
]


class CountFilterOrderbySearchSkipTopOptions(Options, total=False):
    """Options of calls: see `Options` for those of every call."""

    filter: str
    orderby: Sequence[str]
    top: int
    skip: int
    search: str
    count: bool
