"""Query options that the calls of this service take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library.runtime.configuration import Options

if TYPE_CHECKING:
    from library.runtime.fields import Expands, Orders, Selects

__all__ = [
    "CountExpandOrderbySearchSelectSkipTopOptions",
    "SearchOptions",
]


class CountExpandOrderbySearchSelectSkipTopOptions(Options, total=False):
    """Options of calls: see `Options` for those of every call."""

    select: Selects
    expand: Expands
    orderby: Orders
    top: int
    skip: int
    search: str
    count: bool


class SearchOptions(Options, total=False):
    """Options of calls: see `Options` for those of every call."""

    search: str
