"""Alternate keys beside their collection: `applicationsWithAppId(id)` for `applications(appId='{id}')`.

The official SDKs have such accessors where the collection's own lies, beside the ones behind it.
"""

from __future__ import annotations

from itertools import islice, takewhile
from typing import Final

from edmund.surface.elements import Edge, Resource, SegmentKind

__all__ = ["keys_beside"]

_COLLECTIONS: Final = frozenset({SegmentKind.CHILD, SegmentKind.NAVIGATION})
_KEYS: Final = frozenset({SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY})
# Each way to a collection repeats the keys, so that many of both would be more than their product. Of Microsoft
# Graph no type has more than two.
_MOST: Final = 8


def keys_beside(edge: Edge, collection: Resource) -> tuple[int, ...]:
    """Which edges of `collection` have an accessor beside that of `edge`, which leads to it.

    None have where there are too many: the accessors behind the collection's own are for all.
    """
    if edge.kind not in _COLLECTIONS:
        return ()
    # Keys are a collection's first edges: the others, many times as many as there are ways to it, are not looked at.
    leading = takewhile(lambda edge: edge.kind in _KEYS, islice(collection.edges, _MOST + 2))
    alternate = SegmentKind.ALTERNATE_KEY
    keys = tuple(at for at, key in enumerate(leading) if key.kind is alternate)
    return keys if len(keys) <= _MOST else ()
