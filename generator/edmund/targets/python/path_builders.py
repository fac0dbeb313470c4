"""The paths of a service as request builders: one module for what begins with one segment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.plan.http_calls import segment_parameters
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.http_paths import HttpPaths
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.exchange import Location, Style
from edmund.targets.python.builder_names import BuilderNames, BuilderPlace
from edmund.targets.python.builder_views import MemberView
from edmund.targets.python.call_modules import CallModule
from edmund.targets.python.layout import Layout
from edmund.targets.python.links import edge_path
from edmund.targets.python.literals import docstring
from edmund.targets.python.path_calls import CallSource, lower_call, method_name, path_source
from edmund.targets.python.path_views import PathBuilderView, PathModuleView
from edmund.targets.python.signatures import Bracketed, laid_out

__all__ = ["PathContext", "lower_path_builders", "path_context"]

_CALLED = (SegmentKind.KEY, SegmentKind.TEMPLATE)
_OWN_MEMBERS = ("iterate",)


@dataclass(frozen=True, slots=True)
class PathContext:
    """What all modules share. `names` are the accessors of each resource of `paths`, `keys` the parameters of an edge
    by its target.
    """

    surface: Surface
    package: str
    layout: Layout
    places: BuilderNames
    paths: HttpPaths
    names: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, tuple[PlannedParameter, ...]]


def path_context(
    paths: HttpPaths, package: str, layout: Layout, places: BuilderNames
) -> PathContext:
    """Everything that is decided once for the whole output."""
    surface, calls = paths.surface, paths.calls
    names = {
        resource.id: places.accessors.of(
            resource, *_OWN_MEMBERS, *map(method_name, calls[resource.id])
        )
        for resource in surface.resources
    }
    keys = segment_parameters(surface, calls, places.arrivals)
    return PathContext(surface, package, layout, places, paths, names, keys)


def lower_path_builders(context: PathContext) -> Iterator[GeneratedFile]:
    """The modules of builders."""
    by_module: dict[str, list[Resource]] = {}
    for resource in context.surface.resources:
        by_module.setdefault(context.places.of(resource.id).module, []).append(resource)
    folder = f"{context.package.replace('.', '/')}/generated/builders"
    for module, resources in by_module.items():
        view = _Module(context, module, resources).view()
        path = f"{folder}/{module.replace('.', '/')}.py"
        yield GeneratedFile(path, "client/paths.py.jinja", view)


class _Module:
    """One module in the making."""

    def __init__(self, context: PathContext, module: str, resources: Sequence[Resource]) -> None:
        self._context = context
        self._resources = resources
        own = {context.places.of(resource.id).name for resource in resources}
        self._parts = CallModule(context.surface, context.layout, context.package, module, own)

    def view(self) -> PathModuleView:
        """The finished module."""
        builders = [self._builder(resource) for resource in self._resources]
        first = self._resources[0].id
        text = docstring(f"Request builders of {first} and what is below.")
        return self._parts.view(text, builders)

    def _builder(self, resource: Resource) -> PathBuilderView:
        context = self._context
        place = context.places.of(resource.id)
        links = zip(resource.edges, context.names[resource.id], strict=True)
        members = [self._link(edge, name) for edge, name in links]
        for source in self._calls(resource, place):
            members.extend(self._parts.add(source))
        is_root = resource.kind is ResourceKind.ROOT
        text = "The service root." if is_root else f"The path {resource.id}."
        return PathBuilderView(
            laid_out(Bracketed(f"class {place.name}", ("PathBuilder[M]",)), 0, 1),
            docstring(resource.description or text, 4),
            tuple(members),
        )

    def _calls(self, resource: Resource, place: BuilderPlace) -> Iterator[CallSource]:
        context = self._context
        calls = context.paths.calls[resource.id]
        spelling = context.layout.spelling
        methods = [method_name(call) for call in calls]
        named = distinct(methods, spelling.parameter, context.names[resource.id]).names
        stem = place.name.removesuffix("Builder")
        for call, method in zip(calls, methods, strict=True):
            has_slash = call.path.endswith("/") and not resource.id.endswith("/")
            yield lower_call(call, stem, named[method], self._parts.values, spelling, has_slash)

    def _link(self, edge: Edge, name: str) -> MemberView:
        context = self._context
        target = context.places.of(edge.target)
        text = docstring(edge.description or "", 8)
        if edge.kind not in _CALLED:
            path = edge_path(edge).replace("/", "", 1)
            return self._parts.link(name, ["self"], target, (path,), text)
        parameters = self._parameters(edge)
        given = distinct(
            [each.label for each in parameters], context.layout.spelling.parameter, ("self",)
        ).names
        stem = target.name.removesuffix("Builder")
        arguments = ["self"]
        sources: list[str] = []
        for each in parameters:
            python = given[each.label]
            arguments.append(f"{python}: {self._parts.values.annotation(each.type)}")
            sources.append(self._parts.in_path(each, stem, python))
        return self._parts.link(name, arguments, target, (_joined(edge, sources),), text)

    def _parameters(self, edge: Edge) -> tuple[PlannedParameter, ...]:
        known = self._context.keys.get(edge.target, ())
        if len(known) == len(edge.keys):
            return known
        return tuple(
            PlannedParameter(
                part.name, part.name, Location.PATH, part.type, True, Style.SIMPLE, False
            )
            for part in edge.keys
        )


def _joined(edge: Edge, sources: Sequence[str]) -> str | Bracketed:
    """The text of a segment: literals of the template between the values."""
    return sources[0] if edge.kind is SegmentKind.KEY else path_source(edge.name, sources)
