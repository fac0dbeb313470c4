"""The package of a service that is described path by path: models, builders, clients, what a distribution needs."""

from __future__ import annotations

from dataclasses import replace

from edmund.plan.http_paths import http_paths
from edmund.plan.http_security import schemes_of
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import ResourceKind, Surface
from edmund.surface.exchange import Credential
from edmund.targets.contract import Lowered, TargetOptions
from edmund.targets.python.builder_names import BuilderPlace, builder_names
from edmund.targets.python.layout import lay_out
from edmund.targets.python.literals import docstring, string_literal
from edmund.targets.python.operation_builders import OperationBuilders
from edmund.targets.python.package import (
    client_name,
    project_file,
    user_agent,
    version_literal,
)
from edmund.targets.python.package_views import (
    ExportView,
    HttpClientView,
    HttpReadmeView,
    PackageView,
)
from edmund.targets.python.path_builders import PathContext, lower_path_builders, path_context
from edmund.targets.python.schema_models import lower_schema_models
from edmund.targets.python.signatures import Bracketed, from_import, laid_out
from edmund.targets.python.spelling import STYLES, Spelling

__all__ = ["lower_http_client", "operation_builders", "path_context_of"]

_BUILDER_MEMBERS = frozenset({"with_url"})
_ROOT_MEMBERS = _BUILDER_MEMBERS | {"close", "send", "stream"}
"""What builders and clients have of their own; calls are told apart where there are any."""


_WORDS_OF_SHAPES = {
    Shape.PATHS: (
        "The URL is a chain of accessors, and the method is the last one",
        "`iterate()`",
    ),
    Shape.OPERATIONS: (
        "Calls are methods of the resources that they are about",
        "A method's `iterate_...()`",
    ),
}
"""How calls are found and what goes through all pages, for the README."""


def lower_http_client(surface: Surface, options: TargetOptions) -> Lowered:
    """Everything but the runtime."""
    if options.shape is Shape.OPERATIONS:
        operations = operation_builders(surface, options)
        layout = operations.layout
        builders = operations.files()
        package = _package(surface, options, operations.root, operations.first_call())
    else:
        context = path_context_of(surface, options)
        layout = context.layout
        builders = lower_path_builders(context)
        root = context.places.of(surface.root)
        package = _package(surface, options, root, _first_call(context))
    files: list[GeneratedFile | VerbatimFile] = [
        *lower_schema_models(surface, layout, options.package),
        *builders,
        *package,
    ]
    return Lowered(tuple(files), layout.diagnostics)


def operation_builders(surface: Surface, options: TargetOptions) -> OperationBuilders:
    """All that is decided about the names of a client with methods of resources."""
    layout = lay_out(surface, spelling=_spelling(surface, options))
    return OperationBuilders(surface, layout, options.package)


def path_context_of(surface: Surface, options: TargetOptions) -> PathContext:
    """All that is decided about names."""
    paths = http_paths(surface)
    layout = lay_out(surface, spelling=_spelling(surface, options))
    return path_context(paths, options.package, layout, builder_names(paths.surface, layout))


def _spelling(surface: Surface, options: TargetOptions) -> Spelling:
    spelling = STYLES.of(surface, options)
    accessors = replace(
        spelling.accessors,
        members=spelling.accessors.members | _BUILDER_MEMBERS,
        root_members=_ROOT_MEMBERS,
    )
    return replace(spelling, accessors=accessors)


def _package(
    surface: Surface, options: TargetOptions, root: BuilderPlace, call: str
) -> list[GeneratedFile]:
    package = options.package
    folder = package.replace(".", "/")
    client = client_name(surface, options)
    sync = f"Sync{client}"
    root_module = f"{package}.generated.builders.{root.module}"
    service = surface.name or "an HTTP service"
    return [
        GeneratedFile(
            f"{folder}/__init__.py",
            "client/http_init.py.jinja",
            PackageView(
                package,
                docstring(f"A typed client of {service}. Made by Edmund; do not edit."),
                tuple(_exports(package, client, sync)),
                root_module,
                root.name,
                string_literal(f"{package}.generated"),
                version_literal(options),
            ),
        ),
        GeneratedFile(
            f"{folder}/client.py",
            "client/http_client.py.jinja",
            HttpClientView(
                package,
                laid_out(Bracketed("__all__ = ", (f'"{client}"', f'"{sync}"'), "[]"), 0),
                from_import(root_module, [root.name]),
                root.name,
                client,
                sync,
                "" if options.base_url is None else f" = {string_literal(options.base_url)}",
                string_literal(user_agent(options)),
                _schemes(surface),
            ),
        ),
        GeneratedFile(f"{folder}/py.typed", "client/empty.jinja", None),
        project_file(options, f"A typed client of {service}, made by Edmund"),
        GeneratedFile(
            "README.md",
            "client/http_readme.md.jinja",
            HttpReadmeView(
                str(options.settings.get("distribution") or package.replace(".", "-")),
                package,
                client,
                sync,
                string_literal(options.base_url or "https://service.example/root"),
                bool(call),
                call,
                *_WORDS_OF_SHAPES[options.shape],
            ),
        ),
    ]


def _schemes(surface: Surface) -> str:
    """The security schemes of the service by name, as a dictionary."""
    entries = tuple(_scheme(each) for each in schemes_of(surface))
    return laid_out(Bracketed("SCHEMES: Mapping[str, Scheme] = ", entries, "{}"), 0)


def _scheme(credential: Credential) -> Bracketed:
    arguments = [f"SchemeKind.{credential.kind.name}"]
    if credential.location is not None:
        arguments.append(f"Location.{credential.location.name}")
    if credential.parameter is not None:
        arguments.append(f"parameter={string_literal(credential.parameter)}")
    return Bracketed(f"{string_literal(credential.name)}: Scheme", tuple(arguments))


def _exports(package: str, client: str, sync: str) -> list[ExportView]:
    places = {
        client: f"{package}.client",
        sync: f"{package}.client",
        "ApiKey": f"{package}.runtime.credentials",
        "Basic": f"{package}.runtime.credentials",
        "Bearer": f"{package}.runtime.credentials",
        "File": f"{package}.runtime.uploads",
        "RequestConfiguration": f"{package}.runtime.http_builder",
        "ValidationFailed": f"{package}.runtime.validation_failed",
        "ResponseError": f"{package}.runtime.http_errors",
        "validate_payload": f"{package}.runtime.schema_validation",
    }
    return [
        ExportView(name, string_literal(name), string_literal(module), from_import(module, [name]))
        for name, module in sorted(places.items())
    ]


def _first_call(context: PathContext) -> str:
    """A call that needs no more than its path, for the README; the client itself where there is none."""
    for resource in context.surface.resources:
        calls = context.paths.calls[resource.id]
        plain = [
            c for c in calls if c.method == "GET" and not any(p.required for p in c.parameters)
        ]
        if plain and resource.kind is not ResourceKind.ROOT:
            chain = _chain_text(context, resource.id)
            if chain is not None:
                return f"{chain}.get()"
    return ""


def _chain_text(context: PathContext, target: str) -> str | None:
    """The accessors from the client to a resource; None where one takes a parameter."""
    parts: list[str] = []
    at = target
    while at in context.places.arrivals:
        source, edge = context.places.arrivals[at]
        if edge.keys:
            return None
        parts.append(context.names[source.id][source.edges.index(edge)])
        at = source.id
    return ".".join(["client", *reversed(parts)])
