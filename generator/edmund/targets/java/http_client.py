"""The output for a service that follows no protocol above HTTP: models, calls on paths, and what is around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from edmund.naming.distinct import distinct
from edmund.plan.http_calls import PlannedCall, segment_parameters
from edmund.plan.http_paths import HttpPaths, http_paths
from edmund.plan.http_security import schemes_of
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import SegmentKind, Surface
from edmund.surface.exchange import Credential, CredentialKind, Location
from edmund.targets.contract import Lowered, TargetOptions
from edmund.targets.java.builder_names import builder_names
from edmund.targets.java.http_builders import HttpBuilders, http_accessors
from edmund.targets.java.http_operations import HttpOperations
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout, lay_out, path_of
from edmund.targets.java.literals import javadoc
from edmund.targets.java.model_files import lower_models
from edmund.targets.java.names import identifier
from edmund.targets.java.package import artifact_of, client_name
from edmund.targets.java.registry_files import lower_registry
from edmund.targets.java.runtime_files import http_sources
from edmund.targets.java.source import Call, Text, class_header, constant
from edmund.targets.java.spelling import STYLES
from edmund.targets.java.views import (
    FieldView,
    HttpClientView,
    HttpReadmeView,
    PomView,
    SchemesView,
)

__all__ = [
    "PLACEHOLDER",
    "HttpContext",
    "http_context",
    "http_symbols",
    "lower_http",
    "scheme_names",
]

PLACEHOLDER = "edmundruntime"
"""The root package in the sources of the runtime."""

_HOW_CALLED = {
    Shape.PATHS: """\
A request builder has a method for each segment of a URL, and one for each method of HTTP that the description has there.
Each comes in three kinds: `get()` waits for the answer, `getAsync()` gives a `CompletableFuture`,
`toGetRequestInformation(null)` makes the request and sends nothing.""",
    Shape.OPERATIONS: """\
The client has a method for each resource, and a resource one for each of its calls, which takes what is in the path first.
Each comes in three kinds: `list()` waits for the answer, `listAsync()` gives a `CompletableFuture`,
`toListRequestInformation(null)` makes the request and sends nothing.""",
}
_KEYS_AT = {Location.HEADER: "header", Location.QUERY: "query", Location.COOKIE: "cookie"}


@dataclass(frozen=True, slots=True)
class HttpContext:
    """What is decided once. `names` are the accessors of each resource of `paths`."""

    layout: Layout
    paths: HttpPaths
    names: Mapping[str, tuple[str, ...]]


def http_context(surface: Surface, options: TargetOptions) -> HttpContext:
    """The names and calls of an output."""
    spelling = STYLES.of(surface, options)
    paths = http_paths(surface)
    return HttpContext(
        lay_out(surface, options.package, (), spelling),
        paths,
        http_accessors(paths, spelling.accessors),
    )


@dataclass(frozen=True, slots=True)
class _Calls:
    """The files of all calls, the class that the client extends, and a first call ('' for none)."""

    files: tuple[GeneratedFile, ...]
    base: str
    example: str


def lower_http(surface: Surface, options: TargetOptions) -> Lowered:
    """All files."""
    schemes = schemes_of(surface)
    constants = scheme_names(schemes)
    credentials = {name: f"Schemes.{own}" for name, own in constants.items()}
    if options.shape is Shape.OPERATIONS:
        layout = lay_out(
            surface,
            options.package,
            (),
            STYLES.of(surface, options),
        )
        operations = HttpOperations(surface, layout, credentials)
        calls = _Calls(tuple(operations.files()), operations.base, operations.example())
    else:
        context = http_context(surface, options)
        layout = context.layout
        calls = _on_paths(context, credentials)
    files: list[GeneratedFile | VerbatimFile] = [*lower_models(surface, layout), *calls.files]
    files += lower_registry(surface, layout)
    if schemes:
        files.append(_schemes(layout, schemes, constants))
    scheme = next(iter(constants.values()), "")
    files += _around(surface, options, calls.base, calls.example, scheme)
    folder = path_of(options.package, "").removesuffix("/.java")
    for name, source in http_sources(surface):
        path = f"{folder}/runtime/{name}"
        files.append(VerbatimFile(path, source, PLACEHOLDER, options.package))
    return Lowered(tuple(files), layout.diagnostics)


def _on_paths(context: HttpContext, credentials: Mapping[str, str]) -> _Calls:
    """The calls on chains of URL segments."""
    surface, plans = context.paths.surface, context.paths.calls
    places = builder_names(surface, context.layout)
    builders = HttpBuilders(
        surface,
        context.layout,
        places,
        context.names,
        plans,
        segment_parameters(surface, plans, places.arrivals),
        credentials,
    )
    files = (
        GeneratedFile(
            path_of(places.package, places.names[resource.id]),
            "client/http_builder.java.jinja",
            builders.lower(resource),
        )
        for resource in surface.resources
    )
    example = _first_call(surface, context.names, plans)
    return _Calls(tuple(files), places.names[surface.root], example)


def http_symbols(surface: Surface, options: TargetOptions) -> dict[str, str]:
    """What users write for each call of a client whose calls are methods of resources."""
    layout = lay_out(surface, options.package)
    return HttpOperations(surface, layout, {}).symbols()


def scheme_names(schemes: Sequence[Credential]) -> Mapping[str, str]:
    """The constants of the class `Schemes`, by the names of the schemes."""
    return distinct([each.name for each in schemes], _constant).names


def _constant(name: str) -> str:
    return identifier("_".join(re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)).upper())


def _schemes(
    layout: Layout, schemes: Sequence[Credential], constants: Mapping[str, str]
) -> GeneratedFile:
    package = f"{layout.root}.serviceclient"
    imports = Imports(package, layout.root, ("Schemes",))
    scheme = imports.runtime("Scheme")
    fields = []
    for each in schemes:
        factory = _KEYS_AT.get(each.location) if each.location is not None else None
        is_key = each.kind is CredentialKind.API_KEY and factory is not None
        made = (
            Call(f"{scheme}.{factory}", (Text(each.name), Text(each.parameter or "")))
            if is_key
            else Call(f"{scheme}.authorization", (Text(each.name),))
        )
        doc = javadoc(each.description or f"{each.name} ({each.kind.value}).", 2)
        field = constant(f"public static final {scheme}", constants[each.name], made)
        fields.append(FieldView(True, doc, field))
    view = SchemesView(package, imports.statements(), tuple(fields))
    return GeneratedFile(path_of(package, "Schemes"), "client/schemes.java.jinja", view)


def _around(
    surface: Surface, options: TargetOptions, root_builder: str, chain: str, scheme: str
) -> Iterator[GeneratedFile]:
    """The client, and what a build needs."""
    package = f"{options.package}.serviceclient"
    client = client_name(surface, options)
    imports = Imports(package, options.package, (client,))
    base = imports.use(f"{options.package}.requests", root_builder)
    imports.runtime("RequestAdapter")
    service = surface.name or "an HTTP service"
    group, artifact, version = artifact_of(options)
    base_url = options.base_url
    field = "public static final String"
    yield GeneratedFile(
        path_of(package, client),
        "client/http_client.java.jinja",
        HttpClientView(
            package,
            imports.statements(),
            javadoc(
                f"A typed client of {service}. It may be shared by threads. Made by Edmund; do not edit."
            ),
            class_header(f"public class {client}", base),
            client,
            base_url is not None,
            "" if base_url is None else constant(field, "BASE_URL", Text(base_url)),
        ),
    )
    description = escape(f"A typed client of {service}, made by Edmund")
    pom = PomView(escape(group), escape(artifact), escape(version), description)
    yield GeneratedFile("pom.xml", "client/pom.xml.jinja", pom)
    yield GeneratedFile(
        "README.md",
        "client/http_readme.md.jinja",
        HttpReadmeView(
            artifact,
            group,
            artifact,
            version,
            options.package,
            client,
            base_url or "https://the.service/root",
            base_url is not None,
            bool(chain),
            chain,
            bool(scheme),
            scheme,
            _HOW_CALLED[options.shape],
        ),
    )


def _first_call(
    surface: Surface,
    names: Mapping[str, tuple[str, ...]],
    plans: Mapping[str, Sequence[PlannedCall]],
) -> str:
    """The first call of GET without keys, parameters or body that must be given; '' where there is none."""
    chains = {surface.root: "client"}
    for resource in surface.resources:
        chain = chains.get(resource.id)
        if chain is None:
            continue
        for plan in plans.get(resource.id, ()):
            needs = any(each.required for each in plan.parameters)
            if plan.method == "GET" and plan.success.content is not None and not needs:
                return f"{chain}.get()"
        for edge, name in zip(resource.edges, names[resource.id], strict=True):
            if edge.kind is SegmentKind.CHILD:
                chains.setdefault(edge.target, f"{chain}.{name}()")
    return ""
