"""Classes that only one operation has: the body of an action, and answers that are no single object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from edmund.naming.accessors import Accessors
from edmund.naming.distinct import distinct
from edmund.plan.odata_exchange import Payload, PayloadRole, payloads_of
from edmund.surface.elements import Edge, Resource, Surface
from edmund.targets.python.builder_names import BuilderNames, pascal

__all__ = ["NamedPayload", "Payloads", "lay_out_payloads"]


@dataclass(frozen=True, slots=True)
class NamedPayload:
    name: str
    payload: Payload


@dataclass(frozen=True, slots=True)
class Payloads:
    """The classes of each module, and those of an operation's resource: its parameters, and its answer."""

    by_module: Mapping[str, tuple[NamedPayload, ...]]
    bodies: Mapping[str, NamedPayload]
    answers: Mapping[str, NamedPayload]


def lay_out_payloads(surface: Surface, places: BuilderNames) -> Payloads:
    """All payload classes of a surface; their names are told apart in their module."""
    wanted: dict[str, list[tuple[str, NamedPayload]]] = {}
    for resource in surface.resources:
        payloads = payloads_of(resource, surface.types)
        if payloads and resource.id in places.arrivals:
            stem = _stem(*places.arrivals[resource.id], places.accessors)
            wanted.setdefault(places.of(resource.id).module, []).extend(
                (resource.id, NamedPayload(f"{stem}{payload.suffix}", payload))
                for payload in payloads
            )
    by_module: dict[str, tuple[NamedPayload, ...]] = {}
    found: dict[PayloadRole, dict[str, NamedPayload]] = {role: {} for role in PayloadRole}
    for module, entries in wanted.items():
        keys = {f"{id_} {each.payload.role.value}": each.name for id_, each in entries}
        names = distinct(keys, keys.__getitem__).names
        named = [
            (id_, replace(each, name=names[f"{id_} {each.payload.role.value}"]))
            for id_, each in entries
        ]
        by_module[module] = tuple(each for _, each in named)
        for id_, each in named:
            found[each.payload.role][id_] = each
    return Payloads(by_module, found[PayloadRole.BODY], found[PayloadRole.ANSWER])


def _stem(source: Resource, edge: Edge, accessors: Accessors) -> str:
    """The operation's name as the official client writes it in classes, without its namespace."""
    local = replace(edge, name=edge.name.rpartition(".")[2])
    return pascal(accessors.edge_name(source, local).removesuffix("_path"))
