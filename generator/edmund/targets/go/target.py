"""The Go target: a module with a client, models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.plan.expressed import http_calls
from edmund.plan.style import name_style
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import Surface
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.go.builders import lower_builders
from edmund.targets.go.models import lower_models
from edmund.targets.go.option_checks import check_options
from edmund.targets.go.package import lower_package
from edmund.targets.go.path_packages import lower_path_packages
from edmund.targets.go.runtime_files import runtime_files
from edmund.targets.go.spelling import spelling_of
from edmund.targets.go.symbols import go_symbols

__all__ = ["GO"]


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole module: models, builders, client, runtime, go.mod."""
    module = options.package
    spelling = spelling_of(name_style(surface, options.names))
    models = lower_models(surface, module, spelling)
    builders = lower_builders(surface, models, module)
    files: tuple[GeneratedFile | VerbatimFile, ...] = (
        *models.files,
        *builders.files,
        *lower_path_packages(surface, builders, module),
        *lower_package(surface, options, builders),
        *runtime_files(surface, module),
    )
    return Lowered(files, models.diagnostics)


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the module's path is no part of it."""
    return go_symbols(surface, spelling_of(name_style(surface, options.names)))


def _module(words: str) -> str:
    return f"example.com/{words.replace('_', '-')}-go"


GO = Target("go", _lower, _symbols, {}, check_options, _module, not_expressed=http_calls)
