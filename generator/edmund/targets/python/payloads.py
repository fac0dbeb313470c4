"""Classes that only one operation has: the body of an action, and answers that are no single object."""

from __future__ import annotations

from dataclasses import dataclass, replace

from edmund.naming.accessors import Accessors
from edmund.naming.distinct import distinct
from edmund.surface.answers import answer_member
from edmund.surface.elements import Call, CallKind, Edge, HttpMethod, Parameter, Resource, Surface
from edmund.targets.python.builder_names import BuilderNames, pascal

__all__ = ["Payload", "Payloads"]


@dataclass(frozen=True, slots=True)
class Payload:
    """`paged` means that the answer may link to a next page."""

    name: str
    operation: str
    fields: tuple[Parameter, ...]
    paged: bool = False
    is_body: bool = False


class Payloads:
    """All payload classes of a surface, by module and by resource."""

    def __init__(self, surface: Surface, places: BuilderNames) -> None:
        arrivals = places.arrivals
        wanted: dict[str, list[tuple[str, str, Payload]]] = {}
        for resource in surface.resources:
            if resource.id not in arrivals:
                continue
            stem = _stem(*arrivals[resource.id], places.accessors)
            for call in resource.calls:
                if call.kind is CallKind.INVOKE:
                    module = places.of(resource.id).module
                    wanted.setdefault(module, []).extend(
                        (resource.id, role, payload)
                        for role, payload in _payloads_of(call, stem, surface)
                    )
        self._by_module: dict[str, tuple[Payload, ...]] = {}
        self._by_resource: dict[tuple[str, str], Payload] = {}
        for module, entries in wanted.items():
            keys = {f"{id_} {role}": payload.name for id_, role, payload in entries}
            names = distinct(keys, keys.__getitem__).names
            named = [
                (id_, role, replace(payload, name=names[f"{id_} {role}"]))
                for id_, role, payload in entries
            ]
            self._by_module[module] = tuple(payload for _, _, payload in named)
            for id_, role, payload in named:
                self._by_resource[id_, role] = payload

    def of_module(self, module: str) -> tuple[Payload, ...]:
        return self._by_module.get(module, ())

    def body(self, resource: Resource) -> Payload | None:
        """The class of an action's parameters."""
        return self._by_resource.get((resource.id, "body"))

    def answer(self, resource: Resource) -> Payload | None:
        """The class of an answer that is a collection or no object."""
        return self._by_resource.get((resource.id, "answer"))


def _stem(source: Resource, edge: Edge, accessors: Accessors) -> str:
    """The operation's name as the official client writes it in classes, without its namespace."""
    local = replace(edge, name=edge.name.rpartition(".")[2])
    return pascal(accessors.edge_name(source, local).removesuffix("_path"))


def _payloads_of(call: Call, stem: str, surface: Surface) -> list[tuple[str, Payload]]:
    found: list[tuple[str, Payload]] = []
    name = call.operation or ""
    if call.parameters:
        body = Payload(f"{stem}PostRequestBody", name, call.parameters, is_body=True)
        found.append(("body", body))
    answered = answer_member(call, surface.types)
    if answered is not None:
        method = "Post" if call.method is HttpMethod.POST else "Get"
        value, paged = answered
        found.append(("answer", Payload(f"{stem}{method}Response", name, (value,), paged)))
    return found
