"""What the accessors of request builders are called: `Users["id"].GraphUser.Count`.

The names are those that users of the official .NET SDK write. A key is an indexer, a function names its
parameters, a segment of OData's own what it gives (`$value` is `Content`). Where two segments below one
resource ask for the same name, the schema's own wins over OData's, and what is spelled so already over
what is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind
from edmund.targets.csharp.names import BUILDER_MEMBERS, segment_name
from edmund.targets.naming import distinct

__all__ = ["INDEXER", "KEYS", "accessor_names", "alternate_key_name", "edge_name", "extended_chain"]

KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)

# What the client, the builder of the service root, has beside that.
_ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"Batch", "Dispose", "PollAsync", "SendAsync"}

_OWN_SEGMENTS: Final[Mapping[SegmentKind, str]] = {
    SegmentKind.COUNT: "Count",
    SegmentKind.REFERENCE: "Ref",
    SegmentKind.VALUE: "Content",
}
_OPERATIONS: Final = (SegmentKind.OPERATION, SegmentKind.IMPORT)
INDEXER: Final = "this"


def edge_name(source: Resource, edge: Edge) -> str:
    """The accessor for `edge` below `source`, before clashes are settled."""
    own = _OWN_SEGMENTS.get(edge.kind)
    if own is not None:
        return own
    if edge.kind in KEYS:
        return INDEXER
    if edge.kind is SegmentKind.ALTERNATE_KEY:
        return _with_parameters("", [part.name for part in edge.keys])
    name = "".join(segment_name(part) for part in edge.name.split("."))
    if edge.kind in _OPERATIONS and edge.parameters:
        return _with_parameters(name, [p.name for p in edge.parameters])
    return f"{name}Path" if name in _members(source) else name


def alternate_key_name(collection: Edge, key: Edge) -> str:
    """The accessor beside the collection's own: `ApplicationsWithAppId` for `applications(appId=...)`."""
    return _with_parameters(segment_name(collection.name), [part.name for part in key.keys])


def accessor_names(resource: Resource, builder: str = "") -> tuple[str, ...]:
    """The accessors of `resource`, one for each of its edges and in their order.

    No two are the same but indexers, which differ by their parameters. `builder` is the class that has them:
    no member of a class is called like it.
    """
    edges = resource.edges
    wanted = {
        str(at): edge_name(resource, edge) for at, edge in enumerate(edges) if edge.kind not in KEYS
    }

    def precedence(at: str) -> tuple[bool, bool, str, tuple[str, ...]]:
        edge = edges[int(at)]
        parameters = tuple(p.name for p in edge.parameters)
        return edge.kind in _OWN_SEGMENTS, wanted[at] != edge.name, edge.name, parameters

    order = sorted(wanted, key=precedence)
    given = distinct(order, wanted.__getitem__, {*_members(resource), builder}).names
    return tuple(given.get(str(at), INDEXER) for at in range(len(edges)))


def extended_chain(chain: str, resource: Resource, index: int) -> tuple[str, str]:
    """The chain for an edge, and how it goes on behind it (see `targets/chains.py`)."""
    edge, name = resource.edges[index], accessor_names(resource)[index]
    if name == INDEXER:
        return f"{chain}[...]", f"{chain}[...]"
    own = f"{chain}.{name}"
    called = edge.kind is SegmentKind.ALTERNATE_KEY or edge.parameters
    return own, f"{own}(...)" if called else own


def _members(source: Resource) -> frozenset[str]:
    return _ROOT_MEMBERS if source.kind is ResourceKind.ROOT else BUILDER_MEMBERS


def _with_parameters(name: str, parameters: list[str]) -> str:
    return name + "".join(f"With{segment_name(parameter)}" for parameter in parameters)
