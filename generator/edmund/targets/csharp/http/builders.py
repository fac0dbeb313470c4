"""The paths of a service as request builders, and the classes of what its calls take beside path and body."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.plan.http_paths import HttpPaths
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Resource, ResourceKind
from edmund.surface.lineage import Lineage
from edmund.targets.csharp.builder_names import BUILDERS, BuilderNames
from edmund.targets.csharp.held_types import HeldTypes
from edmund.targets.csharp.http.calls import HttpCalls, path_call
from edmund.targets.csharp.http.links import PathLinks
from edmund.targets.csharp.http.package import path_example
from edmund.targets.csharp.http.parameters import lower_parameters
from edmund.targets.csharp.http.shapes import Shapes
from edmund.targets.csharp.layout import Layout
from edmund.targets.csharp.literals import doc_lines
from edmund.targets.csharp.members import Members
from edmund.targets.csharp.names import file_stem
from edmund.targets.csharp.usings import FileNames, TypeNames
from edmund.targets.csharp.views import (
    BuilderFileView,
    BuilderView,
    ParametersFileView,
)

__all__ = ["PathBuilders"]


class PathBuilders:
    """The files of builders, and of the parameters of their calls beside them."""

    def __init__(self, paths: HttpPaths, layout: Layout, names: BuilderNames, package: str) -> None:
        surface = paths.surface
        self._surface = surface
        self._layout = layout
        self._names = names
        self._package = package
        self._namespace = f"{package}.{BUILDERS}"
        self._calls = paths.calls
        self._lineage = Lineage(surface.types)

    @property
    def base(self) -> str:
        """The class that the client extends."""
        return self._names.classes[self._surface.root]

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of all builders."""
        return tuple(self._names.classes.values())

    def example(self) -> str:
        """The first call that reads, as a user writes it; '' for none."""
        return path_example(self._surface, self._calls, self._names)

    def files(self, types: TypeNames) -> Iterator[GeneratedFile]:
        """All files, whose types have the names of `types`."""
        by_file: dict[str, list[Resource]] = {}
        for resource in self._surface.resources:
            by_file.setdefault(self._names.files[resource.id], []).append(resource)
        for stem, resources in by_file.items():
            path = f"{BUILDERS}/{file_stem(stem)}.cs"
            yield GeneratedFile(path, "builders.cs.jinja", self._file(resources, types))
            parameters = self._parameters(resources, types)
            if parameters.classes:
                path = f"{BUILDERS}/{file_stem(f'{stem}Parameters')}.cs"
                yield GeneratedFile(path, "http/parameters.cs.jinja", parameters)

    def _file(self, resources: list[Resource], types: TypeNames) -> BuilderFileView:
        names = types.file(self._namespace)
        builders = tuple(self._builder(resource, names) for resource in resources)
        return BuilderFileView(names.usings(), self._namespace, builders)

    def _held(self, names: FileNames) -> HeldTypes:
        return HeldTypes(Members(self._surface, self._layout, self._package, names))

    def _builder(self, resource: Resource, names: FileNames) -> BuilderView:
        held = self._held(names)
        calls = HttpCalls(Shapes(held), self._package, self._lineage)
        lowered = [
            made
            for call in self._calls[resource.id]
            for made in calls.lower(call, path_call(call, self._stem(resource)))
        ]
        links = PathLinks(held)
        accessors = self._names.accessors.of(resource, self._names.classes[resource.id])
        is_root = resource.kind is ResourceKind.ROOT
        return BuilderView(
            doc=doc_lines(resource.description or f"What lies at {resource.id}."),
            is_root=is_root,
            name=self._names.classes[resource.id],
            base=names.known("RequestBuilder"),
            place=names.known("UrlPlace"),
            links=tuple(
                links.lower(
                    edge, name, names.own(self._namespace, self._names.classes[edge.target])
                )
                for edge, name in zip(resource.edges, accessors, strict=True)
            ),
            calls=tuple(method for each in lowered for method in each.methods),
            fields=tuple(each.field for each in lowered),
        )

    def _parameters(self, resources: list[Resource], types: TypeNames) -> ParametersFileView:
        names = types.file(self._namespace)
        shapes = Shapes(self._held(names))
        classes = tuple(
            lower_parameters(
                path_call(call, self._stem(resource)).parameters, call.parameters, shapes
            )
            for resource in resources
            for call in self._calls[resource.id]
            if call.parameters
        )
        return ParametersFileView(names.usings(), self._namespace, classes)

    def _stem(self, resource: Resource) -> str:
        return self._names.classes[resource.id].removesuffix("RequestBuilder")
