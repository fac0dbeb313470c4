"""Request builders of services that are described path by path: a file for each first segment of paths."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from edmund.naming.distinct import distinct
from edmund.naming.spelling import Spelling
from edmund.plan.homes import arrivals_of
from edmund.plan.http_calls import PlannedCall, segment_parameters
from edmund.plan.http_paths import HttpPaths, http_paths
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, SegmentKind, Surface
from edmund.targets.go.builder_names import ROOT_FILE, BuilderNames, builder_names
from edmund.targets.go.builder_views import LinkView
from edmund.targets.go.chain_names import BUILDER_MEMBERS
from edmund.targets.go.http_calls import HERE, SCHEMES_FILE, CallPlace, HttpCalls
from edmund.targets.go.http_files import builder_file, path_part, with_text
from edmund.targets.go.http_views import HttpBuilderFileView, HttpBuilderView
from edmund.targets.go.links import encoded, link_text
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.models import LoweredModels
from edmund.targets.go.names import exported

__all__ = ["HTTP_MEMBERS", "LoweredHttpBuilders", "lower_http_builders", "of_http"]

_BEHIND_SLASH = CallPlace("", "", 'odata.Child(b.RequestBuilder, "/")')
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
        self.calls = lowering.planned
        self.methods = lowering.calls
        self.surface = lowering.surface

    @property
    def root(self) -> str:
        """The struct that the client embeds."""
        return self.names.builder(self.surface.root)

    def example(self) -> str:
        """A call without a body that the root leads to, with names that are safe in a README."""
        waiting = [(self.surface.by_id[self.surface.root], "client", 0)]
        for resource, chain, depth in waiting:
            for call in self.calls[resource.id]:
                if not call.bodies and chain != "client":
                    given = "err" if call.success.content is None else "result, err"
                    return f"{given} := {chain}.{exported(call.method.capitalize())}(ctx, nil)"
            if depth < 4:
                names = self.accessors[resource.id]
                for edge, name in zip(resource.edges, names, strict=True):
                    if name.isascii():
                        argument = "" if edge.kind is SegmentKind.CHILD else "id"
                        waiting.append(
                            (
                                self.surface.by_id[edge.target],
                                f"{chain}.{name}({argument})",
                                depth + 1,
                            )
                        )
        return "// Calls of this service take bodies."


def lower_http_builders(
    surface: Surface, models: LoweredModels, module: str
) -> LoweredHttpBuilders:
    """All builders of a surface; `module` is the path of the Go module."""
    lowering = _Lowering(http_paths(surface), HttpCalls(surface, models.layout), models, module)
    by_file: dict[str, list[Resource]] = {}
    for resource in lowering.surface.resources:
        by_file.setdefault(lowering.names.files[resource.id], []).append(resource)
    files = [
        GeneratedFile(
            f"builders/{file}.go", "client/http_builders.go.jinja", lowering.file(file, resources)
        )
        for file, resources in by_file.items()
    ]
    return LoweredHttpBuilders([*files, *lowering.calls.schemes_files(module)], lowering)


class _Lowering:
    def __init__(
        self, paths: HttpPaths, calls: HttpCalls, models: LoweredModels, module: str
    ) -> None:
        surface = paths.surface
        self.surface = surface
        self.module = module
        self.names: BuilderNames = builder_names(surface, models.layout, (SCHEMES_FILE,))
        self.calls = calls
        self.spelling = models.layout.spelling
        self.accessors = {r.id: self.spelling.accessors.of(r) for r in surface.resources}
        self.planned = paths.calls
        self.parameters = segment_parameters(surface, self.planned, arrivals_of(surface))

    def file(self, file: str, resources: Iterable[Resource]) -> HttpBuilderFileView:
        text = "Package builders has the request builders: a place in the service's URL space each."
        builders = tuple(map(self.builder, resources))
        return builder_file(self.module, text if file == ROOT_FILE else "", builders)

    def builder(self, resource: Resource) -> HttpBuilderView:
        name = self.names.builder(resource.id)
        about = resource.description or f"the place {resource.id}."
        links = tuple(
            self.link(resource, edge, accessor)
            for edge, accessor in zip(resource.edges, self.accessors[resource.id], strict=True)
        )
        planned = self.planned[resource.id]
        methods = distinct(
            [call.method for call in planned], lambda method: exported(method.capitalize())
        ).names
        return HttpBuilderView(
            name,
            comment(f"{name}: {about}"),
            True,
            links,
            tuple(
                self.calls.view(
                    f"{name}{method}",
                    method,
                    "Iterate" if method == "Get" else f"Iterate{method}",
                    call,
                    _place(resource, call),
                )
                for call, method in ((call, methods[call.method]) for call in planned)
            ),
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
            given.append(f"{names[key.name]} {self.calls.taken(parameter.type)}")
            parts.append(path_part(parameter, names[key.name], self.calls.values))
        made = parts if edge.kind is SegmentKind.KEY else with_text(edge.name, parts)
        place = f"odata.Segment(b.RequestBuilder, {', '.join(made)})"
        return LinkView(name, text, ", ".join(given), returns, place)


def _place(resource: Resource, call: PlannedCall) -> CallPlace:
    """The place of a call: that of its resource, or the one behind a slash at its end."""
    is_behind = call.path.endswith("/") and not resource.id.endswith("/")
    return _BEHIND_SLASH if is_behind else HERE
