"""The accessors of C#'s request builders, as users of the official .NET SDK write them: a key is an indexer."""

from __future__ import annotations

from typing import Final

from edmund.naming.accessors import KEYS, Accessors
from edmund.surface.elements import Resource, SegmentKind
from edmund.targets.csharp.names import BUILDER_MEMBERS, segment_name

__all__ = ["INDEXER", "KEYS", "accessor_names", "alternate_key_name", "edge_name", "extended_chain"]

# What the client, the builder of the service root, has beside that.
_ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"Batch", "Dispose", "PollAsync", "SendAsync"}
INDEXER: Final = "this"


def _plain(name: str) -> str:
    return "".join(segment_name(part) for part in name.split("."))


_ACCESSORS: Final = Accessors(
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

edge_name = _ACCESSORS.edge_name
alternate_key_name = _ACCESSORS.alternate_key_name
accessor_names = _ACCESSORS.of


def extended_chain(chain: str, resource: Resource, index: int) -> tuple[str, str]:
    """The chain for an edge, and how it goes on behind it (see `targets/chains.py`)."""
    edge, name = resource.edges[index], accessor_names(resource)[index]
    if name == INDEXER:
        return f"{chain}[...]", f"{chain}[...]"
    own = f"{chain}.{name}"
    called = edge.kind is SegmentKind.ALTERNATE_KEY or edge.parameters
    return own, f"{own}(...)" if called else own
