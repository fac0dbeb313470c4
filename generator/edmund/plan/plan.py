"""All that is decided about a service's clients before any language spells a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.plan.beside import keys_beside
from edmund.plan.homes import Home, arrivals_of, homes_of
from edmund.plan.http_calls import PlannedCall, planned_calls
from edmund.plan.http_security import schemes_of
from edmund.plan.operations import OperationGroup, planned_operations
from edmund.plan.runtime_parts import has_patterns
from edmund.plan.said_members import SaidMembers, said_members
from edmund.plan.servers import default_server
from edmund.plan.service import ServiceTraits, speaks_odata, traits_of
from edmund.plan.style import NameStyle, name_style
from edmund.plan.unions import PlannedUnion, planned_union
from edmund.surface.elements import Surface
from edmund.surface.exchange import Credential
from edmund.surface.types import Types, UnionType

__all__ = ["Plan", "PlannedResource", "plan_of"]


@dataclass(frozen=True, slots=True)
class PlannedResource:
    """One resource: `home` is where its builder lives, `calls` are those that follow no protocol above HTTP.

    `beside`: by segment, the alternate keys of the collection behind it that have an accessor beside the segment's own.
    """

    home: Home
    beside: Mapping[str, tuple[tuple[str, ...], ...]]
    calls: tuple[PlannedCall, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """`traits` is None where the service talks no OData. `names` and `base_url` hold where the user chose none.

    `resources` and `unions` go by id and by name. `operations` is the client as resources and methods, None where
    a client can have no such shape. `has_patterns`: validators need the runtime's matcher of patterns.
    """

    traits: ServiceTraits | None
    names: NameStyle
    base_url: str | None
    credentials: tuple[Credential, ...]
    resources: Mapping[str, PlannedResource]
    operations: OperationGroup | None
    unions: Mapping[str, PlannedUnion]
    said_members: Mapping[str, SaidMembers]
    has_patterns: bool


def plan_of(surface: Surface) -> Plan:
    """The plan of the clients of `surface`, with what holds where a configuration says nothing."""
    is_odata = speaks_odata(surface)
    types = surface.types
    homes = homes_of(surface, arrivals_of(surface), types.by_name)
    calls = planned_calls(surface)
    return Plan(
        traits=traits_of(surface) if is_odata else None,
        names=name_style(surface, None),
        base_url=default_server(surface.servers),
        credentials=schemes_of(surface),
        resources={
            resource.id: PlannedResource(
                homes[resource.id], _beside(surface, resource.id), calls[resource.id]
            )
            for resource in surface.resources
        },
        operations=None if is_odata else planned_operations(surface, calls),
        unions={t.name: planned_union(t, types) for t in types.types if isinstance(t, UnionType)},
        said_members={} if is_odata else _said(types),
        has_patterns=has_patterns(types),
    )


def _said(types: Types) -> dict[str, SaidMembers]:
    """Those types whose objects have members from the start."""
    return {name: said for name, said in said_members(types).items() if said}


def _beside(surface: Surface, id_: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for edge in surface.by_id[id_].edges:
        collection = surface.by_id[edge.target]
        at = keys_beside(edge, collection)
        if at:
            keys = (collection.edges[each].keys for each in at)
            found[edge.name] = tuple(tuple(part.name for part in each) for each in keys)
    return found
