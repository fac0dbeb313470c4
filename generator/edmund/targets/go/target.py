"""The Go target: a module with a client, models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edmund.naming.given import PublicNames
from edmund.naming.spelling import Spelling
from edmund.plan.expressed import NotExpressed
from edmund.plan.http_paths import http_paths
from edmund.plan.service import speaks_odata
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import Surface
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.go.builders import lower_builders
from edmund.targets.go.fields import lower_fields
from edmund.targets.go.http_builders import lower_http_builders, of_http
from edmund.targets.go.http_operations import HttpOperations
from edmund.targets.go.http_package import lower_http_package
from edmund.targets.go.layout import lay_out
from edmund.targets.go.models import LoweredModels, lower_models
from edmund.targets.go.option_checks import check_options
from edmund.targets.go.package import lower_package
from edmund.targets.go.path_packages import lower_path_packages
from edmund.targets.go.policies import POLICIES
from edmund.targets.go.runtime_files import runtime_files
from edmund.targets.go.spelling import STYLES
from edmund.targets.go.symbols import go_names, go_symbols, model_symbols

__all__ = ["GO"]


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole module: models, builders, client, runtime, go.mod."""
    module = options.package
    models = lower_models(surface, module, _spelling(surface, options))
    files: tuple[GeneratedFile | VerbatimFile, ...] = (
        *models.files,
        *_lower_calls(surface, options, models),
        *runtime_files(surface, module),
    )
    return Lowered(files, models.diagnostics)


def _lower_calls(
    surface: Surface, options: TargetOptions, models: LoweredModels
) -> list[GeneratedFile]:
    """Builders, client and what is around them."""
    module = options.package
    if not speaks_odata(surface):
        if options.shape is Shape.OPERATIONS:
            groups = HttpOperations(surface, models.layout, module)
            package = lower_http_package(surface, options, groups.root, groups.example())
            return [*groups.files(), *package]
        paths = lower_http_builders(surface, models, module)
        return [
            *paths.files,
            *lower_http_package(surface, options, paths.root, paths.example()),
        ]
    builders = lower_builders(surface, models, module)
    is_official = models.layout.spelling.has_second_names
    return [
        *builders.files,
        *lower_fields(surface, models.layout, module),
        *(lower_path_packages(surface, builders, module) if is_official else ()),
        *lower_package(surface, options, builders),
    ]


def _spelling(surface: Surface, options: TargetOptions) -> Spelling:
    spelling = STYLES.of(surface, options)
    return spelling if speaks_odata(surface) else of_http(spelling)


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the module's path is no part of it."""
    spelling = _spelling(surface, options)
    if options.shape is Shape.OPERATIONS and not speaks_odata(surface):
        layout = lay_out(surface, spelling=spelling)
        calls = HttpOperations(surface, layout, options.package).symbols()
        return {**model_symbols(layout), **calls}
    return go_symbols(surface if speaks_odata(surface) else http_paths(surface).surface, spelling)


def _names(surface: Surface, options: TargetOptions) -> PublicNames:
    return go_names(
        surface if speaks_odata(surface) else http_paths(surface).surface,
        _spelling(surface, options),
    )


def _module(words: str) -> str:
    return f"example.com/{words.replace('_', '-')}-go"


def _nothing(surface: Surface) -> Iterable[NotExpressed]:
    """What of a service this target cannot express."""
    return ()


GO = Target(
    "go",
    _lower,
    _symbols,
    {},
    check_options,
    _module,
    versions=frozenset({"1.0", "2.0", "3.0", "4.0", "4.01"}),
    names=_names,
    shapes=frozenset(Shape),
    not_expressed=_nothing,
    policies=POLICIES,
)
