"""A Python package generated from an OpenAPI description, and how to get around in it."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edmund.description import load_description
from edmund.plan.http_calls import PlannedCall
from edmund.plan.servers import default_server
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.surface.elements import Edge, Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.python.http_client import operation_builders, path_context_of
from edmund.targets.python.operation_builders import NamedOperation
from edmund.targets.python.path_builders import PathContext
from edmund.targets.python.path_calls import python_names
from edmund.targets.python.target import PYTHON

__all__ = ["OpenApiPackage", "generated_package"]


@dataclass(frozen=True)
class OpenApiPackage:
    """`context` is what the compiler decided about names, `operations` where calls are methods of resources."""

    name: str
    context: PathContext
    operations: Mapping[str, NamedOperation] | None = None

    def operation(self, client: Any, call: str, values: Mapping[str, Any]) -> tuple[Any, list[Any]]:
        """What sends a call (`GET /pets`), and the arguments that say where it goes."""
        method, path = call.split(" ")
        if self.operations is None:
            return getattr(self.at(client, path, values), method.lower()), []
        named = self.operations[call]
        return getattr(self._group(client, named), named.method), self._in_path(path, values)

    def iteration(self, client: Any, call: str, values: Mapping[str, Any]) -> tuple[Any, list[Any]]:
        """The same for what goes through all pages."""
        _, path = call.split(" ")
        if self.operations is None:
            return self.at(client, path, values).iterate, []
        named = self.operations[call]
        return getattr(self._group(client, named), named.iteration), self._in_path(path, values)

    def _group(self, client: Any, named: NamedOperation) -> Any:
        for accessor in named.chain:
            client = getattr(client, accessor)
        return client

    def module(self, name: str) -> Any:
        return importlib.import_module(f"{self.name}.{name}")

    def model(self, schema: str) -> Any:
        """The class of a schema."""
        return self.module("runtime.registry").found_at(schema)

    def at(self, client: Any, path: str, values: Mapping[str, Any]) -> Any:
        """The builder of a path, `values` being those of its parameters."""
        builder = client
        given = iter(self._in_path(path, values))
        for name, edge in self.chain(path):
            builder = getattr(builder, name)
            if edge.keys:
                builder = builder(*(next(given) for _ in edge.keys))
        return builder

    def chain(self, path: str) -> list[tuple[str, Edge]]:
        """The accessors that lead to a path, each with its edge."""
        places, surface = self.context.places, self.context.surface
        found: list[tuple[str, Edge]] = []
        at = self._resource(path)
        while at in places.arrivals:
            source, edge = places.arrivals[at]
            names = self.context.names[source.id]
            found.append((names[surface.by_id[source.id].edges.index(edge)], edge))
            at = source.id
        return found[::-1]

    def parameters(self, method: str, path: str) -> dict[tuple[str, str], str]:
        """The keywords of a call by the place and the name of the parameter."""
        call = self._call(path, method)
        names = python_names(call, self.context.layout.spelling)
        return {(p.location.value, p.name): names[at] for at, p in enumerate(call.parameters)}

    def _in_path(self, path: str, values: Mapping[str, Any]) -> list[Any]:
        first = self._calls(path)[0]
        return [values[parameter.name] for parameter in first.path_parameters]

    def _resource(self, path: str) -> str:
        calls = self.context.paths.calls
        return next(
            id_
            for id_, planned in calls.items()
            if any(c.call.http is not None and c.call.http.path == path for c in planned)
        )

    def _calls(self, path: str) -> tuple[PlannedCall, ...]:
        return self.context.paths.calls[self._resource(path)]

    def _call(self, path: str, method: str) -> PlannedCall:
        return next(call for call in self._calls(path) if call.method == method)


def generated_package(
    description: Path, package: str, folder: Path, shape: Shape = Shape.PATHS
) -> OpenApiPackage:
    """Generate the client of a description into `folder`."""
    surface: Surface = load_description(description).surface
    options = TargetOptions(package=package, base_url=default_server(surface.servers), shape=shape)
    lowered = PYTHON.lower(surface, options)
    for file in render_files(lowered.files, TemplateSet("python"), 1):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    operations = None
    if shape is Shape.OPERATIONS:
        operations = {
            f"{each.call.method} {each.call.call.http.path}": each
            for each in operation_builders(surface, options).named
            if each.call.call.http is not None
        }
    return OpenApiPackage(package, path_context_of(surface, options), operations)
