"""The surface as request builders: a file for each resource, and for the parameters of each call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edmund.naming.distinct import distinct
from edmund.plan.http_paths import HttpPaths
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.targets.php.builder_views import HttpBuilderView, MethodView
from edmund.targets.php.http.call_tables import call_table
from edmund.targets.php.http.calls import http_methods
from edmund.targets.php.http.names import HttpNames, is_alone
from edmund.targets.php.http.parameters import parameter_classes, parameter_properties
from edmund.targets.php.http.types import HttpTypes
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout
from edmund.targets.php.links import deprecated_tag, method, method_room
from edmund.targets.php.literals import Bracketed, array, doc_comment, entry, laid_out
from edmund.targets.php.names import name_key
from edmund.targets.prose import deprecation_text

__all__ = ["HttpBuilders"]

_NAMESPACE = "Generated\\Builders"
_FOLDER = "src/Generated/Builders"


@dataclass(frozen=True, slots=True)
class HttpBuilders:
    """Lowers all builders of a service; `root` is the output's namespace."""

    paths: HttpPaths
    layout: Layout
    names: HttpNames
    root: str

    @property
    def surface(self) -> Surface:
        return self.paths.surface

    @property
    def namespace(self) -> str:
        return f"{self.root}\\{_NAMESPACE}"

    @property
    def base(self) -> str:
        """The class that the client extends."""
        return self.names.builders[self.surface.root]

    def example(self) -> str | None:
        """The first call that needs nothing but the client, as a user writes it."""
        chains = {self.surface.root: "$client"}
        for resource in self.surface.resources:
            chain = chains.get(resource.id)
            if chain is None:
                continue
            calls = zip(self.paths.calls[resource.id], self.names.calls[resource.id], strict=True)
            for call, names in calls:
                if is_alone(call):
                    return f"{chain}->{names.verb}()->wait()"
            for edge, name in zip(resource.edges, self.names.accessors[resource.id], strict=True):
                if not edge.keys:
                    chains.setdefault(edge.target, f"{chain}->{name}()")
        return None

    def files(self) -> Iterator[GeneratedFile]:
        """The builders, and the classes of their calls' parameters."""
        for resource in self.surface.resources:
            path = f"{_FOLDER}/{self.names.builders[resource.id]}.php"
            yield GeneratedFile(path, "client/http_builder.php.jinja", self._builder(resource))
            for call, names in zip(
                self.paths.calls[resource.id], self.names.calls[resource.id], strict=True
            ):
                yield from parameter_classes(call, names, self.namespace, self._taken_types)

    def _types(self, cls: str) -> HttpTypes:
        """Types as the file of one class among the builders writes them."""
        return HttpTypes(self.surface, self.layout, self.root, Imports(self.namespace, [cls]))

    def _taken_types(self, cls: str) -> HttpTypes:
        """The same for a file that only takes values."""
        return replace(self._types(cls), takes_alone=True)

    def _builder(self, resource: Resource) -> HttpBuilderView:
        cls = self.names.builders[resource.id]
        types = self._types(cls)
        is_root = resource.kind is ResourceKind.ROOT
        base = types.imports.use(
            f"{self.root}\\Runtime\\{'ServiceBuilder' if is_root else 'RequestBuilder'}"
        )
        methods: list[MethodView] = []
        for edge, name in zip(resource.edges, self.names.accessors[resource.id], strict=True):
            methods.append(self._link(resource, edge, name, types))
        tables = []
        calls = zip(self.paths.calls[resource.id], self.names.calls[resource.id], strict=True)
        for call, names in calls:
            methods.extend(http_methods(call, names, types))
            properties = parameter_properties(call, types)
            tables.append(entry(names.verb, call_table(call, properties, self.surface.types)))
        return HttpBuilderView(
            self.namespace,
            types.imports.statements(),
            doc_comment(resource.description or f"What lies at {resource.id}."),
            f"class {cls} extends {base}",
            bool(tables),
            laid_out(array(tables), 4, before=len("public const CALLS = ")),
            tuple(methods),
        )

    def _link(self, resource: Resource, edge: Edge, name: str, types: HttpTypes) -> MethodView:
        """The method for an edge; what stands for parameters of the path is given to it."""
        accessors = self.layout.spelling.accessors
        wanted = accessors.key_parameters(resource, edge) if edge.keys else ()
        numbered = {str(at): variable for at, variable in enumerate(wanted)}
        variables = distinct(numbered, numbered.__getitem__, ("this",), name_key).names
        parameters: list[str] = []
        tags: list[str] = []
        for at, key in enumerate(edge.keys):
            spelled = types.spelled(key.type)
            variable = f"${variables[str(at)]}"
            parameters.append(f"{spelled.takes} {variable}")
            if spelled.takes == "array":
                tags.append(f"@param {spelled.documented_taken} {variable}")
        text = edge.description or ""
        if edge.deprecation is not None:
            text = f"{text}\n\n{deprecation_text(edge.deprecation)}".strip()
        full = f"{self.namespace}\\{self.names.builders[edge.target]}"
        target = types.imports.use(full, None if parameters else method_room(name))
        values = tuple(f"${variables[str(at)]}" for at in range(len(edge.keys)))
        place = Bracketed("$this->place->below", values) if values else "$this->place"
        body = laid_out(Bracketed(f"return new {target}", (place,)), 8) + ";"
        tags += deprecated_tag(edge.deprecation)
        return method(text, tuple(tags), name, parameters, target, body)
