"""Query options that the calls of this service take."""

from __future__ import annotations

from collections.abc import Sequence

from ops.runtime.configuration import Options

__all__ = [
    "CountExpandFilterOrderbySearchSelectSkipOptions",
]


class CountExpandFilterOrderbySearchSelectSkipOptions(Options, total=False):
    """Options of calls: see `Options` for those of every call."""

    select: Sequence[str]
    expand: Sequence[str]
    filter: str
    orderby: Sequence[str]
    skip: int
    search: str
    count: bool
