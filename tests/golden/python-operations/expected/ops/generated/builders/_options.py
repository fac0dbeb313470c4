"""Query options that the calls of this service take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ops.runtime.configuration import Options

if TYPE_CHECKING:
    from ops.runtime.fields import Condition, Expands, Orders, Selects

__all__ = [
    "CountExpandFilterOrderbySearchSelectSkipOptions",
]


class CountExpandFilterOrderbySearchSelectSkipOptions(Options, total=False):
    """Options of calls: see `Options` for those of every call."""

    select: Selects
    expand: Expands
    filter: Condition
    orderby: Orders
    skip: int
    search: str
    count: bool
