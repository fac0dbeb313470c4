"""The Java target: a typed client with models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.naming.given import PublicNames
from edmund.plan.service import speaks_odata
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.answers import listed_in
from edmund.surface.elements import Surface
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.java.builder_names import builder_names
from edmund.targets.java.builders import Builders, all_accessors
from edmund.targets.java.canonical_paths import canonical_packages
from edmund.targets.java.http_client import PLACEHOLDER, http_symbols, lower_http
from edmund.targets.java.layout import lay_out, path_of
from edmund.targets.java.model_files import lower_models
from edmund.targets.java.option_checks import check_options
from edmund.targets.java.package import lower_package
from edmund.targets.java.payloads import lay_out_payloads
from edmund.targets.java.policies import POLICIES
from edmund.targets.java.query_parameters import lower_query_parameters, unique
from edmund.targets.java.query_paths import QueryPaths
from edmund.targets.java.registry_files import lower_registry
from edmund.targets.java.runtime_files import odata_sources
from edmund.targets.java.spelling import STYLES
from edmund.targets.java.symbols import java_names, java_symbols, type_symbols

__all__ = ["JAVA"]

_SETTINGS = {
    "group": "the Maven group; the package without its last part when not given",
    "artifact": "the Maven artifact; the package's last part when not given",
    "version": "the version of the artifact; 0.1.0 when not given",
}


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole output: models, builders, the client, the runtime and what a build needs."""
    if not speaks_odata(surface):
        return lower_http(surface, options)
    spelling = STYLES.of(surface, options)
    layout = lay_out(surface, options.package, listed_in(surface), spelling)
    names = all_accessors(surface, spelling.accessors)
    places = builder_names(surface, layout)
    packages = canonical_packages(surface, names, spelling.accessors)
    payloads = lay_out_payloads(
        surface, spelling.accessors, options.package, places.arrivals, packages
    )
    builders = Builders(surface, layout, places, names, payloads)
    files: list[GeneratedFile | VerbatimFile] = list(lower_models(surface, layout, payloads.all))
    for resource in surface.resources:
        if not builders.is_plain_value(resource):
            path = path_of(places.package, places.names[resource.id])
            view = builders.lower(resource)
            files.append(GeneratedFile(path, "client/builder.java.jinja", view))
    for found in unique(builders.options):
        options_view = lower_query_parameters(found, places.package, options.package)
        path = path_of(places.package, found.name)
        files.append(GeneratedFile(path, "client/query_parameters.java.jinja", options_view))
    files += QueryPaths(surface, layout).files()
    files += lower_registry(surface, layout)
    files += lower_package(surface, options, layout, names, places.names[surface.root])
    folder = path_of(options.package, "").removesuffix("/.java")
    for name, source in odata_sources(surface):
        where = f"models/{name}" if name.startswith("odataerrors/") else name
        inside = where if "/" in name else f"runtime/{name}"
        files.append(VerbatimFile(f"{folder}/{inside}", source, PLACEHOLDER, options.package))
    return Lowered(tuple(files), layout.diagnostics)


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the package's name is no part of it."""
    spelling = STYLES.of(surface, options)
    if options.shape is Shape.OPERATIONS and not speaks_odata(surface):
        layout = lay_out(surface, options.package, spelling=spelling)
        return type_symbols(layout) | http_symbols(surface, options)
    return java_symbols(surface, options.package, spelling)


def _names(surface: Surface, options: TargetOptions) -> PublicNames:
    spelling = STYLES.of(surface, options)
    return java_names(surface, options.package, spelling)


JAVA = Target(
    "java",
    _lower,
    _symbols,
    _SETTINGS,
    check_options,
    versions=frozenset({"1.0", "2.0", "3.0", "4.0", "4.01"}),
    names=_names,
    shapes=frozenset(Shape),
    not_expressed=lambda surface: (),
    policies=POLICIES,
)
