"""What the accessors of request builders are called: `users.by_user_id(user_id).graph_user.count`.

The names are those that users of the official Python SDK write. A key names its entity type, a function
its parameters, a segment of OData's own what it gives (`$value` is `content`). Where two segments below
one resource ask for the same name, the schema's own wins over OData's, and what is spelled so already
over what is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind
from edmund.targets.naming import distinct
from edmund.targets.python.names import parameter_name, snake_case

__all__ = [
    "BUILDER_MEMBERS",
    "ROOT_MEMBERS",
    "accessor_names",
    "alternate_key_name",
    "edge_name",
    "key_parameters",
    "numbered",
]

# What a builder has of its own: its calls, and what the runtime's base class declares.
BUILDER_MEMBERS: Final = frozenset(
    {"delete", "get", "patch", "path_parameters", "post", "put", "request_adapter", "with_url"}
)

# What the client, the builder of the service root, has beside that.
ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"batch", "close"}

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
        return "by_" + "_".join(key_parameters(source, edge))
    if edge.kind is SegmentKind.ALTERNATE_KEY:
        return _with_parameters("", [part.name for part in edge.keys]).lstrip("_")
    plain = "_".join(snake_case(part) for part in edge.name.split("."))
    if edge.kind in _OPERATIONS and edge.parameters:
        return _with_parameters(plain, [p.name for p in edge.parameters])
    name = parameter_name(edge.name) if "." not in edge.name else plain
    return f"{name}_path" if name in _members(source) else name


def alternate_key_name(collection: Edge, key: Edge) -> str:
    """The accessor beside the collection's own: `applications_with_app_id` for `applications(appId=...)`."""
    return _with_parameters(snake_case(collection.name), [part.name for part in key.keys])


def key_parameters(source: Resource, edge: Edge) -> tuple[str, ...]:
    """The parameters of a key's accessor: `user_id`; of an alternate key's: `app_id`."""
    if edge.kind is SegmentKind.ALTERNATE_KEY or source.type is None:
        return tuple(parameter_name(part.name) for part in edge.keys)
    stem = snake_case(source.type.name.rpartition(".")[2])
    first, *others = edge.keys
    return (f"{stem}_{snake_case(first.name)}", *(parameter_name(o.name) for o in others))


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
    return name + "".join(f"_with_{snake_case(parameter)}" for parameter in parameters)
