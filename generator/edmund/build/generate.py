"""Generating clients: nothing where one is up to date, else compile, then write or compare."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from edmund.build.fingerprint import recipe_fingerprint
from edmund.build.sources import Sources
from edmund.collector import no_collection
from edmund.config import Client
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, raise_on_errors
from edmund.output.compare import Difference, differences
from edmund.output.current import current_manifest
from edmund.output.destination import Destination, check_destination, work_folder
from edmund.output.manifest import MANIFEST_NAME, Manifest
from edmund.output.write import WriteReport, plan_output, write_output

if TYPE_CHECKING:
    from edmund.frontends.openapi.coverage import Coverage
    from edmund.pipeline import Compilation

__all__ = [
    "Checked",
    "Generated",
    "Progress",
    "check_clients",
    "client_outputs",
    "generate_clients",
]


@dataclass(frozen=True, slots=True)
class Progress:
    """Called as the work goes on: the stage that begins, files staged, another run in the way."""

    stage: Callable[[str], None] = field(default=lambda name: None)
    staged: Callable[[int], None] = field(default=lambda count: None)
    waiting: Callable[[], None] = field(default=lambda: None)


@dataclass(frozen=True, slots=True)
class Generated:
    """`report` is None when the output was up to date and nothing had to be compiled.

    `coverage` says of an OpenAPI description that was compiled how much of it is in the output.
    """

    client: Client
    outputs: tuple[str, ...]
    report: WriteReport | None
    diagnostics: tuple[Diagnostic, ...] = ()
    types: int = 0
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """No differences: the output is what the inputs give."""

    client: Client
    differences: tuple[Difference, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    coverage: Coverage | None = None


@no_collection()
def generate_clients(
    clients: Sequence[Client],
    root: Path,
    *,
    force: bool = False,
    workers: int | None = None,
    progress: Callable[[Client], Progress] = lambda client: Progress(),
) -> tuple[Generated, ...]:
    """Bring the outputs of `clients` up to date. `root` is the folder of the configuration.

    All are compiled, and looked at for what stands in the way, before the first is written. Raises
    EdmundError; where the inputs or an output folder are at fault, nothing has been written.
    """
    sources = Sources(clients)
    prepared = [
        _prepare(client, root, sources, force=force, workers=workers, progress=progress(client))
        for client in clients
    ]
    if len(prepared) > 1 and not force:
        _check_obstacles(prepared)
    return tuple(_write(one, force=force, progress=progress(one.client)) for one in prepared)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A client that is up to date (then `current` is its manifest) or compiled."""

    client: Client
    destination: Destination
    fingerprint: str
    current: Manifest | None = None
    compilation: Compilation | None = None


def _prepare(
    client: Client, root: Path, sources: Sources, *, force: bool, workers: int | None, progress: Progress
) -> _Prepared:
    destination = _destination(client, root)
    check_destination(destination)
    fingerprint = recipe_fingerprint(client, sources.inputs(client).contents)
    manifest = None if force else current_manifest(destination, fingerprint)
    if manifest is not None:
        return _Prepared(client, destination, fingerprint, manifest)
    compilation = _compile(client, sources, workers, progress)
    return _Prepared(client, destination, fingerprint, None, compilation)


def _check_obstacles(prepared: Sequence[_Prepared]) -> None:
    found: list[Diagnostic] = []
    for one in prepared:
        # A run that died is completed first: until then its files look edited.
        if one.compilation is not None and not work_folder(one.destination).journal.exists():
            found.extend(plan_output(_texts(one.compilation), one.destination).obstacles)
    raise_on_errors(found)


def _write(prepared: _Prepared, *, force: bool, progress: Progress) -> Generated:
    compilation = prepared.compilation
    if compilation is None:
        outputs = prepared.current.files if prepared.current is not None else ()
        return Generated(prepared.client, (*outputs, MANIFEST_NAME), None)
    progress.stage("writing")
    report = write_output(
        _texts(compilation),
        prepared.destination,
        fingerprint=prepared.fingerprint,
        force=force,
        waiting=progress.waiting,
        step=progress.staged,
    )
    return Generated(
        prepared.client,
        (*sorted(file.path for file in compilation.files), MANIFEST_NAME),
        report,
        compilation.diagnostics,
        compilation.types,
        compilation.coverage,
    )


def _texts(compilation: Compilation) -> Iterator[tuple[str, str]]:
    return ((file.path, file.text) for file in compilation.files)


def check_clients(
    clients: Sequence[Client],
    root: Path,
    *,
    workers: int | None = None,
    progress: Callable[[Client], Progress] = lambda client: Progress(),
) -> tuple[Checked, ...]:
    """Compare the outputs of `clients` with what their inputs give; nothing is written anywhere."""
    sources = Sources(clients)
    return tuple(_check(one, root, sources, workers, progress(one)) for one in clients)


def _check(
    client: Client, root: Path, sources: Sources, workers: int | None, progress: Progress
) -> Checked:
    destination = _destination(client, root)
    fingerprint = recipe_fingerprint(client, sources.inputs(client).contents)
    if current_manifest(destination, fingerprint) is not None:
        return Checked(client, ())
    compilation = _compile(client, sources, workers, progress)
    progress.stage("comparing")
    plan = plan_output(_texts(compilation), destination)
    # A file that was edited or is not ours is a difference here; what cannot be read is an error.
    raise_on_errors([d for d in plan.obstacles if d.code not in ("EDM504", "EDM505", "EDM511")])
    found = differences(client.output, plan)
    return Checked(client, found, compilation.diagnostics, compilation.coverage)


def client_outputs(
    clients: Sequence[Client], root: Path, *, workers: int | None = None
) -> tuple[tuple[Client, tuple[str, ...]], ...]:
    """The files that each output consists of, sorted, relative to it; nothing is written."""
    sources = Sources(clients)
    return tuple((client, _outputs(client, root, sources, workers)) for client in clients)


def _outputs(
    client: Client, root: Path, sources: Sources, workers: int | None
) -> tuple[str, ...]:
    fingerprint = recipe_fingerprint(client, sources.inputs(client).contents)
    manifest = current_manifest(_destination(client, root), fingerprint)
    if manifest is not None:
        return tuple(sorted((*manifest.files, MANIFEST_NAME)))
    compilation = _compile(client, sources, workers, Progress())
    return tuple(sorted((*(file.path for file in compilation.files), MANIFEST_NAME)))


def _destination(client: Client, root: Path) -> Destination:
    others = (path for path in (client.permissions, client.calls) if path is not None)
    inputs = (*client.metadata, *others)
    return Destination(
        folder=Path(os.path.abspath(client.output)),
        workspace=Path(os.path.abspath(root)),
        inputs=inputs,
    )


def _compile(
    client: Client, sources: Sources, workers: int | None, progress: Progress
) -> Compilation:
    from edmund.build.given_names import check_chosen, elements_of_model, elements_of_surface
    from edmund.build.recipe import check_odata, check_templates, target_options
    from edmund.description import Description
    from edmund.pipeline import Recipe, compile_model
    from edmund.slicing.slice import Selection

    check_templates(client)
    options = target_options(client)
    read = sources.take(client, progress)
    selection = Selection(client.include_types, client.include_paths)
    # Messages name templates by this path.
    templates = None if client.templates is None else Path(shown_path(client.templates))
    place = client.origins.get("include_paths") or client.origins.get("include_types")
    recipe = Recipe(selection, client.target, options, templates, place, client.tolerance)
    if isinstance(read, Description):
        from edmund.build.described import call_notes, compile_description

        check_chosen(client, elements_of_surface(read.surface))
        notes = call_notes(client, sources.inputs(client), options.given.kept)
        made = compile_description(read, recipe, notes, workers=workers, progress=progress.stage)
    else:
        check_odata(client)
        check_chosen(client, elements_of_model(read.model))
        made = compile_model(read, recipe, workers=workers, progress=progress.stage)
    if options.given.kept:
        from edmund.build.public_names import check_names

        check_names(client, made.surface, options)
    return made
