"""Alternate keys beside their collection."""

import pytest

from edmund.plan.beside import keys_beside
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind

ALTERNATE = SegmentKind.ALTERNATE_KEY


def collection(*kinds: SegmentKind) -> Resource:
    edges = tuple(Edge(kind, "", "entity") for kind in kinds)
    return Resource("collection", ResourceKind.COLLECTION, None, edges)


def places(way: SegmentKind, *kinds: SegmentKind) -> tuple[int, ...]:
    return keys_beside(Edge(way, "things", "collection"), collection(*kinds))


@pytest.mark.parametrize("way", [SegmentKind.CHILD, SegmentKind.NAVIGATION])
def test_they_are_those_of_the_collection(way: SegmentKind) -> None:
    own = (SegmentKind.KEY, ALTERNATE, ALTERNATE, SegmentKind.COUNT)
    assert places(way, *own) == (1, 2)
    assert places(way, *own[1:]) == (0, 1)
    assert places(way, SegmentKind.KEY, SegmentKind.COUNT) == ()


def test_other_ways_lead_to_none() -> None:
    assert places(SegmentKind.CAST, SegmentKind.KEY, ALTERNATE) == ()


def test_many_of_them_are_not_repeated_at_each_way() -> None:
    assert len(places(SegmentKind.CHILD, SegmentKind.KEY, *[ALTERNATE] * 8)) == 8
    assert places(SegmentKind.CHILD, SegmentKind.KEY, *[ALTERNATE] * 9) == ()
    assert places(SegmentKind.CHILD, *[ALTERNATE] * 9) == ()
