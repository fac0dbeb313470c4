"""Packages of second names at the places where the official SDK has its own types, by path.

There `users.ItemMessagesRequestBuilderGetQueryParameters` belongs to `/users/{id}/messages`. Here builders are
shared by all paths to a resource, and configurations by all calls with the same options; what is at a path has
a second name in the package of the path's first segment. Second names cost a compiler next to nothing, but
there is no end of paths: those through what only links to something end there, and long ones have the names
that most calls need.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.naming.spelling import Spelling
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.targets.go.builders import LoweredBuilders
from edmund.targets.go.literals import comment
from edmund.targets.go.model_views import PairView, PathAliasesView
from edmund.targets.go.names import exported, package_name
from edmund.targets.go.structured import imports_of

__all__ = ["lower_path_packages"]

_FULL_DEPTH = 5
_DEPTH = 6
_BODY_DEPTH = 8
"""Bodies have a name at each place that calls need; below this there are a hundred times as many places."""

_TAKEN = ("builders", "fields", "models", "runtime")

_LINKING = (
    ResourceKind.REFERENCED_COLLECTION,
    ResourceKind.REFERENCED_ENTITY,
    ResourceKind.CAST_COLLECTION,
    ResourceKind.CAST_ENTITY,
)
_CASTS = (ResourceKind.CAST_COLLECTION, ResourceKind.CAST_ENTITY)
_AT_LINKS = (
    *(SegmentKind.KEY, SegmentKind.COUNT, SegmentKind.REFERENCE, SegmentKind.CAST),
    SegmentKind.OPERATION,
)
_HELD = (ResourceKind.COLLECTION, ResourceKind.ENTITY, ResourceKind.SINGLETON)


_LONGEST = 50
"""Paths hold a package's name twice; no official SDK has second names for a longer one."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A resource at a path: `prefix` are the segments before it, `own` what its names start with."""

    resource: Resource
    prefix: str
    own: str
    segment: str
    depth: int
    seen: frozenset[str]
    by_key: bool = False

    @property
    def only_links(self) -> bool:
        """Whether paths end here: unless it is a single object of which the schema speaks apart."""
        resource = self.resource
        return resource.kind in _LINKING and (self.by_key or resource.declared_on is None)

    @property
    def stem(self) -> str:
        return self.prefix + self.own


def lower_path_packages(
    surface: Surface, builders: LoweredBuilders, module: str
) -> list[GeneratedFile]:
    """One package for each entity set, and for each singleton of a type that no entity set has.

    A singleton of a type that has an entity set is a member of that one here, also where a slice lacks the set:
    what is below `/me` has its second names in the package of `/users`.
    """
    root = surface.by_id[surface.root]
    tops = [edge for edge in root.edges if edge.kind is SegmentKind.CHILD]
    tops.sort(key=lambda edge: not _is_set(surface.by_id[edge.target]))
    sets: dict[str, str] = {}
    for edge in tops:
        if _is_set(surface.by_id[edge.target]):
            sets.setdefault(_type(surface.by_id[edge.target]), edge.name)
    beside = {e.name: sets.get(_type(surface.by_id[e.target]), e.set_of_type) for e in tops}
    starts: dict[str, list[_Place]] = {}
    owners: dict[str, str] = {}
    for edge in tops:
        start, owner = _start(edge, surface.by_id[edge.target], beside.get(edge.name))
        name = package_name(owner)
        if len(name) > _LONGEST or name in _TAKEN or owners.setdefault(name, owner) != owner:
            continue
        starts.setdefault(name, []).append(start)
    return [
        _file(name, owners[name], places, surface, builders, module)
        for name, places in starts.items()
    ]


def _start(edge: Edge, resource: Resource, beside: str | None) -> tuple[_Place, str]:
    """Where the walk from an edge of the root begins, and the segment after which its package is called."""
    seen = frozenset((_type(resource),))
    if beside is None or _is_set(resource):
        return _Place(resource, "", exported(edge.name), "", 0, seen), edge.name
    own = f"{exported(_type(resource).rpartition('.')[2])}Item"
    return _Place(resource, "", own, "Item", 1, seen, by_key=True), beside


def _is_set(resource: Resource) -> bool:
    return resource.type is not None and is_list(resource.type)


def _type(resource: Resource) -> str:
    return "" if resource.type is None else name_of(resource.type)


def _file(
    name: str,
    owner: str,
    starts: list[_Place],
    surface: Surface,
    builders: LoweredBuilders,
    module: str,
) -> GeneratedFile:
    types: dict[str, str] = {}
    constructors: dict[str, str] = {}
    for place in (place for start in starts for place in _walk(start, surface, builders.spelling)):
        for second, target in _names(place, builders):
            types.setdefault(second, target)
        for payload in builders.payloads.of(place.resource.id):
            suffix = payload.name.removeprefix(builders.names.stems[place.resource.id])
            for second in (place.stem + suffix, place.prefix + payload.local + suffix):
                types.setdefault(second, f"builders.{payload.name}")
                types.setdefault(f"{second}able", f"builders.{payload.name}able")
                constructors.setdefault(second, payload.name)
    declared = [f"type {second} = {target}" for second, target in types.items()]
    text = (
        f"Package {name} has second names for what calls below /{owner} take, at the place where the"
        " official SDK has it."
    )
    used = " ".join(types.values())
    imports = imports_of(module, (), *(["builders"] if "builders." in used else []))
    if "odata." not in used:
        imports = tuple(line for line in imports if not line.endswith('/odata"'))
    view = PathAliasesView(
        name,
        comment(text),
        imports,
        tuple(declared),
        tuple(
            PairView(second, target)
            for second, target in constructors.items()
            if f"New{second}" not in types
        ),
    )
    return GeneratedFile(f"{name}/{name}.go", "client/path_aliases.go.jinja", view)


def _walk(start: _Place, surface: Surface, spelling: Spelling) -> Iterator[_Place]:
    waiting = [start]
    for place in waiting:
        yield place
        if place.depth == _BODY_DEPTH or place.resource.kind in _CASTS:
            continue
        for edge in place.resource.edges:
            if place.only_links and edge.kind not in _AT_LINKS:
                continue
            target = surface.by_id[edge.target]
            held = {_type(target)} if target.kind in _HELD else set()
            if edge.kind is SegmentKind.NAVIGATION and held & place.seen:
                continue
            waiting.append(_step(place, edge, target, held, spelling))


def _step(
    place: _Place, edge: Edge, target: Resource, held: set[str], spelling: Spelling
) -> _Place:
    prefix = place.prefix + place.segment
    by_key = edge.kind in (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
    if by_key:
        local = exported(_type(place.resource).rpartition(".")[2])
        own, segment = f"{local}Item", "Item"
    elif edge.kind is SegmentKind.VALUE:
        own, segment = "ValueContent", "Value"
    else:
        own = segment = spelling.accessors.edge_name(place.resource, edge)
    return _Place(target, prefix, own, segment, place.depth + 1, place.seen | held, by_key)


def _names(place: _Place, builders: LoweredBuilders) -> Iterator[tuple[str, str]]:
    stem = f"{place.stem}RequestBuilder"
    if place.depth > _DEPTH:
        return
    if place.depth <= _FULL_DEPTH:
        yield stem, f"builders.{builders.names.builder(place.resource.id)}"
    for call in place.resource.calls:
        method = call.method.value.capitalize()
        if place.depth > _FULL_DEPTH and method != "Get":
            continue
        options = builders.options[place.resource.id, method]
        yield f"{stem}{method}RequestConfiguration", _qualified(options.configuration)
        if options.parameters is not None:
            yield f"{stem}{method}QueryParameters", _qualified(options.parameters)


def _qualified(name: str) -> str:
    return name if "." in name else f"builders.{name}"
