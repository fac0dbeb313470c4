"""The accessors of C#'s request builders, in both styles of names: a key is an indexer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from edmund.naming.accessors import KEYS, Accessors
from edmund.naming.words import in_title_case
from edmund.surface.elements import Resource, SegmentKind
from edmund.targets.csharp.names import BUILDER_MEMBERS, segment_name

__all__ = ["INDEXER", "KEYS", "KIOTA", "NATURAL", "extended_by"]

# What the client, the builder of the service root, has beside that.
_ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"Batch", "Dispose", "PollAsync", "SendAsync"}
INDEXER: Final = "this"


def _plain(name: str) -> str:
    return "".join(segment_name(part) for part in name.split("."))


KIOTA: Final = Accessors(
    word=segment_name,
    segment=_plain,
    invoked=_plain,
    with_parameter=lambda name: f"With{segment_name(name)}",
    alone=str,
    by_key=lambda parameters: INDEXER,
    keyed=lambda stem, key: key,
    other_key=str,
    parameter=str,
    members=BUILDER_MEMBERS,
    root_members=_ROOT_MEMBERS,
    indexer=INDEXER,
)
"""As users of the official .NET SDK write them: `GraphUser`, `GetByIdsWithIds`."""


def _natural(name: str) -> str:
    return segment_name(in_title_case(name))


NATURAL: Final = Accessors(
    word=segment_name,
    segment=_natural,
    invoked=_natural,
    with_parameter=lambda name: f"With{_natural(name)}",
    alone=str,
    by_key=lambda parameters: INDEXER,
    keyed=lambda stem, key: key,
    other_key=str,
    parameter=str,
    members=BUILDER_MEMBERS,
    root_members=_ROOT_MEMBERS,
    indexer=INDEXER,
    cast=lambda name: f"As{_natural(name)}",
    alternate=lambda names: "By" + "".join(map(_natural, names)),
    is_short=True,
)
"""Short ones: `AsEmployee`, `GetFriendsTrips`; the longer ones where two would be the same."""


def extended_by(accessors: Accessors) -> Callable[[str, Resource, int], tuple[str, str]]:
    """How a chain goes on (see `targets/chains.py`): its form for an edge, and that with an ellipsis for arguments."""

    def extended(chain: str, resource: Resource, index: int) -> tuple[str, str]:
        edge, name = resource.edges[index], accessors.of(resource)[index]
        if name == INDEXER:
            return f"{chain}[...]", f"{chain}[...]"
        own = f"{chain}.{name}"
        called = edge.kind is SegmentKind.ALTERNATE_KEY or edge.parameters
        return own, f"{own}(...)" if called else own

    return extended
