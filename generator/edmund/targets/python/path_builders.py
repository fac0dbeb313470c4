"""The paths of a service as request builders: one module for what begins with one segment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from edmund.naming.distinct import distinct
from edmund.plan.http_calls import PlannedCall, planned_calls, segment_parameters
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.trailing_slashes import before_slashes
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.exchange import Location, Style
from edmund.targets.python.builder_names import BuilderNames, BuilderPlace
from edmund.targets.python.builder_views import MemberView
from edmund.targets.python.declarations import Declarations
from edmund.targets.python.imports import Imports, grouped
from edmund.targets.python.layout import Layout
from edmund.targets.python.links import edge_path
from edmund.targets.python.literals import docstring, string_literal
from edmund.targets.python.path_calls import (
    CALL_NAMES,
    CallSource,
    lower_call,
    method_name,
    parameter_source,
)
from edmund.targets.python.path_views import CallView, OptionsView, PathBuilderView, PathModuleView
from edmund.targets.python.schema_values import VALUE_NAMES, ValueSources
from edmund.targets.python.signatures import Bracketed, laid_out, signature

__all__ = ["PathContext", "lower_path_builders", "path_context"]

_TEMPLATE_PARAMETER = re.compile(r"\{[^{}]*\}")
_BUILTINS = ("bool", "bytes", "dict", "float", "int", "list", "str", "type")
_CALLED = (SegmentKind.KEY, SegmentKind.TEMPLATE)
_OWN_MEMBERS = ("iterate",)


@dataclass(frozen=True, slots=True)
class PathContext:
    """What all modules share. `names` are each resource's accessors, `keys` the parameters of an edge by its target.

    `calls` are those of each resource, which has those behind a slash at its end too: those are in `slashes`.
    """

    surface: Surface
    package: str
    layout: Layout
    places: BuilderNames
    calls: Mapping[str, tuple[PlannedCall, ...]]
    names: Mapping[str, tuple[str, ...]]
    slashes: Mapping[str, Resource]
    keys: Mapping[str, tuple[PlannedParameter, ...]]


def path_context(
    surface: Surface, package: str, layout: Layout, places: BuilderNames
) -> PathContext:
    """Everything that is decided once for the whole output."""
    slashes = before_slashes(surface)
    planned = planned_calls(surface)
    calls = {
        id_: (*own, *(planned[slashes[id_].id] if id_ in slashes else ()))
        for id_, own in planned.items()
    }
    names = {
        resource.id: places.accessors.of(
            resource, *_OWN_MEMBERS, *map(method_name, calls[resource.id])
        )
        for resource in surface.resources
    }
    keys = segment_parameters(surface, calls, places.arrivals)
    return PathContext(surface, package, layout, places, calls, names, slashes, keys)


def lower_path_builders(context: PathContext) -> Iterator[GeneratedFile]:
    """The modules of builders."""
    by_module: dict[str, list[Resource]] = {}
    behind = {resource.id for resource in context.slashes.values()}
    for resource in context.surface.resources:
        if resource.id in behind:
            continue
        by_module.setdefault(context.places.of(resource.id).module, []).append(resource)
    folder = f"{context.package.replace('.', '/')}/generated/builders"
    for module, resources in by_module.items():
        view = _Module(context, module, resources).view()
        path = f"{folder}/{module.replace('.', '/')}.py"
        yield GeneratedFile(path, "client/paths.py.jinja", view)


class _Module:
    """One module in the making, and what it imports."""

    def __init__(self, context: PathContext, module: str, resources: Sequence[Resource]) -> None:
        self._context = context
        self._module = module
        self._resources = resources
        own = {context.places.of(resource.id).name for resource in resources}
        taken = own | CALL_NAMES | VALUE_NAMES | {"Unpack", *_BUILTINS}
        self._real = Imports(taken)
        self._checked = Imports(taken)
        self._values = ValueSources(
            Declarations(
                context.surface, context.layout, context.package, self._checked, self._real
            )
        )
        self._used: set[str] = {"M", "PathBuilder"}
        self._constants: list[CallView] = []
        self._options: list[OptionsView] = []

    def view(self) -> PathModuleView:
        """The finished module."""
        builders = tuple(self._builder(resource) for resource in self._resources)
        runtime = f"{self._context.package}.runtime.http_builder"
        for name in sorted(self._used - {"Configuration", "Options"}):
            self._real.claim(runtime, name)
        for name in sorted(self._used & {"Configuration", "Options"}):
            self._checked.claim(runtime, name)
        if self._options:
            self._checked.claim(runtime, "Options")
        checking = self._checked.statements(4)
        if checking:
            self._real.claim("typing", "TYPE_CHECKING")
        first = self._resources[0].id
        return PathModuleView(
            docstring=docstring(f"Request builders of {first} and what is below."),
            imports=tuple(grouped(self._real.statements(0))),
            has_checking=bool(checking),
            checking_imports=tuple(grouped(checking)),
            has_options=bool(self._options),
            options=tuple(self._options),
            constants=tuple(self._constants),
            builders=builders,
        )

    def _builder(self, resource: Resource) -> PathBuilderView:
        context = self._context
        place = context.places.of(resource.id)
        links = zip(resource.edges, context.names[resource.id], strict=True)
        slash = context.slashes.get(resource.id)
        members = [
            self._link(edge, name)
            for edge, name in links
            if slash is None or edge.target != slash.id
        ]
        for source in self._calls(resource, place):
            members.extend(source.members)
            self._constants.append(source.data)
            self._used |= source.names
            if source.options is not None:
                self._options.append(source.options)
        is_root = resource.kind is ResourceKind.ROOT
        text = "The service root." if is_root else f"The path {resource.id}."
        return PathBuilderView(
            laid_out(Bracketed(f"class {place.name}", ("PathBuilder[M]",)), 0, 1),
            docstring(resource.description or text, 4),
            tuple(members),
        )

    def _calls(self, resource: Resource, place: BuilderPlace) -> Iterator[CallSource]:
        context = self._context
        calls = context.calls[resource.id]
        spelling = context.layout.spelling
        methods = [method_name(call) for call in calls]
        named = distinct(methods, spelling.parameter, context.names[resource.id]).names
        stem = place.name.removesuffix("Builder")
        for call, method in zip(calls, methods, strict=True):
            has_slash = call.path.endswith("/") and not resource.id.endswith("/")
            yield lower_call(call, stem, named[method], self._values, spelling, has_slash)

    def _link(self, edge: Edge, name: str) -> MemberView:
        context = self._context
        target = context.places.of(edge.target)
        returns = f"{self._target_name(target)}[M]"
        text = docstring(edge.description or "", 8)
        if edge.kind not in _CALLED:
            path = edge_path(edge).replace("/", "", 1)
            return self._member(name, ["self"], returns, target, path, text)
        parameters = self._parameters(edge)
        given = distinct(
            [each.label for each in parameters], context.layout.spelling.parameter, ("self",)
        ).names
        arguments = ["self"]
        sources: list[str] = []
        for each in parameters:
            python = given[each.label]
            annotation = self._values.annotation(each.type)
            arguments.append(f"{python}: {annotation}")
            constant = self._parameter(edge, each, python)
            sources.append(f"self._segment({constant}, {python})")
        return self._member(name, arguments, returns, target, _joined(edge, sources), text)

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

    def _parameter(self, edge: Edge, parameter: PlannedParameter, python: str) -> str:
        """The constant of a parameter in the path; the module has each once."""
        stem = self._context.places.of(edge.target).name.removesuffix("Builder")
        name = f"_{stem}_{python}".upper()
        source = parameter_source(parameter, python, self._values, self._used)
        self._constants.append(
            CallView(laid_out(Bracketed(f"{name} = Parameter", source.items), 0))
        )
        return name

    def _member(
        self,
        name: str,
        parameters: Sequence[str],
        returns: str,
        target: BuilderPlace,
        path: str | Bracketed,
        text: str,
    ) -> MemberView:
        is_here = target.module == self._module
        first = target.name if is_here else string_literal(f"{target.module}:{target.name}")
        body = Bracketed("return self._child" if is_here else "return self._at", (first, path))
        as_property = len(parameters) == 1
        return MemberView(
            name,
            signature(name, list(parameters), returns),
            laid_out(body, 8),
            decorated=as_property,
            decorator="@property" if as_property else "",
            documented=bool(text),
            docstring=text,
        )

    def _target_name(self, target: BuilderPlace) -> str:
        """The target's class by the name that this module knows it by in annotations."""
        if target.module == self._module:
            return target.name
        module = f"{self._context.package}.generated.builders.{target.module}"
        return self._checked.use(module, target.name, "Builder")


def _joined(edge: Edge, sources: Sequence[str]) -> str | Bracketed:
    """The text of a segment: literals of the template between the values."""
    if edge.kind is SegmentKind.KEY:
        return sources[0]
    literals = [string_literal(_encoded(text)) for text in _TEMPLATE_PARAMETER.split(edge.name)]
    parts = [literals[0]]
    for source, literal in zip(sources, literals[1:], strict=True):
        parts += [source, literal]
    return Bracketed("self._joined", tuple(part for part in parts if part != '""'))


def _encoded(text: str) -> str:
    return quote(text, safe="$.:@_-~!&'()*+,;=")
