"""Where each resource's builder lives and what it is called: decided once, used by all links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.targets.naming import distinct, file_key
from edmund.targets.typescript.chain_names import edge_name, pascal
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.names import interface_name

__all__ = ["BUILDERS", "ROOT_NAME", "BuilderNames", "BuilderPlace", "builder_names"]

BUILDERS = "builders"
ROOT_NAME = "RootRequestBuilder"
_ROOT_MODULE = "root"
_SHARED_MODULE = "shared"

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
class BuilderPlace:
    """`module` is below the folder of builders, without extension (`security/alert`)."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """Places by resource id, names unique in the package; `arrivals` is how the walk first gets there."""

    places: Mapping[str, BuilderPlace]
    arrivals: Mapping[str, tuple[Resource, Edge]]

    def of(self, resource_id: str) -> BuilderPlace:
        return self.places[resource_id]

    def operation_stem(self, resource_id: str) -> str:
        """The operation's name as the official client has it in interfaces, without its namespace."""
        source, edge = self.arrivals[resource_id]
        local = replace(edge, name=edge.name.rpartition(".")[2])
        return pascal(edge_name(source, local).removesuffix("Path"))


def builder_names(surface: Surface, layout: Layout) -> BuilderNames:
    """A builder lives with the type that it answers, as `layout` places it.

    An operation without such a type and a complex value live with the resource from which the walk first
    meets them; what belongs to no type, such as a count, has a module of its own.
    """
    arrivals: dict[str, tuple[Resource, Edge]] = {}
    for resource in surface.resources:
        for edge in resource.edges:
            arrivals.setdefault(edge.target, (resource, edge))
    homes: dict[str, str] = {}
    wanted: dict[str, str] = {}
    for resource in surface.resources:
        homes[resource.id] = _home(resource, arrivals, homes, layout)
        wanted[resource.id] = f"{_stem(resource, arrivals, layout)}RequestBuilder"
    names = distinct(wanted, wanted.__getitem__, ("RequestBuilder",)).names
    modules = distinct(dict.fromkeys(homes.values()), lambda home: home, (), file_key).names
    places = {
        r.id: BuilderPlace(modules[homes[r.id]], interface_name(names[r.id]))
        for r in surface.resources
    }
    return BuilderNames(places, arrivals)


def _home(
    resource: Resource,
    arrivals: Mapping[str, tuple[Resource, Edge]],
    homes: Mapping[str, str],
    layout: Layout,
) -> str:
    """The module, before clashes are settled."""
    if resource.kind is ResourceKind.ROOT:
        return _ROOT_MODULE
    if resource.kind in _SHARED and resource.declared_on is None:
        return _SHARED_MODULE
    with_source = resource.kind in (ResourceKind.ACTION, ResourceKind.COMPLEX)
    place = None if resource.type is None else layout.places.get(resource.type.name)
    if place is not None and not with_source:
        return place.module
    arrival = arrivals.get(resource.id)
    return _ROOT_MODULE if arrival is None else homes.get(arrival[0].id, _ROOT_MODULE)


def _stem(resource: Resource, arrivals: Mapping[str, tuple[Resource, Edge]], layout: Layout) -> str:
    suffix = _SUFFIX[resource.kind]
    arrival = arrivals.get(resource.id)
    if resource.kind in _OPERATIONS and arrival is not None:
        source, edge = arrival
        bound = "" if source.type is None else _type_stem(source.type.name, layout)
        return f"{bound}{pascal(edge_name(source, edge))}"
    if resource.declared_on is not None:
        owner, _, child = resource.declared_on.partition("/")
        # A container is no type: what it declares needs no prefix.
        prefix = _type_stem(owner, layout) if owner in layout.places else ""
        local = child.rpartition("/")[2] or owner.rpartition(".")[2]
        return f"{prefix}{interface_name(local).rstrip('_')}{suffix}"
    if resource.type is None or resource.type.name not in layout.places:
        return suffix or "Primitive"
    many = "List" if resource.kind is ResourceKind.COMPLEX and resource.type.collection else ""
    return f"{_type_stem(resource.type.name, layout)}{many}{suffix}"


def _type_stem(name: str, layout: Layout) -> str:
    """`microsoft.graph.security.alert` as `SecurityAlert`: unlike `microsoft.graph.alert`."""
    place = layout.places.get(name)
    if place is None:
        return interface_name(name.rpartition(".")[2]).rstrip("_")
    folders = place.folder.split("/") if place.folder else []
    return "".join(map(pascal, folders)) + place.name.rstrip("_")
