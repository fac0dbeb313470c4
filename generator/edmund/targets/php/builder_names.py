"""What each resource's builder is called, and the classes that only one operation has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from edmund.naming.accessors import Accessors
from edmund.naming.stems import StemSpelling, stem_of
from edmund.plan.homes import arrivals_of
from edmund.plan.odata_exchange import PayloadRole, payloads_of
from edmund.surface.elements import Edge, Parameter, Resource, Surface
from edmund.targets.php.layout import Layout
from edmund.targets.php.names import distinct_names, pascal_case

__all__ = ["BuilderNames", "Payload", "builder_names"]

_LONGEST_STEM = 60


@dataclass(frozen=True, slots=True)
class Payload:
    """The class of an action's body or of an operation's wrapped answer.

    `official` is what the official SDK calls it, in the namespace of its path; `paged` means that the answer may
    link to a next page.
    """

    cls: str
    official: str
    operation: str
    fields: tuple[Parameter, ...]
    paged: bool = False
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class BuilderNames:
    """Classes by resource id; no two of builders and payloads are the same, whatever the case."""

    builders: Mapping[str, str]
    bodies: Mapping[str, Payload]
    answers: Mapping[str, Payload]


def builder_names(surface: Surface, layout: Layout) -> BuilderNames:
    """Names of all builders and payloads of a surface."""
    arrivals = arrivals_of(surface)
    accessors = layout.spelling.accessors
    spelling = StemSpelling(
        placed=lambda name: _placed_stem(name, layout),
        type=layout.spelling.cls,
        member=lambda name: pascal_case(layout.spelling.text(name)),
        operation=lambda source, edge: _capitalized(accessors.operation_name(source, edge)),
    )
    stems = {r.id: stem_of(r, arrivals, spelling)[:_LONGEST_STEM] for r in surface.resources}
    wanted = {f"builder {r.id}": f"{stems[r.id]}RequestBuilder" for r in surface.resources}
    payloads: dict[str, Payload] = {}
    for resource in surface.resources:
        if resource.id in arrivals:
            official = _operation_stem(*arrivals[resource.id], accessors)
            for planned in payloads_of(resource, surface.types):
                payloads[f"{planned.role.value} {resource.id}"] = Payload(
                    stems[resource.id] + planned.suffix,
                    official + planned.suffix,
                    planned.operation,
                    planned.fields,
                    planned.paged,
                    planned.role is PayloadRole.BODY,
                )
    wanted.update((key, payload.cls) for key, payload in payloads.items())
    names = distinct_names(wanted, wanted.__getitem__).names
    named = {key: replace(payload, cls=names[key]) for key, payload in payloads.items()}
    return BuilderNames(
        {r.id: names[f"builder {r.id}"] for r in surface.resources},
        {key.partition(" ")[2]: p for key, p in named.items() if p.is_body},
        {key.partition(" ")[2]: p for key, p in named.items() if not p.is_body},
    )


def _operation_stem(source: Resource, edge: Edge, accessors: Accessors) -> str:
    """The operation's name as the official SDK writes it in classes, without its namespace."""
    local = replace(edge, name=edge.name.rpartition(".")[2])
    return _capitalized(accessors.operation_name(source, local).removesuffix("Path"))


def _capitalized(name: str) -> str:
    return f"{name[0].upper()}{name[1:]}"


def _placed_stem(name: str, layout: Layout) -> str | None:
    """`microsoft.graph.security.alert` as `SecurityAlert`: unlike `microsoft.graph.alert`."""
    place = layout.places.get(name)
    if place is None:
        return None
    return place.namespace.replace("\\", "") + place.cls.removeprefix("Escaped")
