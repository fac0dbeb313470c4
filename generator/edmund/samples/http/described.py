"""Examples that a description itself holds: of parameters and of bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edmund.surface.exchange import Location

__all__ = ["NOTHING_DESCRIBED", "DescribedBody", "DescribedCall"]


@dataclass(frozen=True, slots=True)
class DescribedBody:
    """The value of a body of one media type; `name` and `title` are what the description calls it."""

    media_type: str
    value: object
    name: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class DescribedCall:
    """What a description has as examples of one call."""

    parameters: Mapping[tuple[Location, str], object] = field(default_factory=dict)
    bodies: tuple[DescribedBody, ...] = ()


NOTHING_DESCRIBED = DescribedCall()
