"""The Java target: a typed client with models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.plan.runtime_parts import runtime_sources
from edmund.plan.style import name_style
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.answers import listed_in
from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, StructuredType
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.java.builder_names import builder_names
from edmund.targets.java.builders import Builders, all_accessors
from edmund.targets.java.canonical_paths import canonical_packages
from edmund.targets.java.enums import lower_enum
from edmund.targets.java.layout import Layout, lay_out, path_of
from edmund.targets.java.models import Classes
from edmund.targets.java.option_checks import check_options
from edmund.targets.java.package import lower_package
from edmund.targets.java.payloads import Payloads
from edmund.targets.java.query_parameters import lower_query_parameters, unique
from edmund.targets.java.registry_files import lower_registry
from edmund.targets.java.runtime_files import RUNTIME_FILES, WITHOUT_PATTERNS
from edmund.targets.java.spelling import spelling_of
from edmund.targets.java.symbols import java_symbols

__all__ = ["JAVA"]

_PLACEHOLDER = "edmundruntime"
_SETTINGS = {
    "group": "the Maven group; the package without its last part when not given",
    "artifact": "the Maven artifact; the package's last part when not given",
    "version": "the version of the artifact; 0.1.0 when not given",
}


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole output: models, builders, the client, the runtime and what a build needs."""
    spelling = spelling_of(name_style(surface, options.names))
    layout = lay_out(surface, options.package, listed_in(surface), spelling)
    names = all_accessors(surface, spelling.accessors)
    places = builder_names(surface, layout)
    packages = canonical_packages(surface, names, spelling.accessors)
    payloads = Payloads(surface, spelling.accessors, options.package, places.arrivals, packages)
    builders = Builders(surface, layout, places, names, payloads)
    files: list[GeneratedFile | VerbatimFile] = list(_models(surface, layout, payloads))
    for resource in surface.resources:
        if not builders.is_plain_value(resource):
            path = path_of(places.package, places.names[resource.id])
            view = builders.lower(resource)
            files.append(GeneratedFile(path, "client/builder.java.jinja", view))
    for found in unique(builders.options):
        options_view = lower_query_parameters(found, places.package, options.package)
        path = path_of(places.package, found.name)
        files.append(GeneratedFile(path, "client/query_parameters.java.jinja", options_view))
    files += lower_registry(surface, layout)
    files += lower_package(surface, options, layout, names, places.names[surface.root])
    folder = path_of(options.package, "").removesuffix("/.java")
    for name, source in runtime_sources(RUNTIME_FILES, WITHOUT_PATTERNS, surface.types):
        where = f"models/{name}" if name.startswith("odataerrors/") else name
        inside = where if "/" in name else f"runtime/{name}"
        files.append(VerbatimFile(f"{folder}/{inside}", source, _PLACEHOLDER, options.package))
    return Lowered(tuple(files), layout.diagnostics)


def _models(surface: Surface, layout: Layout, payloads: Payloads) -> Iterator[GeneratedFile]:
    classes = Classes(surface, layout)
    for type_ in surface.types.types:
        place = layout.places.get(type_.name)
        if place is None:
            continue
        if isinstance(type_, StructuredType):
            yield GeneratedFile(place.path, "models/model.java.jinja", classes.type(type_))
        elif isinstance(type_, EnumType):
            yield GeneratedFile(place.path, "models/enum.java.jinja", lower_enum(type_, layout))
    for name, page in layout.pages.items():
        yield GeneratedFile(page.path, "models/model.java.jinja", classes.page(name))
    for payload in payloads.all:
        view = classes.payload(payload)
        yield GeneratedFile(payload.place.path, "models/model.java.jinja", view)


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the package's name is no part of it."""
    return java_symbols(surface, options.package, spelling_of(name_style(surface, options.names)))


JAVA = Target("java", _lower, _symbols, _SETTINGS, check_options)
