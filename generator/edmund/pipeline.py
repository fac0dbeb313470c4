"""The stages in their order: bytes in, text out. Nothing here reads or writes a file of output."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from edmund.collector import no_collection
from edmund.config.inputs import InputFile
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span, Tolerance
from edmund.model.elements import Model
from edmund.model.resolve import resolve_model
from edmund.model.subjects import Subjects, settle
from edmund.plan.expressed import NotExpressed
from edmund.plan.servers import default_server
from edmund.render.environment import TemplateSet
from edmund.render.files import RenderedFile
from edmund.render.overrides import unused_templates
from edmund.render.templates import render_files
from edmund.slicing.slice import Selection, SliceResult, slice_model
from edmund.surface.build import build_surface
from edmund.surface.conventions import known_service_root
from edmund.surface.declared_types import types_of
from edmund.surface.elements import Surface
from edmund.surface.permissions import PermissionTable, parse_permissions
from edmund.surface.type_schema import TypeSchema
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

if TYPE_CHECKING:
    from edmund.frontends.openapi.coverage import Coverage

__all__ = [
    "Compilation",
    "Loaded",
    "Recipe",
    "StageProgress",
    "check_version",
    "compile_model",
    "compile_surface",
    "load_model",
    "silent",
]

StageProgress = Callable[[str], None]


def silent(stage: str) -> None:
    """The progress of whoever does not ask."""


@dataclass(frozen=True)
class Loaded:
    """What the inputs say, and what was found in them that is no error."""

    model: Model
    permissions: PermissionTable | None
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def schema(self) -> TypeSchema:
        """What validators need to know of the model, remembered from one payload to the next."""
        return TypeSchema(types_of(self.model))

    def __repr__(self) -> str:
        names = ", ".join(schema.namespace for schema in self.model.schemas)
        return f"<Loaded {names}: {len(self.model.types)} types>"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to make of a model. `selection_place` is where the user wrote the selection, if in a file."""

    selection: Selection
    target: str
    options: TargetOptions
    templates: Path | None = None
    selection_place: Span | None = None
    tolerance: Tolerance = field(default_factory=Tolerance)


@dataclass(frozen=True, slots=True)
class Compilation:
    """The finished files, the slice that they were made from with how many types are in it, and why.

    `coverage` counts what an OpenAPI description has.
    """

    files: tuple[RenderedFile, ...]
    surface: Surface
    types: int
    reasons: Mapping[str, object]
    diagnostics: tuple[Diagnostic, ...]
    coverage: Coverage | None = None


def load_model(
    sources: Sequence[InputFile],
    permissions: InputFile | None = None,
    progress: StageProgress = silent,
    *,
    whole: bool = True,
) -> Loaded:
    """Read and resolve CSDL documents, which make one model together.

    Raises EdmundError with the errors of all documents at once. Without `whole`, types that are
    missing are errors in the result's diagnostics, for a slice that may not need them.
    """
    found: list[Diagnostic] = []
    documents = []
    failed = False
    progress("reading")
    with no_collection():
        for source in sources:
            try:
                document, diagnostics = parse_document(source.data, source.name)
            except EdmundError as failure:
                found.extend(failure.diagnostics)
                failed = True
            else:
                documents.append(document)
                found.extend(diagnostics)
        table = None
        if permissions is not None:
            try:
                table, diagnostics = parse_permissions(permissions.data, permissions.name)
                found.extend(diagnostics)
            except EdmundError as failure:
                found.extend(failure.diagnostics)
                failed = True
        if failed:
            raise EdmundError(found)
        progress("resolving")
        try:
            model, diagnostics = resolve_model(documents, whole=whole)
        except EdmundError as failure:
            raise EdmundError((*found, *failure.diagnostics)) from None
        found.extend(diagnostics)
        if found:
            subjects = Subjects(documents)
            found = [subjects.marked(diagnostic) for diagnostic in found]
    return Loaded(model, table, tuple(found))


def compile_model(
    loaded: Loaded,
    recipe: Recipe,
    *,
    workers: int | None = None,
    progress: StageProgress = silent,
) -> Compilation:
    """Slice, trace, lower and render. What was found before is told too, where the slice has it.

    Raises EdmundError; what was found before is in it.
    """
    found = list(loaded.diagnostics)
    judge = recipe.tolerance.judge
    try:
        check_version(loaded.model, recipe.target)
        with no_collection():
            progress("slicing")
            sliced = _slice(loaded.model, recipe)
            found = list(settle(loaded.model, sliced.model, found))
            if any(d.severity is Severity.ERROR for d in found):
                raise EdmundError(found)
            progress("tracing calls")
            surface, diagnostics = build_surface(sliced.model, loaded.permissions)
            found.extend(diagnostics)
            root = known_service_root(sliced.model)
            files = _made(surface, recipe, root, found, workers, progress)
    except EdmundError as failure:
        known = {id(diagnostic) for diagnostic in found}
        new = tuple(d for d in failure.diagnostics if id(d) not in known)
        raise EdmundError(judge((*found, *new))) from failure.__cause__
    return Compilation(files, surface, len(sliced.model.types), sliced.reasons, judge(found))


def compile_surface(
    surface: Surface,
    recipe: Recipe,
    *,
    found: Sequence[Diagnostic] = (),
    reasons: Mapping[str, object] = MappingProxyType({}),
    coverage: Coverage | None = None,
    workers: int | None = None,
    progress: StageProgress = silent,
) -> Compilation:
    """Lower and render all of a surface, whatever description it is of; `found` are the warnings about that.

    It is what is left of a slice, for the `reasons`; `coverage` says how much that is. Raises EdmundError; what was found before is in it.
    """
    told = list(found)
    judge = recipe.tolerance.judge
    try:
        with no_collection():
            target = TARGETS[recipe.target]
            told.extend(map(partial(_not_expressed, target.name), target.not_expressed(surface)))
            if any(d.severity is Severity.ERROR for d in judge(told)):
                raise EdmundError(told)
            root = default_server(surface.servers)
            files = _made(surface, recipe, root, told, workers, progress)
    except EdmundError as failure:
        known = {id(diagnostic) for diagnostic in told}
        new = tuple(d for d in failure.diagnostics if id(d) not in known)
        raise EdmundError(judge((*told, *new))) from failure.__cause__
    types = len(surface.types.types)
    return Compilation(files, surface, types, reasons, judge(told), coverage)


def _not_expressed(target: str, lacking: NotExpressed) -> Diagnostic:
    message = f"the target '{target}' has no way to express {lacking.what} yet"
    hint = "`edmund inspect` and `edmund validate` know all of the description"
    return Diagnostic("EDM755", Severity.ERROR, message, lacking.span, hint)


def _made(
    surface: Surface,
    recipe: Recipe,
    root: str | None,
    found: list[Diagnostic],
    workers: int | None,
    progress: StageProgress,
) -> tuple[RenderedFile, ...]:
    """The files of the recipe's target; what is to be told is added to `found`. Raises EdmundError."""
    progress("lowering")
    target = TARGETS[recipe.target]
    options = replace(recipe.options, base_url=recipe.options.base_url or root)
    lowered = target.lower(surface, options)
    found.extend(lowered.diagnostics)
    if any(d.severity is Severity.ERROR for d in recipe.tolerance.judge(found)):
        raise EdmundError(found)
    progress("rendering")
    templates = TemplateSet(recipe.target, recipe.templates, target.templates)
    found.extend(unused_templates(templates))
    return render_files(lowered.files, templates, workers)


def check_version(model: Model, target: str) -> None:
    """Raise EdmundError (EDM190) when clients of the target cannot talk to a service of this version."""
    versions = TARGETS[target].versions
    if model.version in versions:
        return
    able = [name for name, each in TARGETS.items() if model.version in each.versions]
    others = f"; clients in {' and '.join(able)} do" if able else ""
    place = next((container.span for container in model.containers if container.span), None)
    raise EdmundError(
        [
            Diagnostic(
                "EDM190",
                Severity.ERROR,
                f"the service speaks OData {model.version}, which clients in {target} do not{others}",
                place,
                "a service that speaks 4.0 as well has other metadata for it, often at another root",
            )
        ]
    )


def _slice(model: Model, recipe: Recipe) -> SliceResult:
    """The slice; what is wrong with the selection is told at the place where it was written."""
    try:
        return slice_model(model, recipe.selection)
    except EdmundError as failure:
        raise EdmundError(
            replace(d, span=d.span or recipe.selection_place) for d in failure.diagnostics
        ) from None
