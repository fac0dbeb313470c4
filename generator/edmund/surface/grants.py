"""Attaches permissions to the calls that they allow."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.surface.elements import (
    Call,
    Edge,
    HttpMethod,
    PathPermissions,
    Resource,
    Surface,
)
from edmund.surface.lookup import Found, PathFinder
from edmund.surface.permissions import PermissionTable, merge_grants

__all__ = ["attach_permissions"]

_Slots = dict[tuple[str, HttpMethod], dict[str, PathPermissions]]


def attach_permissions(
    surface: Surface, table: PermissionTable | None
) -> tuple[Surface, tuple[Diagnostic, ...]]:
    """The surface with the permissions of `table` and those that its calls bring from annotations.

    A call of the built surface carries annotated permissions with an empty path: they hold wherever its
    resource is addressed, and are listed at the shortest path that leads there.
    """
    slots: _Slots = {}
    found: tuple[Diagnostic, ...] = ()
    if table is not None:
        found = _place(surface, table, slots)
    _place_annotated(surface, slots)
    if not slots:
        return surface, found
    methods: dict[str, dict[HttpMethod, tuple[PathPermissions, ...]]] = {}
    for (resource, method), by_path in slots.items():
        ordered = tuple(by_path[path] for path in sorted(by_path))
        methods.setdefault(resource, {})[method] = ordered
    resources = tuple(
        _with_permissions(r, methods[r.id]) if r.id in methods else r for r in surface.resources
    )
    return replace(surface, resources=resources), found


def _with_permissions(
    resource: Resource, methods: dict[HttpMethod, tuple[PathPermissions, ...]]
) -> Resource:
    calls = tuple(
        replace(call, permissions=methods[call.method]) if call.method in methods else call
        for call in resource.calls
    )
    return replace(resource, calls=calls)


def _place(surface: Surface, table: PermissionTable, slots: _Slots) -> tuple[Diagnostic, ...]:
    finder = PathFinder(surface)
    placed = False
    for path in table.paths:
        if "?" in path.path:
            continue  # holds for some queries only
        found = finder.find(path.path)
        if found is None:
            continue
        calls = {call.method for call in found.resource.calls}
        for one in path.methods:
            if one.method in calls:
                placed = True
                _put(slots, found.resource, one.method, PathPermissions(found.path, one.grants))
    if placed or not table.paths:
        return ()
    message = "no path of the permissions file names a call of the metadata"
    return (Diagnostic("EDM324", Severity.WARNING, message, Span(table.source)),)


def _put(slots: _Slots, resource: Resource, method: HttpMethod, said: PathPermissions) -> None:
    by_path = slots.setdefault((resource.id, method), {})
    before = by_path.get(said.path)
    if before is not None:
        said = PathPermissions(said.path, merge_grants(before.grants, said.grants))
    by_path[said.path] = said


def _place_annotated(surface: Surface, slots: _Slots) -> None:
    carrying: list[tuple[Resource, Call]] = [
        (resource, call)
        for resource in surface.resources
        for call in resource.calls
        if call.permissions
    ]
    if not carrying:
        return
    ways = _shortest_ways(surface)
    for resource, call in carrying:
        path = Found(resource, _way(ways, surface.root, resource.id)).path
        for said in call.permissions:
            grants = merge_grants(said.grants, ())
            _put(slots, resource, call.method, PathPermissions(path, grants))


def _shortest_ways(surface: Surface) -> dict[str, tuple[str, Edge]]:
    """For each resource the one before it and the edge between, on a shortest way from the root."""
    ways: dict[str, tuple[str, Edge]] = {}
    queue = deque([surface.root])
    while queue:
        current = queue.popleft()
        for edge in surface.by_id[current].edges:
            if edge.target not in ways and edge.target != surface.root:
                ways[edge.target] = (current, edge)
                queue.append(edge.target)
    return ways


def _way(ways: dict[str, tuple[str, Edge]], root: str, target: str) -> tuple[Edge, ...]:
    edges: list[Edge] = []
    while target != root:
        target, edge = ways[target]
        edges.append(edge)
    return tuple(reversed(edges))
