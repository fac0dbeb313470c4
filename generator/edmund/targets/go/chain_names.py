"""What the accessors of request builders are called: `Users().ByUserId(id).GraphUser().Count()`.

The names are those that users of the official Go SDK write. A key names its entity type, a function its
parameters, a segment of OData's own what it gives (`$value` is `Content`). Where two segments below one
resource ask for the same name, the schema's own wins over OData's, and what is spelled so already over what is
not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind
from edmund.targets.go.names import exported, parameter_name
from edmund.targets.naming import distinct

__all__ = [
    "BUILDER_MEMBERS",
    "accessor_names",
    "alternate_key_name",
    "edge_name",
    "key_parameters",
    "numbered",
]

# What a builder has of its own: its calls, and what the runtime's type that it embeds has.
BUILDER_MEMBERS: Final = frozenset(
    {
        "Delete",
        "Get",
        "GoString",
        "Iterate",
        "Patch",
        "Post",
        "Put",
        "RequestBuilder",
        "String",
        "ToDeleteRequestInformation",
        "ToGetRequestInformation",
        "ToPatchRequestInformation",
        "ToPostRequestInformation",
        "ToPutRequestInformation",
        "WithUrl",
    }
)

# What the client, which embeds the builder of the service root, has beside that.
_ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"Batch", "Poll", "RootRequestBuilder", "Send"}

_OWN_SEGMENTS: Final[Mapping[SegmentKind, str]] = {
    SegmentKind.COUNT: "Count",
    SegmentKind.REFERENCE: "Ref",
    SegmentKind.VALUE: "Content",
}
_KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
_OPERATIONS: Final = (SegmentKind.OPERATION, SegmentKind.IMPORT)


def edge_name(source: Resource, edge: Edge) -> str:
    """The accessor for `edge` below `source`, before clashes are settled."""
    own = _OWN_SEGMENTS.get(edge.kind)
    if own is not None:
        return own
    if edge.kind in _KEYS:
        return "By" + "".join(map(exported, key_parameters(source, edge)))
    if edge.kind is SegmentKind.ALTERNATE_KEY:
        return _with_parameters("", [part.name for part in edge.keys])
    name = "".join(exported(part) for part in edge.name.split("."))
    if edge.kind in _OPERATIONS and edge.parameters:
        return _with_parameters(name, [p.name for p in edge.parameters])
    return f"{name}Path" if name in _members(source) else name


def alternate_key_name(collection: Edge, key: Edge) -> str:
    """The accessor beside the collection's own: `ApplicationsWithAppId` for `applications(appId=...)`."""
    return _with_parameters(exported(collection.name), [part.name for part in key.keys])


def key_parameters(source: Resource, edge: Edge) -> tuple[str, ...]:
    """The parameters of a key's accessor: `userId`; of an alternate key's: `appId`."""
    names = [part.name.rpartition("/")[2] for part in edge.keys]
    if edge.kind is SegmentKind.ALTERNATE_KEY or source.type is None:
        return tuple(map(parameter_name, names))
    first, *others = names
    stem = source.type.name.rpartition(".")[2]
    return (parameter_name(f"{stem}{exported(first)}"), *map(parameter_name, others))


def numbered(name: str) -> str:
    """How the official SDK calls a key's accessor the second time one chain meets the entity type."""
    return f"{name}1"


def accessor_names(resource: Resource) -> tuple[str, ...]:
    """The accessors of `resource`, one for each of its edges and in their order, no two the same."""
    edges = resource.edges
    wanted = {str(at): edge_name(resource, edge) for at, edge in enumerate(edges)}

    def precedence(at: str) -> tuple[bool, bool, str, tuple[str, ...]]:
        edge = edges[int(at)]
        parameters = tuple(p.name for p in edge.parameters)
        return edge.kind in _OWN_SEGMENTS, wanted[at] != edge.name, edge.name, parameters

    order = sorted(wanted, key=precedence)
    given = distinct(order, wanted.__getitem__, _members(resource)).names
    return tuple(given[str(at)] for at in range(len(edges)))


def _members(source: Resource) -> frozenset[str]:
    return _ROOT_MEMBERS if source.kind is ResourceKind.ROOT else BUILDER_MEMBERS


def _with_parameters(name: str, parameters: list[str]) -> str:
    return name + "".join(f"With{exported(p.rpartition('/')[2])}" for p in parameters)
