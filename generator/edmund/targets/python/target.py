"""The Python target: a typed client with models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edmund.naming.given import PublicNames
from edmund.plan.expressed import NotExpressed
from edmund.plan.runtime_parts import runtime_sources
from edmund.plan.service import speaks_odata
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import Surface
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.python.builder_names import builder_names
from edmund.targets.python.builders import lower_builders
from edmund.targets.python.http_client import lower_http_client, operation_builders
from edmund.targets.python.models import lower_models
from edmund.targets.python.option_checks import check_options
from edmund.targets.python.package import lower_package
from edmund.targets.python.policies import POLICIES
from edmund.targets.python.runtime_files import HTTP_FILES, ODATA_FILES, WITHOUT
from edmund.targets.python.spelling import STYLES
from edmund.targets.python.symbols import python_names, python_symbols

__all__ = ["PYTHON"]

_SETTINGS = {
    "distribution": "the name of the distribution; the package's name when not given",
    "version": "the version of the distribution; 0.1.0 when not given",
}


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole package: models, builders, clients, runtime and what a distribution needs."""
    if speaks_odata(surface):
        lowered, runtime = _lower_odata(surface, options), ODATA_FILES
    else:
        lowered, runtime = lower_http_client(surface, options), HTTP_FILES
    folder = options.package.replace(".", "/")
    files: list[GeneratedFile | VerbatimFile] = [*lowered.files]
    files.extend(
        VerbatimFile(f"{folder}/runtime/{name}", source)
        for name, source in runtime_sources(runtime, WITHOUT, surface)
    )
    files.extend(_package_markers(files, folder))
    return Lowered(tuple(files), lowered.diagnostics)


def _lower_odata(surface: Surface, options: TargetOptions) -> Lowered:
    spelling = STYLES.of(surface, options)
    models = lower_models(surface, options.package, spelling)
    places = builder_names(surface, models.layout)
    files: list[GeneratedFile | VerbatimFile] = [
        *models.files,
        *lower_builders(surface, options, models.layout, places),
        *lower_package(surface, options, places.of(surface.root)),
    ]
    return Lowered(tuple(files), models.diagnostics)


def _package_markers(
    files: Iterable[GeneratedFile | VerbatimFile], folder: str
) -> list[GeneratedFile]:
    """An empty `__init__.py` for each folder of modules that has none."""
    paths = {file.path for file in files}
    folders: set[str] = set()
    for path in paths:
        parent, slash, name = path.rpartition("/")
        while name.endswith(".py") and slash and parent not in folders:
            if parent != folder and not parent.startswith(f"{folder}/"):
                break
            folders.add(parent)
            parent, slash, _ = parent.rpartition("/")
    return [
        GeneratedFile(f"{found}/__init__.py", "client/empty.jinja", None)
        for found in sorted(folders)
        if f"{found}/__init__.py" not in paths
    ]


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the package's name is no part of it."""
    found = python_symbols(surface, STYLES.of(surface, options))
    if options.shape is Shape.OPERATIONS and not speaks_odata(surface):
        return {**found, **operation_builders(surface, options).symbols()}
    return found


def _names(surface: Surface, options: TargetOptions) -> PublicNames:
    return python_names(surface, STYLES.of(surface, options))


def _nothing(surface: Surface) -> Iterable[NotExpressed]:
    """Python has a way to express everything."""
    return ()


PYTHON = Target(
    "python",
    _lower,
    _symbols,
    _SETTINGS,
    check_options,
    versions=frozenset({"1.0", "2.0", "3.0", "4.0", "4.01"}),
    not_expressed=_nothing,
    names=_names,
    shapes=frozenset(Shape),
    policies=POLICIES,
)
