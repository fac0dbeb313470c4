"""Where each resource's builder lives and what it is called: decided once, used by all links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.targets.go.chain_names import edge_name
from edmund.targets.go.layout import Layout
from edmund.targets.go.names import exported, file_stem
from edmund.targets.naming import distinct, file_key

__all__ = ["BuilderNames", "builder_names"]

ROOT_FILE = "root"
SHARED_FILE = "shared"
OPTIONS_FILE = "options"

_SUFFIX = {
    ResourceKind.ROOT: "Root",
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
_SHARED = (
    ResourceKind.COUNT,
    ResourceKind.REFERENCE,
    ResourceKind.REFERENCE_COLLECTION,
    ResourceKind.STREAM,
    ResourceKind.PRIMITIVE,
)
_OPERATIONS = (ResourceKind.ACTION, ResourceKind.FUNCTION)


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """By resource: stems of names (`UserItem` for `UserItemRequestBuilder`), unique in the package, and files.

    `operations` are the names of operations with their parameters, without what they are bound to.
    """

    stems: Mapping[str, str]
    files: Mapping[str, str]
    operations: Mapping[str, str]

    def builder(self, resource_id: str) -> str:
        """The struct of a resource."""
        return f"{self.stems[resource_id]}RequestBuilder"


def builder_names(surface: Surface, layout: Layout) -> BuilderNames:
    """A builder lives with the type that it answers, as `layout` places it.

    An operation without such a type and a complex value live with the resource from which the walk first
    meets them; what belongs to no type, such as a count, has a file of its own.
    """
    arrivals: dict[str, tuple[Resource, Edge]] = {}
    for resource in surface.resources:
        for edge in resource.edges:
            arrivals.setdefault(edge.target, (resource, edge))
    homes: dict[str, str] = {}
    wanted: dict[str, str] = {}
    for resource in surface.resources:
        homes[resource.id] = _home(resource, arrivals, homes, layout)
        wanted[resource.id] = _stem(resource, arrivals, layout)
    stems = distinct(wanted, wanted.__getitem__).names
    files = distinct(dict.fromkeys(homes.values()), file_stem, (OPTIONS_FILE,), file_key).names
    return BuilderNames(
        stems,
        {id_: files[home] for id_, home in homes.items()},
        {
            resource.id: _operation(*arrivals[resource.id])
            for resource in surface.resources
            if resource.kind in _OPERATIONS and resource.id in arrivals
        },
    )


def _operation(source: Resource, edge: Edge) -> str:
    """An operation's name with its parameters, without its namespace."""
    return edge_name(source, replace(edge, name=edge.name.rpartition(".")[2]))


def _home(
    resource: Resource,
    arrivals: Mapping[str, tuple[Resource, Edge]],
    homes: Mapping[str, str],
    layout: Layout,
) -> str:
    """The file, before clashes are settled."""
    if resource.kind is ResourceKind.ROOT:
        return ROOT_FILE
    if resource.kind in _SHARED and resource.declared_on is None:
        return SHARED_FILE
    with_source = resource.kind in (ResourceKind.ACTION, ResourceKind.COMPLEX)
    name = None if resource.type is None else layout.names.get(resource.type.name)
    if name is not None and not with_source:
        return name
    arrival = arrivals.get(resource.id)
    return ROOT_FILE if arrival is None else homes.get(arrival[0].id, ROOT_FILE)


def _stem(resource: Resource, arrivals: Mapping[str, tuple[Resource, Edge]], layout: Layout) -> str:
    suffix = _SUFFIX[resource.kind]
    arrival = arrivals.get(resource.id)
    if resource.kind is ResourceKind.ROOT:
        return suffix
    if resource.kind in _OPERATIONS and arrival is not None:
        source, edge = arrival
        bound = "" if source.type is None else _type_stem(source.type.name, layout)
        return f"{bound}{_operation(source, edge)}"
    if resource.declared_on is not None:
        owner, _, child = resource.declared_on.partition("/")
        # A container is no type: what it declares needs no prefix.
        prefix = layout.names.get(owner, "")
        local_name = child.rpartition("/")[2] or owner.rpartition(".")[2]
        return f"{prefix}{exported(local_name)}{suffix}"
    if resource.type is None or resource.type.name not in layout.names:
        return suffix or "Primitive"
    many = "List" if resource.kind is ResourceKind.COMPLEX and resource.type.collection else ""
    return f"{layout.names[resource.type.name]}{many}{suffix}"


def _type_stem(name: str, layout: Layout) -> str:
    return layout.names.get(name) or exported(name.rpartition(".")[2])
