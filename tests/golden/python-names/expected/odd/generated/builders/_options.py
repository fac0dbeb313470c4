"""Query options that the calls of this service take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odd.runtime.configuration import Options

if TYPE_CHECKING:
    from odd.runtime.fields import Condition, Orders

__all__ = [
    "CountFilterOrderbySearchSkipTopOptions",
]


class CountFilterOrderbySearchSkipTopOptions(Options, total=False):
    """Options of calls: see `Options` for those of every call."""

    filter: Condition
    orderby: Orders
    top: int
    skip: int
    search: str
    count: bool
