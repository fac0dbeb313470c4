"""The whole project for a service that follows no protocol above HTTP."""

from __future__ import annotations

from edmund.plan.http_paths import http_paths
from edmund.plan.runtime_parts import runtime_sources
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import Surface
from edmund.surface.type_schema import TypeSchema
from edmund.targets.contract import Lowered, TargetOptions
from edmund.targets.csharp.builder_names import BUILDERS, builder_names
from edmund.targets.csharp.http.builders import PathBuilders
from edmund.targets.csharp.http.operations import HttpOperations
from edmund.targets.csharp.http.package import lower_http_package
from edmund.targets.csharp.layout import Layout, lay_out
from edmund.targets.csharp.models import ModelFiles
from edmund.targets.csharp.names import LIBRARY_WORDS
from edmund.targets.csharp.option_checks import TAKEN_NAMES
from edmund.targets.csharp.package import client_name
from edmund.targets.csharp.runtime_files import HTTP_RUNTIME_FILES, WITHOUT_PARTS, WRITTEN
from edmund.targets.csharp.runtime_types import OF_HTTP
from edmund.targets.csharp.spelling import STYLES
from edmund.targets.csharp.usings import TypeNames

__all__ = ["hidden_names", "http_type_names", "lower_http"]


def lower_http(surface: Surface, options: TargetOptions) -> Lowered:
    """Models, builders, the client and the support code."""
    package = options.package
    schema = TypeSchema(surface.types)
    layout = lay_out(surface, (), STYLES.of(surface, options))
    client = client_name(surface, options)
    builders: PathBuilders | HttpOperations
    if options.shape is Shape.OPERATIONS:
        builders = HttpOperations(surface, layout, package)
    else:
        paths = http_paths(surface)
        names = builder_names(paths.surface, layout, hidden_names(client))
        builders = PathBuilders(paths, layout, names, package)
    types = http_type_names(package, client, layout, builders.classes)
    files: list[GeneratedFile | VerbatimFile] = [
        *ModelFiles(surface, schema, layout, package, types, ()).files(),
        *builders.files(types),
        *lower_http_package(surface, options, builders.base, builders.example(), types),
    ]
    sources = runtime_sources(tuple(HTTP_RUNTIME_FILES), WITHOUT_PARTS, surface)
    files.extend(
        VerbatimFile(
            f"Runtime/{name}",
            HTTP_RUNTIME_FILES.get(source, source),
            WRITTEN,
            package,
            sections=frozenset(),
        )
        for name, source in sources
    )
    return Lowered(tuple(files), layout.diagnostics)


def hidden_names(client: str) -> frozenset[str]:
    """What no builder is called: `client` is the client's class."""
    return TAKEN_NAMES | frozenset(OF_HTTP) | LIBRARY_WORDS | {client}


def http_type_names(
    package: str, client: str, layout: Layout, classes: tuple[str, ...]
) -> TypeNames:
    """The names of all types; `classes` are those of builders."""
    own = [(package, client)]
    own += [(place.namespace, place.cls) for place in layout.places.values()]
    own += [(BUILDERS, cls) for cls in classes]
    return TypeNames(package, own, (*layout.namespaces, package), OF_HTTP)
