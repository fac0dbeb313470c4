"""The PHP target: a typed client with models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edmund.naming.given import PublicNames
from edmund.plan.expressed import NotExpressed
from edmund.plan.http_paths import http_paths
from edmund.plan.service import speaks_odata
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.answers import listed_in
from edmund.surface.elements import Surface
from edmund.surface.type_schema import TypeSchema
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.php.builder_names import builder_names
from edmund.targets.php.builders import lower_builders
from edmund.targets.php.composer import SETTINGS
from edmund.targets.php.http.builders import HttpBuilders
from edmund.targets.php.http.models import HttpClasses
from edmund.targets.php.http.names import http_names, http_spelling
from edmund.targets.php.http.operations import HttpOperations
from edmund.targets.php.http.package import lower_http_package
from edmund.targets.php.layout import lay_out
from edmund.targets.php.models import ModelClasses
from edmund.targets.php.option_checks import check_options
from edmund.targets.php.package import lower_package, package_name
from edmund.targets.php.policies import POLICIES
from edmund.targets.php.query_paths import query_paths
from edmund.targets.php.spelling import STYLES
from edmund.targets.php.symbols import php_names, php_symbols, type_symbols

__all__ = ["PHP"]


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole package: models, builders, the client, support code and Composer's metadata."""
    if not speaks_odata(surface):
        return _lower_http(surface, options)
    spelling = STYLES.of(surface, options)
    layout = lay_out(surface, listed_in(surface), spelling)
    names = builder_names(surface, layout)
    schema = TypeSchema(surface.types)
    files: list[GeneratedFile | VerbatimFile] = [
        *ModelClasses(surface, schema, layout, options.package).files(),
        *query_paths(surface, layout, options.package),
        *lower_builders(schema, surface, layout, names, options.package),
        *lower_package(surface, options, layout, names),
    ]
    return Lowered(tuple(files), layout.diagnostics)


def _lower_http(surface: Surface, options: TargetOptions) -> Lowered:
    """The same for a service without OData."""
    spelling = http_spelling(STYLES.of(surface, options))
    layout = lay_out(surface, (), spelling)
    builders: HttpBuilders | HttpOperations
    if options.shape is Shape.OPERATIONS:
        builders = HttpOperations(surface, layout, options.package)
    else:
        paths = http_paths(surface)
        builders = HttpBuilders(paths, layout, http_names(paths, layout), options.package)
    files: list[GeneratedFile | VerbatimFile] = [
        *HttpClasses(surface, layout, options.package).files(),
        *builders.files(),
        *lower_http_package(surface, options, builders.base, builders.example()),
    ]
    return Lowered(tuple(files), layout.diagnostics)


def _not_expressed(surface: Surface) -> Iterable[NotExpressed]:
    """Nothing: there is something for all that a surface can have."""
    return ()


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the package's namespace is no part of it."""
    spelling = STYLES.of(surface, options)
    if speaks_odata(surface):
        return php_symbols(surface, spelling)
    spelling = http_spelling(spelling)
    layout = lay_out(surface, (), spelling)
    if options.shape is Shape.OPERATIONS:
        calls = HttpOperations(surface, layout, options.package).symbols()
        return type_symbols(layout) | calls
    paths = http_paths(surface)
    names = http_names(paths, layout)
    return php_symbols(paths.surface, spelling, names.accessors)


def _names(surface: Surface, options: TargetOptions) -> PublicNames:
    spelling = STYLES.of(surface, options)
    if speaks_odata(surface):
        return php_names(surface, spelling)
    spelling = http_spelling(spelling)
    paths = http_paths(surface)
    accessors = http_names(paths, lay_out(surface, (), spelling)).accessors
    return php_names(paths.surface, spelling, accessors)


PHP = Target(
    "php",
    _lower,
    _symbols,
    SETTINGS,
    check_options,
    package_name,
    versions=frozenset({"1.0", "2.0", "3.0", "4.0", "4.01"}),
    names=_names,
    shapes=frozenset(Shape),
    not_expressed=_not_expressed,
    policies=POLICIES,
)
