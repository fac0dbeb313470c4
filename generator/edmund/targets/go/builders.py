"""Lowering of the surface: one file of request builders for each type, and one of query options."""

from __future__ import annotations

from edmund.plan.beside import keys_beside
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.surface.type_parts import name_of
from edmund.targets.go.builder_names import OPTIONS_FILE, ROOT_FILE, BuilderNames, builder_names
from edmund.targets.go.builder_views import BuilderFileView, BuilderView, CallView, LinkView
from edmund.targets.go.calls import CallContext, lower_call
from edmund.targets.go.chain_names import (
    BUILDER_MEMBERS,
    numbered,
)
from edmund.targets.go.links import KEYS, link
from edmund.targets.go.literals import comment
from edmund.targets.go.model_views import StructuredView
from edmund.targets.go.models import LoweredModels
from edmund.targets.go.names import escaped
from edmund.targets.go.options import OptionSet, lower_options
from edmund.targets.go.payloads import Payload, payloads_of
from edmund.targets.go.structured import imports_of, payload
from edmund.targets.go.values import Values
from edmund.targets.prose import with_article
from edmund.targets.recurrence import recurring_keys

__all__ = ["LoweredBuilders", "lower_builders"]


class LoweredBuilders:
    """The files of builders, and the names of what is in them."""

    def __init__(
        self, files: list[GeneratedFile], names: BuilderNames, lowering: _Lowering
    ) -> None:
        self.files = files
        self.names = names
        self.payloads = lowering.payloads
        self.accessors = lowering.accessors
        self.options = lowering.options_by_call
        self.spelling = lowering.spelling


def lower_builders(surface: Surface, models: LoweredModels, module: str) -> LoweredBuilders:
    """All builders of a surface; `module` is the path of the Go module."""
    names = builder_names(surface, models.layout)
    lowering = _Lowering(surface, models, names, module)
    by_file: dict[str, list[Resource]] = {}
    for resource in surface.resources:
        by_file.setdefault(names.files[resource.id], []).append(resource)
    files = [
        GeneratedFile(
            f"builders/{file}.go", "client/builders.go.jinja", lowering.file(file, resources)
        )
        for file, resources in by_file.items()
    ]
    options = lower_options(lowering.options, imports_of(module, ()))
    if options.sets:
        files.append(
            GeneratedFile(f"builders/{OPTIONS_FILE}.go", "client/options.go.jinja", options)
        )
    return LoweredBuilders(files, names, lowering)


class _Lowering:
    def __init__(
        self,
        surface: Surface,
        models: LoweredModels,
        names: BuilderNames,
        module: str,
    ) -> None:
        self.surface = surface
        self.names = names
        self.module = module
        self.values = Values(surface, models.layout, "models.")
        self.payloads = payloads_of(surface, names, models.schema)
        self.context = CallContext(surface, models.layout, self.values, self.payloads)
        self.spelling = models.layout.spelling
        self.accessors = {r.id: self.spelling.accessors.of(r) for r in surface.resources}
        self.recurring = (
            recurring_keys(surface, self.accessors)
            if self.spelling.has_second_names
            else frozenset()
        )
        self.options: set[OptionSet] = set()
        self.options_by_call: dict[tuple[str, str], OptionSet] = {}

    def file(self, file: str, resources: list[Resource]) -> BuilderFileView:
        builders = tuple(self.builder(resource) for resource in resources)
        payloads = tuple(self.payload(found) for r in resources for found in self.payloads.of(r.id))
        text = "Package builders has the request builders: a place in the service's URL space each."
        return BuilderFileView(
            file == ROOT_FILE,
            comment(text),
            self.imports(builders, payloads),
            payloads,
            builders,
        )

    def imports(
        self, builders: tuple[BuilderView, ...], payloads: tuple[StructuredView, ...]
    ) -> tuple[str, ...]:
        """What a file names: Go refuses imports that are not used."""
        links = [
            part for b in builders for each in b.links for part in (each.parameters, each.returns)
        ]
        calls = [c for b in builders for c in b.calls]
        typed = [part for c in calls for part in (c.body, c.returns, c.pages)]
        accessors = [a.type for p in payloads for a in p.accessors]
        used = [*links, *typed, *accessors]
        standard = []
        if calls:
            standard.append('\t"context"')
        if any(call.downloads or call.uploads for call in calls):
            standard.append('\t"io"')
        if any("time.Time" in text for text in used):
            standard.append('\t"time"')
        getters = [line for p in payloads for a in p.accessors for line in a.getter]
        with_models = any("models." in text for text in (*used, *getters))
        own = imports_of(self.module, (), *(["models"] if with_models else []))
        return (*standard, "", *own) if standard else own

    def payload(self, found: Payload) -> StructuredView:
        role = "is what is sent to" if found.is_body else "is what is answered by"
        text = f"{found.name} {role} {found.operation}."
        return payload(
            found.name,
            text,
            found.members,
            self.values,
            operation=found.operation,
            paged=found.paged,
        )

    def builder(self, resource: Resource) -> BuilderView:
        links: list[LinkView] = []
        for edge, name in zip(resource.edges, self.accessors[resource.id], strict=True):
            links += self.links(resource, edge, name)
        calls = tuple(self.call(resource, each) for each in range(len(resource.calls)))
        name = self.names.builder(resource.id)
        about = resource.description or _subject(resource)
        return BuilderView(name, comment(f"{name}: {about}"), _unique(links), calls)

    def call(self, resource: Resource, index: int) -> CallView:
        view, options = lower_call(resource.calls[index], resource, self.context)
        self.options.add(options)
        self.options_by_call[resource.id, view.method] = options
        return view

    def links(self, source: Resource, edge: Edge, name: str) -> list[LinkView]:
        target = self.surface.by_id[edge.target]
        returns = self.names.builder(target.id)
        found = [link(name, source, edge, target, returns, self.values)]
        if not self.spelling.has_second_names:
            return found
        if escaped(name) != name and edge.kind not in KEYS:
            found.append(link(escaped(name), source, edge, target, returns, self.values))
        if name in self.recurring:
            found.append(link(numbered(name), source, edge, target, returns, self.values))
        found += [self.beside(edge, target, target.edges[at]) for at in keys_beside(edge, target)]
        return found

    def beside(self, edge: Edge, collection: Resource, key: Edge) -> LinkView:
        """`ApplicationsWithAppId(...)`, as the official client has it beside `Applications()`."""
        target = self.surface.by_id[key.target]
        child = link("", collection, edge, collection, "", self.values)
        return link(
            self.spelling.accessors.alternate_key_name(edge, key),
            collection,
            key,
            target,
            self.names.builder(target.id),
            self.values,
            base=child.place,
        )


def _subject(resource: Resource) -> str:
    if resource.kind is ResourceKind.ROOT:
        return "the service root."
    what = with_article(resource.kind.value).lower()
    return f"{what}." if resource.type is None else f"{what} of {name_of(resource.type)}."


def _unique(links: list[LinkView]) -> tuple[LinkView, ...]:
    """What is only there beside something else gives way to what has the name by itself."""
    found: dict[str, LinkView] = {}
    for each in links:
        if each.name not in BUILDER_MEMBERS:
            found.setdefault(each.name, each)
    return tuple(found.values())
