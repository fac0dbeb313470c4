"""What the accessors of request builders are called: `users().byUserId("id").graphUser().count()`.

The names are those that users of the official Java SDK write. A key names its entity type, a function its
parameters, a segment of OData's own what it gives (`$value` is `content`). Where two segments below one
resource ask for the same name, the schema's own wins over OData's, and what is spelled so already over what
is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind
from edmund.targets.java.names import accessor_name, camel, parameter_name, pascal
from edmund.targets.naming import distinct

__all__ = [
    "BUILDER_MEMBERS",
    "accessor_names",
    "alternate_key_name",
    "edge_name",
    "key_parameters",
    "numbered",
]

# What a builder has of its own: its calls, and what the runtime's base class declares.
BUILDER_MEMBERS: Final = frozenset(
    {
        *(
            f"{verb}{suffix}"
            for verb in ("delete", "get", "patch", "post", "put")
            for suffix in ("", "Async")
        ),
        *(f"to{verb}RequestInformation" for verb in ("Delete", "Get", "Patch", "Post", "Put")),
        "iterate",
        "withUrl",
    }
)

# What the client, the builder of the service root, has beside that.
ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"batch", "batchAsync", "batchInOrder"}

_OWN_SEGMENTS: Final[Mapping[SegmentKind, str]] = {
    SegmentKind.COUNT: "count",
    SegmentKind.REFERENCE: "ref",
    SegmentKind.VALUE: "content",
}
_KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
_OPERATIONS: Final = (SegmentKind.OPERATION, SegmentKind.IMPORT)


def edge_name(source: Resource, edge: Edge) -> str:
    """The accessor for `edge` below `source`, before clashes are settled."""
    own = _OWN_SEGMENTS.get(edge.kind)
    if own is not None:
        return own
    if edge.kind in _KEYS:
        return "by" + "".join(map(pascal, key_parameters(source, edge)))
    if edge.kind is SegmentKind.ALTERNATE_KEY:
        return camel(_with_parameters("", [part.name for part in edge.keys]))
    name = accessor_name(edge.name)
    if edge.kind in _OPERATIONS and edge.parameters:
        return _with_parameters(name, [p.name for p in edge.parameters])
    return f"{name}Path" if name in _members(source) else name


def alternate_key_name(collection: Edge, key: Edge) -> str:
    """The accessor beside the collection's own: `applicationsWithAppId` for `applications(appId=...)`."""
    return _with_parameters(accessor_name(collection.name), [part.name for part in key.keys])


def key_parameters(source: Resource, edge: Edge) -> tuple[str, ...]:
    """The parameters of a key's accessor: `userId`; of an alternate key's: `appId`."""
    if edge.kind is SegmentKind.ALTERNATE_KEY or source.type is None:
        return tuple(parameter_name(part.name) for part in edge.keys)
    stem = camel(source.type.name.rpartition(".")[2])
    first, *others = (part.name for part in edge.keys)
    return (f"{stem}{pascal(first)}", *map(parameter_name, others))


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
    return ROOT_MEMBERS if source.kind is ResourceKind.ROOT else BUILDER_MEMBERS


def _with_parameters(name: str, parameters: list[str]) -> str:
    return name + "".join(f"With{pascal(parameter)}" for parameter in parameters)
