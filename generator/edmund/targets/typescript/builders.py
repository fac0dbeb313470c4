"""The surface as request builders: interfaces, one module for each type that a resource answers, and routes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.naming.accessors import numbered
from edmund.plan.beside import keys_beside
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.type_parts import is_edm, name_of
from edmund.targets.prose import with_article
from edmund.targets.recurrence import recurring_keys
from edmund.targets.typescript.builder_names import BUILDERS, BuilderNames
from edmund.targets.typescript.builder_views import BuilderModuleView, BuilderView, RoutesView
from edmund.targets.typescript.imports import Imports
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.links import link_member, link_row
from edmund.targets.typescript.literals import doc_comment, property_key, string_literal
from edmund.targets.typescript.model_views import MemberView
from edmund.targets.typescript.operations import OperationContext, lower_call
from edmund.targets.typescript.payloads import Payloads, lower_payload
from edmund.targets.typescript.query_limits import limited_target
from edmund.targets.typescript.source import Data, Text, extends_clause, statement
from edmund.targets.typescript.types import TypeTexts

__all__ = ["lower_builders"]

_BOUND = ("Date", "Promise", "Uint8Array")


@dataclass(frozen=True)
class _Builders:
    """What all modules share; `rows` collects the table of routes."""

    surface: Surface
    layout: Layout
    places: BuilderNames
    payloads: Payloads
    names: Mapping[str, tuple[str, ...]]
    recurring: frozenset[str]
    rows: dict[str, Data] = field(default_factory=dict)


def lower_builders(
    surface: Surface, layout: Layout, places: BuilderNames, payloads: Payloads
) -> Iterator[GeneratedFile]:
    """The modules of builders, then the table of routes."""
    spelling = layout.spelling
    names = {r.id: spelling.accessors.of(r) for r in surface.resources}
    recurring = recurring_keys(surface, names) if spelling.has_second_names else frozenset()
    builders = _Builders(surface, layout, places, payloads, names, recurring)
    by_module: dict[str, list[Resource]] = {}
    for resource in surface.resources:
        by_module.setdefault(places.of(resource.id).module, []).append(resource)
    for module, resources in by_module.items():
        view = _module(builders, module, resources)
        yield GeneratedFile(f"src/{BUILDERS}/{module}.ts", "client/builders.ts.jinja", view)
    head = "export const BUILDERS: Tables<BuilderTable>"
    yield GeneratedFile(
        "src/tables/builders.ts",
        "client/routes.ts.jinja",
        RoutesView(statement(head, builders.rows)),
    )


def _module(builders: _Builders, module: str, resources: Sequence[Resource]) -> BuilderModuleView:
    payloads = builders.payloads.by_module.get(module, ())
    own = [*(builders.places.of(r.id).name for r in resources), *(p.name for p in payloads)]
    imports = Imports(f"{BUILDERS}/{module}", (*own, *_BOUND))
    texts = TypeTexts(builders.surface, builders.layout, imports)
    lowered = tuple(lower_payload(payload, texts) for payload in payloads)
    interfaces = tuple(_builder(builders, resource, texts) for resource in resources)
    return BuilderModuleView(imports.statements(), lowered, interfaces)


def _builder(builders: _Builders, resource: Resource, texts: TypeTexts) -> BuilderView:
    """The interface; its table joins the others."""
    name = builders.places.of(resource.id).name
    members: list[MemberView] = []
    links: dict[str, Data] = {}
    aliases: dict[str, Data] = {}
    for edge, accessor in zip(resource.edges, builders.names[resource.id], strict=True):
        for own, each, row in _links(builders, resource, edge, accessor, texts):
            members.append(each)
            links[property_key(own)] = row
        if accessor in builders.recurring:
            aliases[property_key(numbered(accessor))] = Text(string_literal(accessor))
            members.append(_alias(builders, resource, edge, accessor, texts))
    context = OperationContext(builders.surface, builders.layout, builders.payloads)
    bases: list[tuple[str, tuple[str, ...]]] = [(texts.runtime("operations", "RequestBuilder"), ())]
    calls: dict[str, Data] = {}
    for call in resource.calls:
        lowered = lower_call(call, resource, context, texts)
        bases.append(lowered.base)
        members.extend(lowered.members)
        calls[lowered.name] = lowered.row
    tables: dict[str, Data] = {"links": links, "aliases": aliases, "calls": calls}
    builders.rows[property_key(name)] = {key: rows for key, rows in tables.items() if rows}
    return BuilderView(
        comment=doc_comment(_text_of(resource)),
        heading=extends_clause(f"export interface {name}", bases, not members),
        is_empty=not members,
        members=tuple(members),
    )


def _links(
    builders: _Builders, source: Resource, edge: Edge, name: str, texts: TypeTexts
) -> Iterator[tuple[str, MemberView, Data]]:
    """The member and row of an edge, and of the alternate keys that the official client has beside it."""
    target = builders.surface.by_id[edge.target]
    invoked = target.kind is ResourceKind.FUNCTION and edge.kind is not SegmentKind.CHILD
    local, known = _target(builders, edge, texts)
    yield (
        name,
        link_member(name, source, edge, local, texts, invoked=invoked),
        link_row(name, edge, known, invoked, builders.surface),
    )
    spelling = builders.layout.spelling
    for at in keys_beside(edge, target) if spelling.has_second_names else ():
        key = target.edges[at]
        beside = spelling.accessors.alternate_key_name(edge, key)
        if beside not in builders.names[source.id]:
            local, known = _target(builders, key, texts)
            member = link_member(beside, target, key, local, texts)
            path = f"/{edge.name}"
            yield beside, member, link_row(beside, key, known, False, builders.surface, path)


def _alias(
    builders: _Builders, source: Resource, edge: Edge, name: str, texts: TypeTexts
) -> MemberView:
    local, _ = _target(builders, edge, texts)
    return link_member(numbered(name), source, edge, local, texts)


def _target(builders: _Builders, edge: Edge, texts: TypeTexts) -> tuple[str, str]:
    """The target's interface as this module names it, with what is refused there, and its own name."""
    place = builders.places.of(edge.target)
    local = texts.imports.use(f"{BUILDERS}/{place.module}", place.name)
    return limited_target(local, edge, texts), place.name


def _text_of(resource: Resource) -> str:
    if resource.description:
        return resource.description
    if resource.kind is ResourceKind.ROOT:
        return "The service root."
    if resource.type is None or is_edm(resource.type):
        return f"{with_article(resource.kind.value)}."
    return f"{with_article(resource.kind.value)} of type {name_of(resource.type)}."
