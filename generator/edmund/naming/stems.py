"""The stems of builders' names: `UserItem` of `UserItemRequestBuilder`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from edmund.plan.homes import Arrivals
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind
from edmund.surface.type_parts import is_list, name_of

__all__ = ["OPERATIONS", "StemSpelling", "stem_of"]

OPERATIONS: Final = (ResourceKind.ACTION, ResourceKind.FUNCTION)

_SUFFIX: Final[Mapping[ResourceKind, str]] = {
    ResourceKind.COLLECTION: "Collection",
    ResourceKind.REFERENCED_COLLECTION: "ReferencedCollection",
    ResourceKind.ENTITY: "Item",
    ResourceKind.REFERENCED_ENTITY: "ReferencedItem",
    ResourceKind.SINGLETON: "",
    ResourceKind.COMPLEX: "Value",
    ResourceKind.STREAM: "Content",
    ResourceKind.COUNT: "Count",
    ResourceKind.REFERENCE: "Reference",
    ResourceKind.REFERENCE_COLLECTION: "References",
    ResourceKind.ACTION: "",
    ResourceKind.FUNCTION: "",
    ResourceKind.CAST_COLLECTION: "CastCollection",
    ResourceKind.CAST_ENTITY: "Cast",
    ResourceKind.PRIMITIVE: "Value",
}


@dataclass(frozen=True, slots=True)
class StemSpelling:
    """How a language spells the words of a stem.

    `placed` gives the words of a type by its qualified name, with those of its namespace where types of that
    name could be two (`microsoft.graph.security.alert` is `SecurityAlert`), None for a type that has no place;
    `type` spells such a type's simple name. `member` spells a child of a type or container, `operation` the
    name of an operation with its parameters. `root` stands for the service root.
    """

    placed: Callable[[str], str | None]
    type: Callable[[str], str]
    member: Callable[[str], str]
    operation: Callable[[Resource, Edge], str]
    root: str = "Root"


def stem_of(resource: Resource, arrivals: Arrivals, spelling: StemSpelling) -> str:
    """The stem, before clashes are told apart.

    An operation is called after what it is bound to, a resource that annotations set apart after the element
    that does, one of which only the path is known after that, all others after their type and what they are of it.
    """
    if resource.kind is ResourceKind.ROOT:
        return spelling.root
    if resource.kind is ResourceKind.PATH:
        return _path_stem(resource, arrivals, spelling)
    suffix = _SUFFIX[resource.kind]
    arrival = arrivals.get(resource.id)
    if resource.kind in OPERATIONS and arrival is not None:
        source, edge = arrival
        bound = "" if source.type is None else _type_stem(name_of(source.type), spelling)
        return f"{bound}{spelling.operation(source, edge)}"
    if resource.declared_on is not None:
        owner, _, child = resource.declared_on.partition("/")
        # A container is no type: what it declares needs no prefix.
        prefix = spelling.placed(owner) or ""
        local = child.rpartition("/")[2] or owner.rpartition(".")[2]
        return f"{prefix}{spelling.member(local)}{suffix}"
    type_stem = None if resource.type is None else spelling.placed(name_of(resource.type))
    if resource.type is None or type_stem is None:
        return suffix or "Primitive"
    many = "List" if resource.kind is ResourceKind.COMPLEX and is_list(resource.type) else ""
    return f"{type_stem}{many}{suffix}"


def _path_stem(resource: Resource, arrivals: Arrivals, spelling: StemSpelling) -> str:
    """`GroupsItemArtifacts` for `/groups/{id}/artifacts`."""
    parts: list[str] = []
    arrival = arrivals.get(resource.id)
    while arrival is not None:
        source, edge = arrival
        parts.append(_segment_stem(edge, spelling))
        arrival = arrivals.get(source.id)
    return "".join(reversed(parts))


def _segment_stem(edge: Edge, spelling: StemSpelling) -> str:
    if edge.kind is SegmentKind.KEY:
        return "Item"
    if edge.kind is SegmentKind.TEMPLATE:
        return "With" + "".join(spelling.member(part.name) for part in edge.keys)
    return spelling.member(edge.name)


def _type_stem(name: str, spelling: StemSpelling) -> str:
    placed = spelling.placed(name)
    return spelling.type(name.rpartition(".")[2]) if placed is None else placed
