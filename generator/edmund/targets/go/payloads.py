"""Types that only one operation has: the body of an action, and answers that are no single object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.plan import odata_exchange as plan
from edmund.surface.elements import Parameter, Surface
from edmund.surface.shapes import PropertyShape
from edmund.surface.type_parts import wire_of
from edmund.surface.type_schema import TypeSchema
from edmund.targets.go.builder_names import BuilderNames
from edmund.targets.go.layout import structured_family
from edmund.targets.go.structured import Member

__all__ = ["Payload", "Payloads", "payloads_of"]


@dataclass(frozen=True, slots=True)
class Payload:
    """`paged` means that the answer may link to a next page.

    `local` is the operation's name with its parameters, as in `DeltaWithToken`.
    """

    name: str
    local: str
    operation: str
    members: tuple[Member, ...]
    is_body: bool = False
    paged: bool = False


@dataclass(frozen=True, slots=True)
class Payloads:
    """By resource."""

    bodies: Mapping[str, Payload]
    answers: Mapping[str, Payload]

    def of(self, resource_id: str) -> list[Payload]:
        return [found[resource_id] for found in (self.bodies, self.answers) if resource_id in found]


def payloads_of(surface: Surface, names: BuilderNames, schema: TypeSchema) -> Payloads:
    """All payloads of a surface; their names are unique in the package of builders."""
    taken = {names.builder(r.id) for r in surface.resources}
    bodies: dict[str, Payload] = {}
    answers: dict[str, Payload] = {}

    def free(wanted: str) -> str:
        given, number = wanted, 1
        while taken.intersection(structured_family(given)):
            number += 1
            given = f"{wanted}_{number}"
        taken.update(structured_family(given))
        return given

    for resource in surface.resources:
        for planned in plan.payloads_of(resource, surface.types):
            stem = names.stems[resource.id]
            is_body = planned.role is plan.PayloadRole.BODY
            (bodies if is_body else answers)[resource.id] = Payload(
                free(f"{stem}{planned.suffix}"),
                names.operations.get(resource.id, stem),
                planned.operation,
                tuple(_member(field, schema) for field in planned.fields),
                is_body,
                planned.paged,
            )
    return Payloads(bodies, answers)


def _member(field: Parameter, schema: TypeSchema) -> Member:
    value = schema.value(field.type)
    shape = PropertyShape(field.name, value, required_on_create=field.required)
    return Member(shape, field.secret, wire_of(field.type))
