"""The C# target: a typed client with models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edmund.naming.given import PublicNames
from edmund.plan.expressed import NotExpressed
from edmund.plan.http_paths import http_paths
from edmund.plan.runtime_parts import Part, parts_of, runtime_sources
from edmund.plan.service import speaks_odata
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.answers import listed_in
from edmund.surface.elements import Surface
from edmund.surface.type_schema import TypeSchema
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.csharp.builder_names import BUILDERS, BuilderNames, builder_names
from edmund.targets.csharp.builders import BuilderFiles
from edmund.targets.csharp.http.lower import lower_http
from edmund.targets.csharp.http.operations import HttpOperations
from edmund.targets.csharp.layout import Layout, Place, lay_out
from edmund.targets.csharp.models import ModelFiles
from edmund.targets.csharp.names import LIBRARY_WORDS
from edmund.targets.csharp.option_checks import TAKEN_NAMES, check_options
from edmund.targets.csharp.package import client_name, lower_package
from edmund.targets.csharp.path_bodies import path_bodies
from edmund.targets.csharp.policies import POLICIES
from edmund.targets.csharp.runtime_files import (
    RUNTIME_FILES,
    WITHOUT_PARTS,
    WRITTEN,
    sections_of,
)
from edmund.targets.csharp.runtime_types import OF_ODATA, OF_PARTS, Declared
from edmund.targets.csharp.spelling import STYLES
from edmund.targets.csharp.symbols import csharp_names, csharp_symbols, type_symbols
from edmund.targets.csharp.usings import TypeNames

__all__ = ["CSHARP"]

_SETTINGS = {
    "version": "the version of the package; 0.1.0 when not given",
    "description": "what the package is, in a sentence",
    "authors": "who made the package, separated by commas",
    "license": "the license of the package: an SPDX expression, such as MIT",
    "repository": "the URL of the repository that the package is built from",
    "homepage": "the URL of the package's page",
    "tags": "what the package is found by, separated by semicolons",
}


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole project: models, builders, the client and the runtime."""
    return _lower_odata(surface, options) if speaks_odata(surface) else lower_http(surface, options)


def _lower_odata(surface: Surface, options: TargetOptions) -> Lowered:
    """The project for a service that talks OData."""
    package = options.package
    schema = TypeSchema(surface.types)
    spelling = STYLES.of(surface, options)
    layout = lay_out(surface, listed_in(surface), spelling)
    client = client_name(surface, options)
    parts = parts_of(surface)
    sections = sections_of(parts)
    declared = _declared(parts)
    hidden = TAKEN_NAMES | declared.keys() | LIBRARY_WORDS | {client}
    names = builder_names(surface, layout, hidden)
    types = _type_names(package, client, layout, names, declared)
    builders = BuilderFiles(surface, schema, layout, names, package, types)
    files: list[GeneratedFile | VerbatimFile] = [
        *ModelFiles(surface, schema, layout, package, types, names.bodies.values()).files(),
        *builders.files(),
        *(path_bodies(surface, names, package, hidden) if spelling.has_second_names else ()),
        *lower_package(surface, options, names.classes[surface.root], types, names.accessors),
    ]
    files.extend(
        VerbatimFile(
            f"Runtime/{name}", RUNTIME_FILES.get(source, source), WRITTEN, package, sections
        )
        for name, source in runtime_sources(tuple(RUNTIME_FILES), WITHOUT_PARTS, surface)
    )
    return Lowered(tuple(files), layout.diagnostics)


def _declared(parts: frozenset[Part]) -> Declared:
    """The types of the support code."""
    found = dict(OF_ODATA)
    for part, types in OF_PARTS.items():
        if part in parts:
            found |= types
    return found


def _type_names(
    package: str, client: str, layout: Layout, names: BuilderNames, declared: Declared
) -> TypeNames:
    own = [(package, client)]
    places: list[Place] = [*layout.places.values(), *layout.pages.values()]
    own += [(place.namespace, place.cls) for place in places]
    own += [(BUILDERS, cls) for cls in names.classes.values()]
    payloads = [p.place for group in (names.bodies, names.answers) for p in group.values()]
    return TypeNames(package, (*own, *payloads), (*layout.namespaces, package), declared)


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the package's name is no part of it."""
    spelling = STYLES.of(surface, options)
    if options.shape is Shape.OPERATIONS:
        layout = lay_out(surface, (), spelling)
        calls = HttpOperations(surface, layout, options.package).symbols()
        return type_symbols(layout) | calls
    return csharp_symbols(
        surface if speaks_odata(surface) else http_paths(surface).surface, spelling
    )


def _names(surface: Surface, options: TargetOptions) -> PublicNames:
    return csharp_names(surface, STYLES.of(surface, options))


def _namespace(words: str) -> str:
    return "".join(word.capitalize() for word in words.split("_"))


def _nothing(surface: Surface) -> Iterable[NotExpressed]:
    """Every call and every type has a place in the output."""
    return ()


CSHARP = Target(
    "csharp",
    _lower,
    _symbols,
    _SETTINGS,
    check_options,
    _namespace,
    versions=frozenset({"1.0", "2.0", "3.0", "4.0", "4.01"}),
    not_expressed=_nothing,
    names=_names,
    shapes=frozenset(Shape),
    policies=POLICIES,
)
