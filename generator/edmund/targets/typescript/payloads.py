"""Interfaces that only one operation has: the parameters of an action, and answers that are no object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edmund.naming.distinct import distinct
from edmund.surface.answers import answer_member
from edmund.surface.elements import Call, CallKind, HttpMethod, Parameter, Resource, Surface
from edmund.targets.prose import documentation_text
from edmund.targets.typescript.builder_names import BuilderNames
from edmund.targets.typescript.builder_views import PayloadView
from edmund.targets.typescript.literals import doc_comment, property_key
from edmund.targets.typescript.model_views import MemberView
from edmund.targets.typescript.schema_tables import PayloadTable, payload_names
from edmund.targets.typescript.source import extends_clause, optional_member
from edmund.targets.typescript.types import TypeTexts

__all__ = ["Payload", "Payloads", "lower_payload"]


@dataclass(frozen=True, slots=True)
class Payload:
    """`key` names it in the schema's tables; `paged` means that the answer may link to a next page."""

    name: str
    key: str
    operation: str
    fields: tuple[Parameter, ...]
    is_body: bool = False
    paged: bool = False


class Payloads:
    """All payloads of a surface, by module and by resource; their names are told apart in their module."""

    def __init__(self, surface: Surface, places: BuilderNames) -> None:
        self._by_module: dict[str, list[Payload]] = {}
        self._bodies: dict[str, Payload] = {}
        self._answers: dict[str, Payload] = {}
        wanted: dict[str, list[tuple[Resource, Payload]]] = {}
        for resource in surface.resources:
            for call in resource.calls:
                if call.kind is CallKind.INVOKE and resource.id in places.arrivals:
                    module = places.of(resource.id).module
                    stem = places.operation_stem(resource.id)
                    wanted.setdefault(module, []).extend(
                        (resource, payload) for payload in _of(call, stem, surface)
                    )
        for module, entries in wanted.items():
            keys = {str(at): payload.name for at, (_, payload) in enumerate(entries)}
            taken = [place.name for place in places.places.values() if place.module == module]
            names = distinct(keys, keys.__getitem__, taken).names
            for at, (resource, found) in enumerate(entries):
                payload = replace(found, name=names[str(at)], key=places.of(resource.id).name)
                self._by_module.setdefault(module, []).append(payload)
                kept = self._bodies if payload.is_body else self._answers
                kept[resource.id] = payload

    def of_module(self, module: str) -> list[Payload]:
        return self._by_module.get(module, [])

    def body(self, resource: Resource) -> Payload | None:
        return self._bodies.get(resource.id)

    def answer(self, resource: Resource) -> Payload | None:
        return self._answers.get(resource.id)

    def tables(self) -> Iterator[PayloadTable]:
        """The parameters of all actions, for the schema, named like the builders that call them."""
        for payload in self._bodies.values():
            yield payload.key, payload.operation, payload.fields


def _of(call: Call, stem: str, surface: Surface) -> Iterator[Payload]:
    operation = call.operation or ""
    if call.parameters:
        yield Payload(f"{stem}PostRequestBody", "", operation, call.parameters, is_body=True)
    answer = answer_member(call, surface.types)
    if answer is not None:
        method = "Post" if call.method is HttpMethod.POST else "Get"
        field, paged = answer
        yield Payload(f"{stem}{method}Response", "", operation, (field,), paged=paged)


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
    names = payload_names(payload.fields)
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
