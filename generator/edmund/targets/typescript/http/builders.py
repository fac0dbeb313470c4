"""The paths of a description as request builders: interfaces, one module for each first segment, and routes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.naming.distinct import distinct
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_paths import http_paths
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.targets.typescript.builder_names import BUILDERS, BuilderNames
from edmund.targets.typescript.builder_views import (
    BuilderModuleView,
    BuilderView,
    PayloadView,
    RoutesView,
)
from edmund.targets.typescript.http.accessors import http_accessor_names
from edmund.targets.typescript.http.calls import call_methods, lower_http_call
from edmund.targets.typescript.http.types import ValueTexts
from edmund.targets.typescript.imports import Imports
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.literals import doc_comment, property_key, string_literal
from edmund.targets.typescript.model_views import MemberView
from edmund.targets.typescript.names import parameter_name
from edmund.targets.typescript.source import Data, Text, extends_clause, method, statement
from edmund.targets.typescript.types import TypeTexts

__all__ = ["BOUND", "ROUTES", "lower_http_builders"]

ROUTES = "export const BUILDERS: HttpBuilderTables"
BOUND = ("AsyncIterable", "Date", "Iterable", "Promise", "Uint8Array")


@dataclass(frozen=True)
class _Builders:
    """What all modules share; `rows` collects the table of routes."""

    surface: Surface
    layout: Layout
    places: BuilderNames
    calls: Mapping[str, tuple[PlannedCall, ...]]
    rows: dict[str, Data] = field(default_factory=dict)


def lower_http_builders(
    surface: Surface, layout: Layout, places: BuilderNames
) -> Iterator[GeneratedFile]:
    """The modules of builders, then the table of routes."""
    paths = http_paths(surface)
    builders = _Builders(paths.surface, layout, places, paths.calls)
    by_module: dict[str, list[Resource]] = {}
    for resource in paths.surface.resources:
        by_module.setdefault(places.of(resource.id).module, []).append(resource)
    for module, resources in by_module.items():
        view = _module(builders, module, resources)
        yield GeneratedFile(f"src/{BUILDERS}/{module}.ts", "client/builders.ts.jinja", view)
    yield GeneratedFile(
        "src/tables/builders.ts",
        "http/routes.ts.jinja",
        RoutesView(statement(ROUTES, builders.rows)),
    )


def _module(builders: _Builders, module: str, resources: Sequence[Resource]) -> BuilderModuleView:
    own = [builders.places.of(r.id).name for r in resources]
    imports = Imports(f"{BUILDERS}/{module}", (*own, *BOUND))
    texts = ValueTexts(TypeTexts(builders.surface, builders.layout, imports))
    interfaces: list[BuilderView] = []
    parameters: list[PayloadView] = []
    for resource in resources:
        interface, taken = _builder(builders, resource, texts)
        interfaces.append(interface)
        parameters.extend(taken)
    return BuilderModuleView(imports.statements(), tuple(parameters), tuple(interfaces))


def _builder(
    builders: _Builders, resource: Resource, texts: ValueTexts
) -> tuple[BuilderView, Sequence[PayloadView]]:
    """The interface, and those of its calls' parameters; its table joins the others."""
    name = builders.places.of(resource.id).name
    calls = builders.calls[resource.id]
    methods = call_methods(calls)
    members: list[MemberView] = []
    links: dict[str, Data] = {}
    accessors = http_accessor_names(resource, methods, builders.layout.spelling.given)
    for edge, accessor in zip(resource.edges, accessors, strict=True):
        place = builders.places.of(edge.target)
        local = texts.names.imports.use(f"{BUILDERS}/{place.module}", place.name)
        members.append(_link(resource, edge, accessor, local, texts))
        to = Text(string_literal(place.name))
        links[property_key(accessor)] = [to, Text(str(len(edge.keys)))] if edge.keys else to
    rows: dict[str, Data] = {}
    parameters: list[PayloadView] = []
    for call, called in zip(calls, methods, strict=True):
        lowered = lower_http_call(call, called, name, texts, takes_keys=False)
        members.extend(lowered.members)
        parameters.extend(lowered.parameters)
        rows.update((property_key(each), row) for each, row in lowered.rows.items())
    tables: dict[str, Data] = {"links": links, "calls": rows}
    builders.rows[property_key(name)] = {key: each for key, each in tables.items() if each}
    base = (texts.names.runtime("routes", "RequestBuilder"), ())
    view = BuilderView(
        comment=doc_comment(_text_of(resource)),
        heading=extends_clause(f"export interface {name}", [base], not members),
        is_empty=not members,
        members=tuple(members),
    )
    return view, parameters


def _link(source: Resource, edge: Edge, name: str, target: str, texts: ValueTexts) -> MemberView:
    comment = doc_comment(edge.description or "", 2)
    if not edge.keys:
        return MemberView(bool(comment), comment, f"readonly {property_key(name)}: {target};")
    wanted = {part.name: parameter_name(part.name) for part in edge.keys}
    names = distinct(wanted, wanted.__getitem__).names
    parameters = [f"{names[key.name]}: {texts.parameter(key.type).source}" for key in edge.keys]
    return MemberView(bool(comment), comment, method(property_key(name), parameters, ("", target)))


def _text_of(resource: Resource) -> str:
    if resource.description:
        return resource.description
    return (
        "The service root." if resource.kind is ResourceKind.ROOT else f"What is at {resource.id}."
    )
