"""Interfaces that only one operation has: the parameters of an action, and answers that are no object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from edmund.naming.distinct import distinct
from edmund.plan.odata_exchange import PayloadRole, payloads_of
from edmund.surface.elements import Parameter, Resource, Surface
from edmund.targets.prose import documentation_text
from edmund.targets.typescript.builder_names import BuilderNames
from edmund.targets.typescript.builder_views import PayloadView
from edmund.targets.typescript.literals import doc_comment, property_key
from edmund.targets.typescript.model_views import MemberView
from edmund.targets.typescript.schema_tables import PayloadTable, payload_names
from edmund.targets.typescript.source import extends_clause, optional_member
from edmund.targets.typescript.types import TypeTexts

__all__ = ["Payload", "Payloads", "lay_out_payloads", "lower_payload"]


@dataclass(frozen=True, slots=True)
class Payload:
    """`key` names it in the schema's tables; `paged` means that the answer may link to a next page."""

    name: str
    key: str
    operation: str
    fields: tuple[Parameter, ...]
    is_body: bool = False
    paged: bool = False


@dataclass(frozen=True, slots=True)
class Payloads:
    """The payloads of each module, and those of an operation's resource: its parameters, and its answer."""

    by_module: Mapping[str, tuple[Payload, ...]]
    bodies: Mapping[str, Payload]
    answers: Mapping[str, Payload]

    def tables(self) -> Iterator[PayloadTable]:
        """The parameters of all actions, for the schema, named like the builders that call them."""
        for payload in self.bodies.values():
            yield payload.key, payload.operation, payload.fields


def lay_out_payloads(surface: Surface, places: BuilderNames) -> Payloads:
    """All payloads of a surface; their names are told apart in their module."""
    wanted: dict[str, list[tuple[Resource, Payload]]] = {}
    for resource in surface.resources:
        payloads = list(_payloads_of(resource, surface, places))
        if payloads and resource.id in places.arrivals:
            wanted.setdefault(places.of(resource.id).module, []).extend(
                (resource, payload) for payload in payloads
            )
    by_module: dict[str, tuple[Payload, ...]] = {}
    bodies: dict[str, Payload] = {}
    answers: dict[str, Payload] = {}
    for module, entries in wanted.items():
        keys = {str(at): payload.name for at, (_, payload) in enumerate(entries)}
        taken = [place.name for place in places.places.values() if place.module == module]
        names = distinct(keys, keys.__getitem__, taken).names
        named = [
            (resource.id, replace(payload, name=names[str(at)]))
            for at, (resource, payload) in enumerate(entries)
        ]
        by_module[module] = tuple(payload for _, payload in named)
        for id_, payload in named:
            (bodies if payload.is_body else answers)[id_] = payload
    return Payloads(by_module, bodies, answers)


def _payloads_of(resource: Resource, surface: Surface, places: BuilderNames) -> Iterator[Payload]:
    for planned in payloads_of(resource, surface.types):
        yield Payload(
            f"{places.operation_stem(resource.id)}{planned.suffix}",
            places.of(resource.id).name,
            planned.operation,
            planned.fields,
            planned.role is PayloadRole.BODY,
            planned.paged,
        )


def lower_payload(payload: Payload, texts: TypeTexts) -> PayloadView:
    """The interface of an action's parameters or of an operation's answer."""
    role = "What is sent to" if payload.is_body else "What is answered by"
    base = texts.runtime(
        *(
            ("model", "Model")
            if payload.is_body
            else ("operations", "BaseCollectionPaginationCountResponse")
        )
    )
    names = payload_names(payload.operation, payload.fields, texts.layout.spelling)
    members = []
    for field in payload.fields:
        comment = doc_comment(documentation_text(field.documentation), 2)
        written, is_named = texts.value(field.type)
        source = optional_member(property_key(names[field.name]), written, is_named)
        members.append(MemberView(bool(comment), comment, source))
    return PayloadView(
        doc_comment(f"{role} {payload.operation}."),
        extends_clause(f"export interface {payload.name}", [(base, ())], not members),
        not members,
        tuple(members),
    )
