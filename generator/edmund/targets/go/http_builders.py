"""Request builders of services that are described path by path: a file for each first segment of paths."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from edmund.naming.distinct import distinct
from edmund.naming.spelling import Spelling
from edmund.plan.contents import ContentForm
from edmund.plan.homes import arrivals_of
from edmund.plan.http_bodies import PlannedBody
from edmund.plan.http_calls import PlannedCall, planned_calls, segment_parameters
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.http_security import schemes_of
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, SegmentKind, Surface
from edmund.surface.types import Type
from edmund.targets.go.builder_names import ROOT_FILE, BuilderNames, builder_names
from edmund.targets.go.builder_views import LinkView
from edmund.targets.go.chain_names import BUILDER_MEMBERS
from edmund.targets.go.http_tables import call_facts, parameter_source, scheme_source, sent_type
from edmund.targets.go.http_views import (
    FieldView,
    HttpBuilderFileView,
    HttpBuilderView,
    HttpCallView,
    SchemesView,
)
from edmund.targets.go.links import encoded, link_text
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.models import LoweredModels
from edmund.targets.go.names import exported, unexported
from edmund.targets.go.structured import imports_of
from edmund.targets.go.values import ANY_GUID, Values
from edmund.targets.prose import call_text

__all__ = ["HTTP_MEMBERS", "LoweredHttpBuilders", "lower_http_builders", "of_http"]

SCHEMES_FILE = "schemes"
_KEYED = (SegmentKind.KEY, SegmentKind.TEMPLATE)
_METHODS = ("Delete", "Get", "Head", "Options", "Patch", "Post", "Put", "Query", "Trace")
HTTP_MEMBERS = BUILDER_MEMBERS | {
    name
    for method in _METHODS
    for name in (
        method,
        f"{method}Items",
        f"{method}Stream",
        f"To{method}RequestInformation",
        f"Iterate{method}",
    )
}
"""What a builder has of its own."""


def of_http(spelling: Spelling) -> Spelling:
    """The same spelling, whose accessors give way to the calls that HTTP has."""
    accessors = spelling.accessors
    return replace(
        spelling,
        accessors=replace(
            accessors,
            members=HTTP_MEMBERS,
            root_members=HTTP_MEMBERS | accessors.root_members,
        ),
    )


class LoweredHttpBuilders:
    """The files of builders, and the names of what is in them."""

    def __init__(self, files: list[GeneratedFile], lowering: _Lowering) -> None:
        self.files = files
        self.names = lowering.names
        self.accessors = lowering.accessors
        self.calls = lowering.calls
        self._lowering = lowering

    def fields(self, call: PlannedCall) -> tuple[str, ...]:
        """The names of the fields of a call's parameters, in their order."""
        return tuple(field.name.strip() for field in self._lowering.fields(call))

    def body(self, body: PlannedBody) -> str:
        """The Go type of a body."""
        return self._lowering.body(body)

    def body_type(self, body: PlannedBody) -> Type:
        """The type of what is given for a body: of values that follow each other a list."""
        return sent_type(body)


def lower_http_builders(
    surface: Surface, models: LoweredModels, module: str
) -> LoweredHttpBuilders:
    """All builders of a surface; `module` is the path of the Go module."""
    lowering = _Lowering(surface, models, module)
    by_file: dict[str, list[Resource]] = {}
    for resource in surface.resources:
        by_file.setdefault(lowering.names.files[resource.id], []).append(resource)
    files = [
        GeneratedFile(
            f"builders/{file}.go", "client/http_builders.go.jinja", lowering.file(file, resources)
        )
        for file, resources in by_file.items()
    ]
    if lowering.schemes:
        view = SchemesView(
            imports_of(module, ()),
            tuple(scheme_source(lowering.schemes[each.name], each) for each in schemes_of(surface)),
        )
        files.append(GeneratedFile(f"builders/{SCHEMES_FILE}.go", "client/schemes.go.jinja", view))
    return LoweredHttpBuilders(files, lowering)


class _Lowering:
    def __init__(self, surface: Surface, models: LoweredModels, module: str) -> None:
        self.surface = surface
        self.module = module
        self.names: BuilderNames = builder_names(surface, models.layout, (SCHEMES_FILE,))
        self.values = Values(surface, models.layout, "models.")
        self.spelling = models.layout.spelling
        self.accessors = {r.id: self.spelling.accessors.of(r) for r in surface.resources}
        self.calls = planned_calls(surface)
        self.schemes = distinct(
            [each.name for each in schemes_of(surface)], lambda name: f"{unexported(name)}Scheme"
        ).names
        self.parameters = segment_parameters(surface, self.calls, arrivals_of(surface))

    def file(self, file: str, resources: Iterable[Resource]) -> HttpBuilderFileView:
        builders = tuple(map(self.builder, resources))
        text = "Package builders has the request builders: a place in the service's URL space each."
        return HttpBuilderFileView(
            file == ROOT_FILE, comment(text), self.imports(builders), builders
        )

    def imports(self, builders: tuple[HttpBuilderView, ...]) -> tuple[str, ...]:
        """What a file names: Go refuses imports that are not used."""
        calls = [call for builder in builders for call in builder.calls]
        code = "\n".join(
            [
                *(
                    part
                    for b in builders
                    for each in b.links
                    for part in (each.parameters, each.place)
                ),
                *(
                    part
                    for c in calls
                    for part in (c.body, c.returns, c.streamed, c.pages, *c.facts)
                ),
                *(field.type for c in calls for field in c.fields),
            ]
        )
        standard = ['\t"context"'] if calls else []
        if any(call.is_bytes for call in calls) or _names_package("io", code):
            standard.append('\t"io"')
        if _names_package("time", code):
            standard.append('\t"time"')
        own = imports_of(self.module, (), *(["models"] if _names_package("models", code) else []))
        return (*standard, "", *own) if standard else own

    def builder(self, resource: Resource) -> HttpBuilderView:
        name = self.names.builder(resource.id)
        about = resource.description or f"the place {resource.id}."
        links = tuple(
            self.link(resource, edge, accessor)
            for edge, accessor in zip(resource.edges, self.accessors[resource.id], strict=True)
        )
        planned = self.calls[resource.id]
        methods = distinct(
            [call.method for call in planned], lambda method: exported(method.capitalize())
        ).names
        return HttpBuilderView(
            name,
            comment(f"{name}: {about}"),
            links,
            tuple(self.call(name, methods[call.method], call) for call in planned),
        )

    def link(self, source: Resource, edge: Edge, name: str) -> LinkView:
        returns = self.names.builder(edge.target)
        text = comment(link_text(name, edge))
        if edge.kind not in _KEYED:
            place = f"odata.Child(b.RequestBuilder, {string_literal('/' + encoded(edge.name))})"
            return LinkView(name, text, "", returns, place)
        names = distinct([key.name for key in edge.keys], self.spelling.parameter).names
        known = self.parameters[edge.target]
        given, parts = [], []
        for key, parameter in zip(edge.keys, known, strict=True):
            given.append(f"{names[key.name]} {self.taken(parameter.type)}")
            source_ = parameter_source(parameter, self.values)
            parts.append(f"{{Parameter: &odata.Parameter{source_}, Value: {names[key.name]}}}")
        made = [f"odata.SegmentPart{part}" for part in _with_text(edge, parts)]
        place = f"odata.Segment(b.RequestBuilder, {', '.join(made)})"
        return LinkView(name, text, ", ".join(given), returns, place)

    def taken(self, type_: Type) -> str:
        """The Go type of a parameter of an accessor."""
        go = self.values.of(type_).type
        return ANY_GUID if go == "odata.UUID" else go

    def call(self, builder: str, method: str, call: PlannedCall) -> HttpCallView:
        fields = self.fields(call)
        configuration = f"{builder}{method}RequestConfiguration"
        body = call.bodies[0] if call.bodies else None
        success = call.success
        content = success.content
        form = None if content is None else content.form
        streams = success.streams[0] if success.streams else None
        is_stream = form is not None and form.is_stream
        returns = "" if content is None else self.values.of(content.type).optional
        return HttpCallView(
            method=method,
            comment=comment(f"{method}: {_lower_first(call_text(call.call))}"),
            table=f"{unexported(builder)}{method}Call",
            facts=call_facts(call, self.values, self.schemes),
            body="" if body is None else f"body {self.body(body)}, ",
            passed="" if body is None else "body, ",
            sent="nil" if body is None else "body",
            has_parameters=bool(fields),
            parameters=f"{builder}{method}QueryParameters",
            configuration=configuration,
            configured=configuration if fields else "odata.RequestConfiguration",
            fields=fields,
            nothing=content is None,
            returns="[]byte" if form is ContentForm.BYTES else returns,
            is_stream=is_stream,
            is_bytes=form is ContentForm.BYTES,
            streams=streams is not None,
            streamed="" if streams is None else self.values.of(streams.type).optional,
            paged=call.paging is not None,
            iterate="Iterate" if method == "Get" else f"Iterate{method}",
            pages="" if call.paging is None else self.values.of(call.paging.item).optional,
        )

    def body(self, body: PlannedBody) -> str:
        """The Go type of a body."""
        if body.form in (ContentForm.BYTES, ContentForm.EVENTS):
            return "io.Reader"
        return self.values.of(sent_type(body)).optional

    def fields(self, call: PlannedCall) -> tuple[FieldView, ...]:
        """The struct of parameters, whose fields are in the order of the call's table."""
        labels = [parameter.label for parameter in call.parameters]
        names = distinct(labels, self.spelling.property).names
        said = [_about(parameter) for parameter in call.parameters]
        spaced = any(said)
        width = 0 if spaced else max((len(names[label]) for label in labels), default=0)
        return tuple(
            FieldView(
                spaced and at > 0,
                f"{names[parameter.label]:<{width}}",
                self.values.of(parameter.type).optional,
                bool(text),
                comment(text, "\t"),
            )
            for at, (parameter, text) in enumerate(zip(call.parameters, said, strict=True))
        )


def _about(parameter: PlannedParameter) -> str:
    text = parameter.description or ""
    return f"{text}\n\nDeprecated." if parameter.deprecated else text


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _names_package(package: str, code: str) -> bool:
    return re.search(rf"(?<![\w.\"]){package}\.[A-Z]", code) is not None


def _with_text(edge: Edge, parts: list[str]) -> list[str]:
    """The parts of a segment in their order: a key alone, or the parameters of a template with what is between."""
    if edge.kind is SegmentKind.KEY:
        return parts
    made, rest = [], iter(parts)
    for at, piece in enumerate(re.split(r"\{([^{}]*)\}", edge.name)):
        if at % 2:
            made.append(next(rest))
        elif piece:
            made.append(f"{{Text: {string_literal(encoded(piece))}}}")
    return made
