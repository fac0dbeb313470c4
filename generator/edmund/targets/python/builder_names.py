"""Where each resource's builder lives and what it is called: decided once, used by all links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.targets.python.chain_names import edge_name
from edmund.targets.python.names import class_name, distinct, file_key, module_name

__all__ = ["BuilderPlace", "builder_places", "pascal", "shared_module"]

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


@dataclass(frozen=True, slots=True)
class BuilderPlace:
    """`module` is relative to the package of builders (`security.alert`)."""

    module: str
    name: str


def pascal(name: str) -> str:
    """`upload_client_certificate` as `UploadClientCertificate`."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def shared_module(resource: Resource) -> bool:
    """Whether a builder belongs to no type: it is the same whatever is counted or referred to."""
    return resource.kind in _SHARED and resource.declared_on is None


def builder_places(
    surface: Surface, root_namespace: str
) -> Mapping[str, BuilderPlace]:
    """Module and class by resource id; class names are unique in the whole package.

    A builder lives with the type that it answers; an operation with the resource that it is bound to,
    as the walk first meets it.
    """
    arrivals = _arrivals(surface)
    homes: dict[str, str] = {}
    stems: dict[str, str] = {}
    for resource in surface.resources:
        home = _home(resource, arrivals, homes)
        homes[resource.id] = home
        stems[resource.id] = _stem(resource, home, root_namespace, arrivals)
    names = distinct([r.id for r in surface.resources], lambda id_: f"{stems[id_]}RequestBuilder")
    modules = distinct(
        list(dict.fromkeys(homes.values())),
        lambda home: _module(home, root_namespace),
        key=file_key,
    )
    return {
        r.id: BuilderPlace(modules.names[homes[r.id]], names.names[r.id])
        for r in surface.resources
    }


def _arrivals(surface: Surface) -> dict[str, tuple[Resource, Edge]]:
    """How the walk first gets to each resource."""
    found: dict[str, tuple[Resource, Edge]] = {}
    for resource in surface.resources:
        for edge in resource.edges:
            found.setdefault(edge.target, (resource, edge))
    return found


def _home(
    resource: Resource, arrivals: Mapping[str, tuple[Resource, Edge]], homes: Mapping[str, str]
) -> str:
    if resource.kind is ResourceKind.ROOT:
        return ROOT_MODULE
    if shared_module(resource):
        return SHARED_MODULE
    if (
        resource.kind in (*_OPERATIONS, ResourceKind.COMPLEX)
        or resource.type is None
        or resource.type.is_primitive
    ):
        if resource.declared_on is not None and resource.kind not in _OPERATIONS:
            owner = resource.declared_on.partition("/")[0]
            return owner if owner in homes.values() else ROOT_MODULE
        source = arrivals.get(resource.id)
        return homes.get(source[0].id, ROOT_MODULE) if source is not None else ROOT_MODULE
    return resource.type.name


def _stem(
    resource: Resource,
    home: str,
    root_namespace: str,
    arrivals: Mapping[str, tuple[Resource, Edge]],
) -> str:
    suffix = _SUFFIX[resource.kind]
    if resource.kind is ResourceKind.ROOT:
        return "Service"
    if resource.kind in _OPERATIONS and resource.id in arrivals:
        source, edge = arrivals[resource.id]
        name = pascal(edge_name(source, edge))
        return name if home == ROOT_MODULE else f"{_type_stem(home, root_namespace)}{name}"
    if resource.declared_on is not None:
        owner, _, child = resource.declared_on.partition("/")
        prefix = "" if resource.id in arrivals and _is_root_child(arrivals[resource.id]) else owner
        stem = _type_stem(prefix, root_namespace) if prefix else ""
        return f"{stem}{class_name(child or owner.rpartition('.')[2])}{suffix}"
    if resource.type is None or resource.type.is_primitive or shared_module(resource):
        return suffix or "Primitive"
    return f"{_type_stem(resource.type.name, root_namespace)}{suffix}"


def _is_root_child(arrival: tuple[Resource, Edge]) -> bool:
    return arrival[1].kind in (SegmentKind.CHILD, SegmentKind.IMPORT)


def _type_stem(name: str, root_namespace: str) -> str:
    """`microsoft.graph.security.alert` as `SecurityAlert`: unlike `microsoft.graph.alert`."""
    relative = name.removeprefix(f"{root_namespace}.")
    return "".join(class_name(part).rstrip("_") for part in relative.split("."))


def _module(home: str, root_namespace: str) -> str:
    if home.startswith("_"):
        return home
    relative = home.removeprefix(f"{root_namespace}.")
    return ".".join(module_name(part) for part in relative.split("."))
