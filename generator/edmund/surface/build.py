"""Builds the Surface: from the entity containers over navigation, one resource per type and role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from edmund.diagnostics import Diagnostic
from edmund.model.elements import (
    EntityContainer,
    EntitySet,
    Model,
    Operation,
    OperationImport,
    Singleton,
    TypeReference,
)
from edmund.model.vocabulary import description
from edmund.surface.capabilities import (
    Capabilities,
)
from edmund.surface.container_capabilities import ContainerCapabilities
from edmund.surface.declared_types import types_of
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.grants import attach_permissions
from edmund.surface.members import deprecation_of
from edmund.surface.permissions import PermissionTable
from edmund.surface.walk import Walk

__all__ = ["OpenSurface", "build_resources", "build_surface"]

_ROOT: Final = "root"


def build_surface(
    model: Model, permissions: PermissionTable | None = None
) -> tuple[Surface, tuple[Diagnostic, ...]]:
    """The surface of all containers of `model`, with `permissions` attached to the calls they name.

    A model without a container has a root and nothing below it. Diagnostics are warnings: permissions
    of schemes that are not known, a table of which no path is in the model.
    """
    surface, found = build_resources(model, permissions)
    return replace(surface, types=types_of(model)), found


def build_resources(
    model: Model, permissions: PermissionTable | None = None
) -> tuple[Surface, tuple[Diagnostic, ...]]:
    """The same without the named types, for whoever asks for resources alone."""
    walk = Walk(model)
    root = Resource(_ROOT, ResourceKind.ROOT, None, edges=tuple(_root_edges(model, walk)))
    surface = Surface(
        _ROOT,
        (root, *walk.resources()),
        names=tuple(_names(model)),
        version=model.version,
    )
    surface, found = attach_permissions(surface, permissions)
    return surface, (*walk.findings(), *found)


def _names(model: Model) -> Iterator[str]:
    """The containers, the service's own first: that which no other extends (CSDL XML 4.01, section 13.1)."""
    extended = {container.extends for container in model.containers}
    yield from (c.name for c in model.containers if c.name not in extended)
    yield from (c.name for c in model.containers if c.name in extended)


class OpenSurface:
    """The surface of a model, each resource found when it is asked for. Resources are named by their ids."""

    root: Final = _ROOT

    def __init__(self, model: Model) -> None:
        self._walk = Walk(model)
        self._edges = {_ROOT: tuple(_root_edges(model, self._walk))}

    def edges(self, resource: str) -> tuple[Edge, ...]:
        """The edges of a resource to which an edge given before leads, or of the root."""
        found = self._edges.get(resource)
        if found is None:
            found = self._edges[resource] = self._walk.edges_of(resource)
        return found

    def type_of(self, resource: str) -> TypeReference | None:
        """The type in use of what a resource answers."""
        return self._walk.type_of(resource)

    def operation(self, resource: str) -> Operation | None:
        """The overload that a resource stands for."""
        return self._walk.operation_of(resource)


def _root_edges(model: Model, walk: Walk) -> Iterator[Edge]:
    extended = {c.extends for c in model.containers}
    seen: set[tuple[str, str]] = set()
    for container in model.containers:
        if container.name in extended:
            continue
        for edge in _container_edges(model, container, walk):
            # Each import is an address of its own, though two may call one operation.
            identity = (edge.name, "" if edge.kind is SegmentKind.CHILD else edge.target)
            if identity not in seen:
                seen.add(identity)
                yield edge


def _container_edges(model: Model, container: EntityContainer, walk: Walk) -> Iterator[Edge]:
    whole = ContainerCapabilities.of(container)
    for entity_set in container.entity_sets:
        yield _entity_set(container, entity_set, whole, walk)
    for singleton in container.singletons:
        yield _singleton(container, singleton, whole, walk)
    for imported in container.operation_imports:
        yield from _imports(model, imported, walk)


def _entity_set(
    container: EntityContainer, entity_set: EntitySet, whole: ContainerCapabilities, walk: Walk
) -> Edge:
    name = f"{container.name}/{entity_set.name}"
    said = whole.of_child(entity_set, walk.members.said_of_set(entity_set.type))
    target = walk.collection(
        ResourceKind.COLLECTION,
        entity_set.type,
        said,
        name,
        keys=tuple(walk.members.alternate_keys_of(entity_set.type, entity_set.annotations)),
    )
    return _child_edge(entity_set, name, target, said)


def _singleton(
    container: EntityContainer, singleton: Singleton, whole: ContainerCapabilities, walk: Walk
) -> Edge:
    name = f"{container.name}/{singleton.name}"
    said = whole.of_child(singleton, walk.members.said_of_set(singleton.type))
    edge = _child_edge(singleton, name, walk.singleton(singleton.type, said, name), said)
    return replace(edge, set_of_type=singleton.set_of_type)


def _child_edge(
    child: EntitySet | Singleton, qualified_name: str, target: str, said: Capabilities
) -> Edge:
    return Edge(
        SegmentKind.CHILD,
        child.name,
        target,
        restrictions=said.restrictions,
        qualified_name=qualified_name,
        description=description(child.annotations),
        deprecation=deprecation_of(child.annotations),
    )


def _imports(model: Model, imported: OperationImport, walk: Walk) -> Iterator[Edge]:
    """One edge for each unbound overload (CSDL 13.5 and 13.6)."""
    for operation in model.operations_by_name.get(imported.operation, ()):
        if not operation.bound and operation.kind is imported.kind:
            edge = walk.operation(operation)
            yield replace(
                edge,
                kind=SegmentKind.IMPORT,
                name=imported.name,
                description=description(imported.annotations) or edge.description,
            )
