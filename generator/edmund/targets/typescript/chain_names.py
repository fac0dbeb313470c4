"""What the accessors of request builders are called: `users.byUserId(userId).graphUser.count`.

The names are those that users of the official TypeScript SDK write. A key names its entity type, a function
its parameters, a segment of OData's own what it gives (`$value` is `content`). Where two segments below one
resource ask for the same name, the schema's own wins over OData's, and what is spelled so already over what
is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind
from edmund.targets.naming import distinct
from edmund.targets.typescript.names import OBJECT_MEMBERS, camel

__all__ = [
    "accessor_names",
    "alternate_key_name",
    "edge_name",
    "key_parameters",
    "numbered",
    "pascal",
]

_CALLS: Final = frozenset({"get", "post", "patch", "put", "delete"})
_BUILDER_MEMBERS: Final = (
    OBJECT_MEMBERS
    | _CALLS
    | {f"to{call.capitalize()}RequestInformation" for call in _CALLS}
    | {"iterate", "then", "toJSON", "withUrl"}
)
"""What a builder has of its own; `then` would make it a promise to `await`."""
_ROOT_MEMBERS: Final = _BUILDER_MEMBERS | {"batch"}

_OWN_SEGMENTS: Final[Mapping[SegmentKind, str]] = {
    SegmentKind.COUNT: "count",
    SegmentKind.REFERENCE: "ref",
    SegmentKind.VALUE: "content",
}
_KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
_OPERATIONS: Final = (SegmentKind.OPERATION, SegmentKind.IMPORT)


def pascal(name: str) -> str:
    """`name` with a capital first."""
    return name[:1].upper() + name[1:]


def edge_name(source: Resource, edge: Edge) -> str:
    """The accessor for `edge` below `source`, before clashes are settled."""
    own = _OWN_SEGMENTS.get(edge.kind)
    if own is not None:
        return own
    if edge.kind in _KEYS:
        return "by" + "And".join(pascal(name) for name in key_parameters(source, edge))
    if edge.kind is SegmentKind.ALTERNATE_KEY:
        return camel(_with_parameters("", [part.name for part in edge.keys]))
    first, *others = edge.name.split(".")
    plain = camel(first) + "".join(map(pascal, others))
    if edge.kind in _OPERATIONS and edge.parameters:
        return _with_parameters(plain, [p.name for p in edge.parameters])
    return f"{plain}Path" if plain in _members(source) else plain


def alternate_key_name(collection: Edge, key: Edge) -> str:
    """The accessor beside the collection's own: `applicationsWithAppId` for `applications(appId=...)`."""
    return _with_parameters(camel(collection.name), [part.name for part in key.keys])


def key_parameters(source: Resource, edge: Edge) -> tuple[str, ...]:
    """The parameters of a key's accessor: `userId`; of an alternate key's: `appId`."""
    names = [part.name.rpartition("/")[2] for part in edge.keys]
    if edge.kind is SegmentKind.ALTERNATE_KEY or source.type is None:
        return tuple(map(camel, names))
    first, *others = names
    return (camel(source.type.name.rpartition(".")[2]) + pascal(first), *map(camel, others))


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
    return _ROOT_MEMBERS if source.kind is ResourceKind.ROOT else _BUILDER_MEMBERS


def _with_parameters(name: str, parameters: list[str]) -> str:
    parts = [part.rpartition("/")[2] for part in parameters]
    return name + "".join(f"With{pascal(part)}" for part in parts)
