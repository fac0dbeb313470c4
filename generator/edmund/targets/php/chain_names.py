"""What the methods of request builders are called: `users()->byUserId($userId)->graphUser()->count()`.

The names are those that users of the official PHP SDK write. A key names its entity type, a function its
parameters, a segment of OData's own what it gives (`$value` is `content`). Where two segments below one resource ask
for the same name, the schema's own wins over OData's, and what is spelled so already over what is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind
from edmund.targets.php.names import (
    camel_case,
    distinct_names,
    name_key,
    pascal_case,
    variable_name,
)

__all__ = [
    "BUILDER_MEMBERS",
    "ROOT_MEMBERS",
    "accessor_names",
    "alternate_key_name",
    "edge_name",
    "key_parameters",
]

# What a builder has of its own: its calls, and what the runtime's base class declares.
BUILDER_MEMBERS: Final = frozenset(
    {"delete", "get", "iterate", "patch", "post", "put", "withUrl"}
    | {f"to{m}RequestInformation" for m in ("Delete", "Get", "Patch", "Post", "Put")}
)

# What the client, the builder of the service root, has beside that.
ROOT_MEMBERS: Final = BUILDER_MEMBERS | {"batch", "getRequestAdapter", "poll", "send"}

_LONGEST: Final = 88
"""A declaration without parameters cannot be broken into lines: it has to fit on one with its type."""

_LONGEST_BROKEN: Final = 99
"""With parameters only the name and the opening parenthesis have to."""

_TAKEN: Final = {
    False: frozenset(map(name_key, BUILDER_MEMBERS)),
    True: frozenset(map(name_key, ROOT_MEMBERS)),
}

_OWN_SEGMENTS: Final[Mapping[SegmentKind, str]] = {
    SegmentKind.COUNT: "count",
    SegmentKind.REFERENCE: "ref",
    SegmentKind.VALUE: "content",
}
_KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
_OPERATIONS: Final = (SegmentKind.OPERATION, SegmentKind.IMPORT)


def edge_name(source: Resource, edge: Edge) -> str:
    """The method for `edge` below `source`, before clashes are settled."""
    own = _OWN_SEGMENTS.get(edge.kind)
    if own is not None:
        return own
    if edge.kind in _KEYS:
        return "by" + "".join(map(pascal_case, key_parameters(source, edge)))
    if edge.kind is SegmentKind.ALTERNATE_KEY:
        return camel_case(_with_parameters("", [part.name for part in edge.keys]))
    plain = camel_case("".join(pascal_case(part) for part in edge.name.split(".")))
    if edge.kind in _OPERATIONS and edge.parameters:
        return _with_parameters(plain, [p.name for p in edge.parameters])
    is_taken = name_key(plain) in _TAKEN[source.kind is ResourceKind.ROOT]
    return f"{plain}Path" if is_taken else plain


def alternate_key_name(collection: Edge, key: Edge) -> str:
    """The method beside the collection's own: `applicationsWithAppId` for `applications(appId=...)`."""
    return _with_parameters(camel_case(collection.name), [part.name for part in key.keys])


def key_parameters(source: Resource, edge: Edge) -> tuple[str, ...]:
    """The parameters of a key's method: `userId`; of an alternate key's: `appId`."""
    if edge.kind is SegmentKind.ALTERNATE_KEY or source.type is None:
        return tuple(variable_name(part.name.rpartition("/")[2]) for part in edge.keys)
    stem = variable_name(source.type.name.rpartition(".")[2])
    first, *others = (pascal_case(part.name.rpartition("/")[2]) for part in edge.keys)
    return (f"{stem}{first}", *(variable_name(other) for other in others))


def accessor_names(resource: Resource) -> tuple[str, ...]:
    """The methods of `resource`, one for each of its edges and in their order, no two the same."""
    edges = resource.edges
    wanted = {str(at): edge_name(resource, edge) for at, edge in enumerate(edges)}

    def precedence(at: str) -> tuple[bool, bool, str, tuple[str, ...]]:
        edge = edges[int(at)]
        parameters = tuple(p.name for p in edge.parameters)
        return edge.kind in _OWN_SEGMENTS, wanted[at] != edge.name, edge.name, parameters

    order = sorted(wanted, key=precedence)
    given = distinct_names(
        order, lambda at: _fitting(wanted[at], edges[int(at)]), _members(resource)
    ).names
    return tuple(given[str(at)] for at in range(len(edges)))


def _members(source: Resource) -> frozenset[str]:
    return ROOT_MEMBERS if source.kind is ResourceKind.ROOT else BUILDER_MEMBERS


def _with_parameters(name: str, parameters: list[str]) -> str:
    return name + "".join(f"With{pascal_case(parameter)}" for parameter in parameters)


def _fitting(name: str, edge: Edge) -> str:
    """The name, cut to what a line of PSR-12 holds."""
    return name[: _LONGEST_BROKEN if edge.keys or edge.parameters else _LONGEST]
