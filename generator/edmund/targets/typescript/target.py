"""The TypeScript target: a typed client with models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from edmund.naming.given import PublicNames
from edmund.plan.expressed import NotExpressed
from edmund.plan.service import speaks_odata
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.answers import listed_in
from edmund.surface.elements import Surface
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.typescript.builder_names import BuilderPlace, builder_names
from edmund.targets.typescript.builders import lower_builders
from edmund.targets.typescript.http.accessors import edge_stem
from edmund.targets.typescript.http.builders import lower_http_builders
from edmund.targets.typescript.http.models import lower_http_models
from edmund.targets.typescript.http.operations import HttpOperations
from edmund.targets.typescript.http.package import lower_http_package
from edmund.targets.typescript.http.tables import lower_types
from edmund.targets.typescript.layout import Layout, lay_out
from edmund.targets.typescript.models import lower_models
from edmund.targets.typescript.option_checks import check_options, package_name
from edmund.targets.typescript.package import lower_package
from edmund.targets.typescript.payloads import lay_out_payloads
from edmund.targets.typescript.policies import POLICIES
from edmund.targets.typescript.runtime_files import http_sources, odata_sources
from edmund.targets.typescript.schema_tables import lower_schema
from edmund.targets.typescript.spelling import spelling_for
from edmund.targets.typescript.symbols import typescript_names, typescript_symbols

__all__ = ["TYPESCRIPT"]

_SETTINGS = {
    "version": "the version of the package; 0.1.0 when not given",
    "description": "one sentence about the package",
    "license": "the license, as npm names it (SPDX), such as MIT",
    "author": "who publishes the package: `Name <mail> (url)`",
    "repository": "where the source lies, such as github:owner/name",
    "homepage": "the address of the package's page",
    "keywords": "words by which the package is found, separated by commas",
}


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole package: models, builders, tables, the client, the runtime and what npm needs."""
    is_odata = speaks_odata(surface)
    return _lower_odata(surface, options) if is_odata else _lower_http(surface, options)


def _lower_odata(surface: Surface, options: TargetOptions) -> Lowered:
    layout = lay_out(surface, listed_in(surface), spelling_for(surface, options))
    places = builder_names(surface, layout)
    payloads = lay_out_payloads(surface, places)
    files = [
        *lower_models(surface, layout),
        *lower_builders(surface, layout, places, payloads),
        GeneratedFile(
            "src/tables/schema.ts",
            "models/schema.ts.jinja",
            lower_schema(surface, layout, payloads.tables()),
        ),
        *lower_package(surface, options, places.of(surface.root)),
    ]
    return Lowered((*files, *_runtime(odata_sources(surface))), layout.diagnostics)


def _lower_http(surface: Surface, options: TargetOptions) -> Lowered:
    layout = lay_out(surface, (), spelling_for(surface, options))
    root, builders = _http_builders(surface, layout, options.shape)
    files = [
        *lower_http_models(surface, layout),
        *builders,
        GeneratedFile(
            "src/tables/types.ts", "models/schema.ts.jinja", lower_types(surface, layout)
        ),
        *lower_http_package(surface, options, root),
    ]
    return Lowered((*files, *_runtime(http_sources(surface))), layout.diagnostics)


def _http_builders(
    surface: Surface, layout: Layout, shape: Shape
) -> tuple[BuilderPlace, Iterable[GeneratedFile]]:
    """What a client extends, and the modules of all that it leads to."""
    if shape is Shape.OPERATIONS:
        operations = HttpOperations.of(surface, layout)
        return operations.root, operations.files()
    places = builder_names(surface, layout, edge_stem)
    return places.of(surface.root), lower_http_builders(surface, layout, places)


def _runtime(sources: Iterable[tuple[str, str]]) -> Iterator[VerbatimFile]:
    return (VerbatimFile(f"src/runtime/{name}", source) for name, source in sources)


def _nothing(surface: Surface) -> Iterable[NotExpressed]:
    """All of every surface can be expressed."""
    return ()


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the package's name is no part of it."""
    return typescript_symbols(surface, spelling_for(surface, options), options.shape)


def _names(surface: Surface, options: TargetOptions) -> PublicNames:
    return typescript_names(surface, spelling_for(surface, options))


TYPESCRIPT = Target(
    "typescript",
    _lower,
    _symbols,
    _SETTINGS,
    check_options,
    package_name,
    names=_names,
    shapes=frozenset(Shape),
    versions=frozenset({"1.0", "2.0", "3.0", "4.0", "4.01"}),
    not_expressed=_nothing,
    policies=POLICIES,
)
