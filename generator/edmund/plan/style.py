"""Whose names a client has: those of the official SDKs' generator, or natural ones."""

from __future__ import annotations

from enum import Enum

from edmund.plan.service import speaks_odata
from edmund.surface.elements import Surface
from edmund.vendors import graph

__all__ = ["NameStyle", "name_style"]


class NameStyle(Enum):
    """KIOTA: `by_product_product_i_d`, as users of the official SDKs write them; NATURAL: `by_product_id`."""

    KIOTA = "kiota"
    NATURAL = "natural"


def name_style(surface: Surface, chosen: NameStyle | None) -> NameStyle:
    """What the user chose, or else what users of the service expect.

    Graph's have an official SDK; who has a client of what is no OData has it from Kiota.
    """
    if chosen is not None:
        return chosen
    official = graph.is_graph(surface.names) or not speaks_odata(surface)
    return NameStyle.KIOTA if official else NameStyle.NATURAL
