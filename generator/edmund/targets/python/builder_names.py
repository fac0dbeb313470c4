"""Where each resource's builder lives and what it is called: decided once, used by all links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.targets.naming import distinct, file_key
from edmund.targets.python.chain_names import edge_name
from edmund.targets.python.layout import Layout
from edmund.targets.python.names import class_name

__all__ = ["BuilderNames", "BuilderPlace", "builder_names", "pascal"]

ROOT_MODULE = "_root"
SHARED_MODULE = "_shared"

_SUFFIX = {
    ResourceKind.ROOT: "",
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
_RUNTIME_NAMES = ("PagedBuilder", "RequestBuilder", "ServiceBuilder")
_FIXED = ("_options", ROOT_MODULE, SHARED_MODULE)


@dataclass(frozen=True, slots=True)
class BuilderPlace:
    """`module` is relative to the package of builders (`security.alert`)."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """Places by resource id, and class names of link bases by type; names are unique in the package."""

    places: Mapping[str, BuilderPlace]
    bases: Mapping[tuple[str, bool], BuilderPlace]
    arrivals: Mapping[str, tuple[Resource, Edge]]

    def of(self, resource_id: str) -> BuilderPlace:
        return self.places[resource_id]


def pascal(name: str) -> str:
    """`upload_client_certificate` as `UploadClientCertificate`."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


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
    stems: dict[str, str] = {}
    for resource in surface.resources:
        homes[resource.id] = _home(resource, arrivals, homes, layout)
        stems[resource.id] = _stem(resource, homes, arrivals, layout)
    answered = {
        (r.type.name, r.type.collection): None
        for r in surface.resources
        if r.type is not None and r.type.name in layout.places
    }
    base_stems = {key: _type_stem(key[0], layout) + _base_suffix(key[1]) for key in answered}
    wanted = {r.id: f"{stems[r.id]}Builder" for r in surface.resources}
    for key, stem in base_stems.items():
        wanted[_base_id(key)] = stem
    names = distinct(wanted, wanted.__getitem__, _RUNTIME_NAMES).names
    modules = distinct(dict.fromkeys(homes.values()), lambda home: home, _FIXED[:1], file_key).names
    return BuilderNames(
        {r.id: BuilderPlace(modules[homes[r.id]], names[r.id]) for r in surface.resources},
        {
            key: BuilderPlace(layout.places[key[0]].module, names[_base_id(key)])
            for key in base_stems
        },
        arrivals,
    )


def _base_id(key: tuple[str, bool]) -> str:
    return f"links of {key[0]} {key[1]}"


def _base_suffix(collection: bool) -> str:
    return "CollectionLinks" if collection else "Links"


def _home(
    resource: Resource,
    arrivals: Mapping[str, tuple[Resource, Edge]],
    homes: Mapping[str, str],
    layout: Layout,
) -> str:
    """The module, before clashes are settled."""
    if resource.kind is ResourceKind.ROOT:
        return ROOT_MODULE
    if resource.kind in _SHARED and resource.declared_on is None:
        return SHARED_MODULE
    with_source = resource.kind in (ResourceKind.ACTION, ResourceKind.COMPLEX)
    place = None if resource.type is None else layout.places.get(resource.type.name)
    if place is not None and not with_source:
        return place.module
    arrival = arrivals.get(resource.id)
    return ROOT_MODULE if arrival is None else homes.get(arrival[0].id, ROOT_MODULE)


def _stem(
    resource: Resource,
    homes: Mapping[str, str],
    arrivals: Mapping[str, tuple[Resource, Edge]],
    layout: Layout,
) -> str:
    suffix = _SUFFIX[resource.kind]
    arrival = arrivals.get(resource.id)
    if resource.kind is ResourceKind.ROOT:
        return "Root"
    if resource.kind in _OPERATIONS and arrival is not None:
        source, edge = arrival
        bound = "" if source.type is None else _type_stem(source.type.name, layout)
        return f"{bound}{pascal(edge_name(source, edge))}"
    if resource.declared_on is not None:
        owner, _, child = resource.declared_on.partition("/")
        # A container is no type: what it declares needs no prefix.
        prefix = _type_stem(owner, layout) if owner in layout.places else ""
        local = child.rpartition("/")[2] or owner.rpartition(".")[2]
        return f"{prefix}{class_name(local).rstrip('_')}{suffix}"
    if resource.type is None or resource.type.name not in layout.places:
        return suffix or "Primitive"
    many = "List" if resource.kind is ResourceKind.COMPLEX and resource.type.collection else ""
    return f"{_type_stem(resource.type.name, layout)}{many}{suffix}"


def _type_stem(name: str, layout: Layout) -> str:
    """`microsoft.graph.security.alert` as `SecurityAlert`: unlike `microsoft.graph.alert`."""
    place = layout.places.get(name)
    if place is None:
        return class_name(name.rpartition(".")[2]).rstrip("_")
    packages = place.module.split(".")[:-1]
    return "".join(pascal(p) for p in packages) + place.cls.rstrip("_")
