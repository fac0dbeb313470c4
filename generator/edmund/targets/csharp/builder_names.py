"""Where each request builder lives and what its class is called, and the classes of bodies and answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from edmund.naming.accessors import Accessors
from edmund.naming.distinct import distinct, file_key
from edmund.naming.stems import StemSpelling, stem_of
from edmund.plan.homes import Arrivals, Home, HomeKind, arrivals_of, homes_of
from edmund.plan.odata_exchange import PayloadRole, payloads_of
from edmund.surface.elements import Edge, Parameter, Resource, Surface
from edmund.targets.csharp.chain_names import KEYS
from edmund.targets.csharp.layout import Layout
from edmund.targets.csharp.names import namespace_name, segment_name

__all__ = [
    "BUILDERS",
    "MAX_SEGMENTS",
    "BuilderNames",
    "Payload",
    "builder_names",
    "official_part",
]

BUILDERS = "Builders"
"""The namespace, below the package, of builders and of bodies."""

MAX_SEGMENTS = 5
"""How long the paths are that have a namespace of their own."""

_RUNTIME = ("RequestBuilder", "BatchRequestBuilder")
_NOWHERE = ("", "")
_SHARED_FILE = "SharedRequestBuilders"
_ROOT_FILE = "ServiceRequestBuilders"


@dataclass(frozen=True, slots=True)
class Payload:
    """A class that only one operation has: its body, or its answer where that is no single object.

    `official` is the name that the official client has for it, in a namespace for each path. An answer lies at
    the shortest of these paths, a body in the namespace of builders: `place` is the namespace below the package
    and the class, `file` the stem of its file. `paged` means that the answer may link to a next page.
    """

    file: str
    place: tuple[str, str]
    official: str
    operation: str
    fields: tuple[Parameter, ...]
    paged: bool = False
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """Classes and files by resource; `bodies` and `answers` by the operation's resource.

    `arrivals` has for each resource from where the walk first meets it.
    """

    classes: Mapping[str, str]
    files: Mapping[str, str]
    bodies: Mapping[str, Payload]
    answers: Mapping[str, Payload]
    arrivals: Arrivals
    accessors: Accessors


def builder_names(surface: Surface, layout: Layout, hidden: frozenset[str]) -> BuilderNames:
    """A builder lives in a file with those around the same type, as `layout` places it.

    An operation without such a type and a complex value live with the resource from which the walk first
    meets them; what belongs to no type, such as a count, has a file of its own. `hidden` are names that no
    namespace beside the builders' may have.
    """
    arrivals = arrivals_of(surface)
    accessors = layout.spelling.accessors
    homes = {
        id_: _file(home, layout) for id_, home in homes_of(surface, arrivals, layout.places).items()
    }
    spelling = StemSpelling(
        placed=lambda name: _placed_stem(name, layout),
        type=layout.spelling.cls,
        member=lambda name: segment_name(layout.spelling.text(name)),
        operation=accessors.operation_name,
        root="Service",
    )
    stems = {r.id: stem_of(r, arrivals, spelling) for r in surface.resources}
    payloads = {
        f"{role} {resource.id}": payload
        for resource in surface.resources
        if resource.id in arrivals
        for role, payload in _payloads(
            resource, arrivals[resource.id], stems[resource.id], surface, accessors
        )
    }
    wanted = {r.id: f"{stems[r.id]}RequestBuilder" for r in surface.resources}
    wanted.update((key, payload.file) for key, payload in payloads.items())
    names = distinct(wanted, wanted.__getitem__, _RUNTIME, file_key).names
    places = _places(payloads, names, arrivals, hidden, accessors)
    named = {
        key: replace(found, file=names[key], place=places[key]) for key, found in payloads.items()
    }
    stems_of_files = distinct(dict.fromkeys(homes.values()), lambda home: home, (), file_key).names
    return BuilderNames(
        classes={r.id: names[r.id] for r in surface.resources},
        files={r.id: stems_of_files[homes[r.id]] for r in surface.resources},
        bodies=dict(_of_role("body", named)),
        answers=dict(_of_role("answer", named)),
        arrivals=arrivals,
        accessors=accessors,
    )


def _places(
    payloads: Mapping[str, Payload],
    names: Mapping[str, str],
    arrivals: Arrivals,
    hidden: frozenset[str],
    accessors: Accessors,
) -> dict[str, tuple[str, str]]:
    """Namespace and class of each body and answer."""
    wanted: dict[str, str] = {}
    for key, payload in payloads.items():
        parts = () if payload.is_body else _parts(key.partition(" ")[2], arrivals, accessors)
        served = 0 < len(parts) <= MAX_SEGMENTS and parts[0] not in hidden
        wanted[key] = ".".join((*parts, payload.official)) if served else f"{BUILDERS}.{names[key]}"
    given = distinct(wanted, wanted.__getitem__, (), file_key).names
    split = {key: full.rpartition(".") for key, full in given.items()}
    return {key: (namespace, cls) for key, (namespace, _, cls) in split.items()}


def _parts(resource: str, arrivals: Arrivals, accessors: Accessors) -> tuple[str, ...]:
    """The official client's namespaces on the way from which the walk first meets a resource."""
    found: list[str] = []
    while resource in arrivals:
        source, edge = arrivals[resource]
        found.append(official_part(source, edge, accessors))
        resource = source.id
    return tuple(reversed(found))


def official_part(source: Resource, edge: Edge, accessors: Accessors) -> str:
    """What the official client calls the namespace for a segment."""
    return "Item" if edge.kind in KEYS else namespace_name(accessors.edge_name(source, edge))


def _of_role(role: str, payloads: Mapping[str, Payload]) -> Iterator[tuple[str, Payload]]:
    for key, payload in payloads.items():
        own, _, resource = key.partition(" ")
        if own == role:
            yield resource, payload


def _file(home: Home, layout: Layout) -> str:
    """The file's stem, before clashes are told apart."""
    if home.type is not None:
        return f"{_placed_stem(home.type, layout)}RequestBuilders"
    return _ROOT_FILE if home.kind is HomeKind.ROOT else _SHARED_FILE


def _placed_stem(name: str, layout: Layout) -> str | None:
    """`microsoft.graph.security.alert` as `SecurityAlert`: unlike `microsoft.graph.alert`."""
    place = layout.places.get(name)
    if place is None:
        return None
    return place.namespace.replace(".", "") + place.cls


def _payloads(
    resource: Resource,
    arrival: tuple[Resource, Edge],
    stem: str,
    surface: Surface,
    accessors: Accessors,
) -> Iterator[tuple[str, Payload]]:
    source, edge = arrival
    # The namespace says where an operation comes from, its classes do not.
    official = accessors.operation_name(source, replace(edge, name=edge.name.rpartition(".")[2]))
    for planned in payloads_of(resource, surface.types):
        yield (
            planned.role.value,
            Payload(
                f"{stem}{planned.suffix}",
                _NOWHERE,
                f"{official}{planned.suffix}",
                planned.operation,
                planned.fields,
                planned.paged,
                planned.role is PayloadRole.BODY,
            ),
        )
