"""What each resource's request builder is called: decided once, used by all links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.targets.java.accessors import edge_name
from edmund.targets.java.layout import Layout, room_for_name
from edmund.targets.java.names import pascal, shortened
from edmund.targets.naming import distinct, file_key

__all__ = ["BuilderNames", "builder_names"]

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
_OPERATIONS = (ResourceKind.ACTION, ResourceKind.FUNCTION)
_BUILDER = "RequestBuilder"
_RUNTIME = (_BUILDER, f"Service{_BUILDER}", f"Value{_BUILDER}")


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """Classes by resource id, all in one package; `arrivals` tell from where the walk first met a resource."""

    package: str
    names: Mapping[str, str]
    arrivals: Mapping[str, tuple[Resource, Edge]]


def builder_names(surface: Surface, layout: Layout) -> BuilderNames:
    """A builder is called after the type that it answers, an operation's after what it is bound to."""
    arrivals: dict[str, tuple[Resource, Edge]] = {}
    for resource in surface.resources:
        for edge in resource.edges:
            arrivals.setdefault(edge.target, (resource, edge))
    package = f"{layout.root}.requests"
    longest = room_for_name(package) - 4
    wanted = {
        r.id: shortened(f"{_stem(r, arrivals, layout)}{_BUILDER}", longest)
        for r in surface.resources
    }
    names = distinct(wanted, wanted.__getitem__, _RUNTIME, file_key).names
    return BuilderNames(package, names, arrivals)


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
        return f"{prefix}{pascal(local)}{suffix}"
    if resource.type is None or resource.type.name not in layout.places:
        return suffix or "Primitive"
    many = "List" if resource.kind is ResourceKind.COMPLEX and resource.type.collection else ""
    return f"{_type_stem(resource.type.name, layout)}{many}{suffix}"


def _type_stem(name: str, layout: Layout) -> str:
    """`microsoft.graph.security.alert` as `SecurityAlert`: unlike `microsoft.graph.alert`."""
    place = layout.places.get(name)
    if place is None:
        return pascal(name.rpartition(".")[2])
    below = place.package.removeprefix(f"{layout.root}.models").lstrip(".")
    return (
        pascal(below) + place.cls.removesuffix("Escaped")
        if below
        else place.cls.removesuffix("Escaped")
    )
