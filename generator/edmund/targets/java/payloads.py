"""Classes that only one operation has: the body of an action, and answers that are no single object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.naming.accessors import Accessors
from edmund.naming.distinct import distinct, file_key
from edmund.surface.answers import answer_member
from edmund.surface.elements import Call, CallKind, Edge, HttpMethod, Parameter, Resource, Surface
from edmund.surface.type_parts import name_of
from edmund.targets.java.layout import LONGEST_PATH, Place, path_of, room_for_name
from edmund.targets.java.models import Payload
from edmund.targets.java.names import pascal, shortened

__all__ = ["Payloads"]

_FALLBACK = "operations"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A class to be: whose, in which role, and how it would be called."""

    resource: str
    role: str
    package: str
    name: str
    operation: str
    fields: tuple[Parameter, ...]
    paged: bool


class Payloads:
    """All payload classes of a surface, by resource and role.

    A class lies in the package of its operation's canonical path, as in the official client; in the package
    `operations` where the path of the file would get too long.
    """

    def __init__(
        self,
        surface: Surface,
        accessors: Accessors,
        root: str,
        arrivals: Mapping[str, tuple[Resource, Edge]],
        packages: Mapping[str, tuple[str, ...]],
    ) -> None:
        wanted = [
            found
            for resource in surface.resources
            if resource.id in arrivals
            for call in resource.calls
            if call.kind is CallKind.INVOKE
            for found in _wanted(
                resource,
                call,
                surface,
                root,
                arrivals[resource.id],
                packages[resource.id],
                accessors,
            )
        ]
        keys = {f"{w.resource} {w.role}": f"{w.package}.{w.name}" for w in wanted}
        names = distinct(keys, keys.__getitem__, (), file_key).names
        self._by_resource: dict[tuple[str, str], Payload] = {}
        for each in wanted:
            package, _, name = names[f"{each.resource} {each.role}"].rpartition(".")
            self._by_resource[each.resource, each.role] = Payload(
                Place(package, name), each.operation, each.fields, each.paged, each.role == "body"
            )

    @property
    def all(self) -> tuple[Payload, ...]:
        return tuple(self._by_resource.values())

    def body(self, resource: Resource) -> Payload | None:
        """The class of an action's parameters."""
        return self._by_resource.get((resource.id, "body"))

    def answer(self, resource: Resource) -> Payload | None:
        """The class of an answer that is a collection or no object."""
        return self._by_resource.get((resource.id, "answer"))


def _wanted(
    resource: Resource,
    call: Call,
    surface: Surface,
    root: str,
    arrival: tuple[Resource, Edge],
    path: tuple[str, ...],
    accessors: Accessors,
) -> list[_Wanted]:
    source, edge = arrival
    stem = pascal(_local_name(source, edge, accessors))
    found: list[_Wanted] = []
    name = call.operation or ""
    if call.parameters:
        place = _placed(root, path, f"{stem}PostRequestBody", source)
        found.append(_Wanted(resource.id, "body", *place, name, call.parameters, False))
    answered = answer_member(call, surface.types)
    if answered is not None:
        method = "Post" if call.method is HttpMethod.POST else "Get"
        field, paged = answered
        place = _placed(root, path, f"{stem}{method}Response", source)
        found.append(_Wanted(resource.id, "answer", *place, name, (field,), paged))
    return found


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
