"""Classes that only one operation has: the body of an action, and answers that are no single object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.naming.accessors import Accessors
from edmund.naming.distinct import distinct, file_key
from edmund.plan import odata_exchange as plan
from edmund.plan.odata_exchange import PayloadRole, payloads_of
from edmund.surface.elements import Edge, Resource, Surface
from edmund.surface.type_parts import name_of
from edmund.targets.java.layout import LONGEST_PATH, Place, path_of, room_for_name
from edmund.targets.java.models import Payload
from edmund.targets.java.names import pascal, shortened

__all__ = ["Payloads", "lay_out_payloads"]

_FALLBACK = "operations"


@dataclass(frozen=True, slots=True)
class Payloads:
    """Those of an operation's resource: its parameters, and its answer."""

    bodies: Mapping[str, Payload]
    answers: Mapping[str, Payload]

    @property
    def all(self) -> tuple[Payload, ...]:
        return (*self.bodies.values(), *self.answers.values())


def lay_out_payloads(
    surface: Surface,
    accessors: Accessors,
    root: str,
    arrivals: Mapping[str, tuple[Resource, Edge]],
    packages: Mapping[str, tuple[str, ...]],
) -> Payloads:
    """All payload classes of a surface.

    A class lies in the package of its operation's canonical path, as in the official client; in the package
    `operations` where the path of the file would get too long.
    """
    wanted: dict[tuple[str, PayloadRole], plan.Payload] = {}
    keys: dict[str, str] = {}
    for resource in surface.resources:
        if resource.id not in arrivals:
            continue
        source, edge = arrivals[resource.id]
        for planned in payloads_of(resource, surface.types):
            stem = pascal(_local_name(source, edge, accessors))
            place = _placed(root, packages[resource.id], f"{stem}{planned.suffix}", source)
            wanted[resource.id, planned.role] = planned
            keys[_key(resource.id, planned.role)] = ".".join(place)
    names = distinct(keys, keys.__getitem__, (), file_key).names
    found: dict[PayloadRole, dict[str, Payload]] = {role: {} for role in PayloadRole}
    for (id_, role), planned in wanted.items():
        package, _, name = names[_key(id_, role)].rpartition(".")
        found[role][id_] = Payload(
            Place(package, name),
            planned.operation,
            planned.fields,
            planned.paged,
            role is PayloadRole.BODY,
        )
    return Payloads(found[PayloadRole.BODY], found[PayloadRole.ANSWER])


def _key(id_: str, role: PayloadRole) -> str:
    return f"{id_} {role.value}"


def _local_name(source: Resource, edge: Edge, accessors: Accessors) -> str:
    """The accessor without the operation's namespace and without what tells it from a builder's own."""
    local = Edge(edge.kind, edge.name.rpartition(".")[2], edge.target, parameters=edge.parameters)
    name = accessors.operation_name(source, local)
    return name.removesuffix("Path") if name != local.name else name


def _placed(root: str, path: tuple[str, ...], name: str, source: Resource) -> tuple[str, str]:
    package = ".".join((root, *path))
    if len(path_of(package, name)) <= LONGEST_PATH:
        return package, name
    package = f"{root}.{_FALLBACK}"
    bound = "" if source.type is None else pascal(name_of(source.type).rpartition(".")[2])
    return package, shortened(f"{bound}{name}", room_for_name(package) - 4)
