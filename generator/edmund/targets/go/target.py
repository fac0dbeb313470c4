"""The Go target: a module with a client, models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.plan.runtime_parts import runtime_sources
from edmund.plan.style import name_style
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import Surface
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.go.builders import lower_builders
from edmund.targets.go.models import lower_models
from edmund.targets.go.option_checks import check_options
from edmund.targets.go.package import lower_package
from edmund.targets.go.path_packages import lower_path_packages
from edmund.targets.go.spelling import spelling_of
from edmund.targets.go.symbols import go_symbols

__all__ = ["GO", "RUNTIME_FILES", "WITHOUT_PATTERNS"]

RUNTIME_FILES = (
    "ecma/match.go",
    "odata/accessors.go",
    "odata/adapter.go",
    "odata/answers.go",
    "odata/batch.go",
    "odata/batch_parts.go",
    "odata/body.go",
    "odata/builder.go",
    "odata/changes.go",
    "odata/configuration.go",
    "odata/credential.go",
    "odata/decimal.go",
    "odata/doc.go",
    "odata/enums.go",
    "odata/errors.go",
    "odata/facets_check.go",
    "odata/headers.go",
    "odata/idle.go",
    "odata/json_read.go",
    "odata/json_write.go",
    "odata/literal.go",
    "odata/literals_check.go",
    "odata/object.go",
    "odata/order.go",
    "odata/paging.go",
    "odata/primitives.go",
    "odata/record.go",
    "odata/references.go",
    "odata/request.go",
    "odata/response.go",
    "odata/retry.go",
    "odata/rules.go",
    "odata/shown.go",
    "odata/spatial_check.go",
    "odata/temporal.go",
    "odata/traits.go",
    "odata/types.go",
    "odata/url.go",
    "odata/validation.go",
    "odata/walk.go",
)
"""The support code, all of it; a test compares this with the folder."""

# What stands in the place of a file where no value is restricted by a pattern.
WITHOUT_PATTERNS = {"ecma/match.go": "nopatterns/match.go"}


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole module: models, builders, client, runtime, go.mod."""
    module = options.package
    spelling = spelling_of(name_style(surface, options.names))
    models = lower_models(surface, module, spelling)
    builders = lower_builders(surface, models, module)
    runtime: list[GeneratedFile | VerbatimFile] = [
        VerbatimFile(f"runtime/{name}", source, "edmundruntime", f"{module}/runtime")
        for name, source in runtime_sources(RUNTIME_FILES, WITHOUT_PATTERNS, surface.types)
    ]
    files = (
        *models.files,
        *builders.files,
        *lower_path_packages(surface, builders, module),
        *lower_package(surface, options, builders),
        *runtime,
    )
    return Lowered(files, models.diagnostics)


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the module's path is no part of it."""
    return go_symbols(surface, spelling_of(name_style(surface, options.names)))


def _module(words: str) -> str:
    return f"example.com/{words.replace('_', '-')}-go"


GO = Target("go", _lower, _symbols, {}, check_options, _module)
